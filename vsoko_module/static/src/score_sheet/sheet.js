import { change, Grid } from "../grid/grid";
import { attendanceOf, parseCell, pointsText } from "./cell";

// column of the variant, before those of the tasks
export const VARIANT = -1;

/** Pupils × tasks, as `get_score_sheet` gives them. */
export class Sheet extends Grid {
    get pending() {
        return this.rows.filter((row) => !row.attendance).length;
    }

    get first() {
        return this.variants > 1 ? VARIANT : 0;
    }

    lastOf() {
        return this.tasks.length - 1;
    }

    /** Whether nothing can be typed into the cells of a row. */
    isShut({ row }) {
        return isShut(this.rows[row]);
    }

    accepts({ row }, text) {
        const target = this.rows[row];
        return target.writable && !(isAway(target) && !attendanceOf(text));
    }

    editable(row) {
        return { ...row, texts: textsOf(row.scores), isAssumed: false };
    }

    contentOf({ texts, attendance, variant, isAssumed }) {
        return { texts: [...texts], attendance, variant, isAssumed };
    }

    /** What a cell of points that is out of range says, undefined for any other cell. */
    wrongText({ row, column }) {
        const text = this.rows[row]?.texts[column];
        const isWrong = text && !isAway(this.rows[row]) && !this.parse(text, column).isValid;
        return isWrong ? text : undefined;
    }

    /** @returns {number} column of the first cell out of range, -1 without one */
    wrongColumn(row) {
        return row.attendance === "present"
            ? row.texts.findIndex((text, column) => !this.parse(text, column).isValid)
            : -1;
    }

    parse(text, column) {
        return parseCell(text, this.tasks[column]);
    }

    setAttendance(row, attendance) {
        this.keepStep([row]);
        change(this.rows[row], { attendance, isAssumed: false });
    }

    /**
     * The first points say that the pupil was present; a row that was emptied again says nothing.
     */
    put(row, column, text) {
        if (column === VARIANT) {
            change(row, { variant: text });
            return;
        }
        const away = attendanceOf(text);
        row.texts[column] = away ? "" : text;
        if (away) {
            change(row, { attendance: away, isAssumed: false });
        } else if (!row.attendance && text.trim()) {
            change(row, { attendance: "present", isAssumed: true });
        } else if (row.isAssumed && !row.texts.some((one) => one.trim())) {
            change(row, { attendance: false, isAssumed: false });
        } else {
            change(row, {});
        }
    }

    /** Take rows read from a file, as one step. */
    fill(rows) {
        const placed = this.placed(rows);
        this.keepStep(placed.map(([place]) => place));
        for (const [place, { attendance, variant, scores }] of placed) {
            const texts = attendance === "present" ? textsOf(scores) : this.rows[place].texts;
            change(this.rows[place], { attendance, variant, texts, isAssumed: false });
        }
    }

    /** What the server gets of a row. */
    stored(row) {
        const cells = row.texts.map((text, column) => this.parse(text, column));
        return {
            id: row.id,
            version: row.version,
            attendance: row.attendance,
            variant: row.variant,
            scores: cells.map(({ points, isValid }) => (isValid ? points : null)),
        };
    }
}

export function isAway(row) {
    return ["absent", "exempt"].includes(row.attendance);
}

/** Whether nothing can be typed into the cells of a row. */
export function isShut(row) {
    return isAway(row) || !row.writable;
}

function textsOf(scores) {
    return scores.map((score) => (score === null ? "" : pointsText(score)));
}
