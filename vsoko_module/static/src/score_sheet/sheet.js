import { attendanceOf, parseCell, pointsText } from "./cell";
import { History } from "./history";

// column of the variant, before those of the tasks
export const VARIANT = -1;

/**
 * What the page keeps of the score sheet: `rows` have, besides what the server said, `texts` of the
 * cells, whether they differ from what is stored and how many times they were edited.
 */
export class Sheet {
    history = new History();

    /** @param {Object} data as `get_score_sheet` gives it */
    constructor(data) {
        Object.assign(this, data, { rows: data.rows.map(editable) });
    }

    get changed() {
        return this.rows.filter((row) => row.isChanged);
    }

    get pending() {
        return this.rows.filter((row) => !row.attendance).length;
    }

    get first() {
        return this.variants > 1 ? VARIANT : 0;
    }

    get last() {
        return this.tasks.length - 1;
    }

    /** What a cell of points that is out of range says, undefined for any other cell. */
    wrongText({ row, column }) {
        const text = this.rows[row]?.texts[column];
        const isWrong = text && !isAway(this.rows[row]) && !this.parse(text, column).isValid;
        return isWrong ? text : undefined;
    }

    /** @returns {number} place of the first cell out of range, -1 without one */
    firstWrong(row) {
        return row.attendance === "present"
            ? row.texts.findIndex((text, column) => !this.parse(text, column).isValid)
            : -1;
    }

    parse(text, column) {
        return parseCell(text, this.tasks[column]);
    }

    type({ row, column }, text) {
        this.keep(`${row}:${column}`, [row]);
        this.put(this.rows[row], column, text);
    }

    setAttendance(row, attendance) {
        this.keepStep([row]);
        change(this.rows[row], { attendance, isAssumed: false });
    }

    /**
     * Put a block of cells with its corner at a place.
     *
     * @returns {number} how many cells that say something had no place
     */
    paste({ row, column }, block) {
        this.keepStep(block.map((_line, down) => row + down));
        const hasPlace = block.flatMap((line, down) =>
            line.map((text, right) => this.pasteCell(row + down, column + right, text.trim()))
        );
        return hasPlace.filter((has) => !has).length;
    }

    /**
     * Put lines of cells into the rows that they name, from a column on.
     *
     * @returns {number} how many cells that say something had no place
     */
    pasteNamed(lines, column) {
        this.keepStep(lines.map(({ row }) => row));
        const hasPlace = lines.flatMap(({ row, cells }) =>
            cells.map((text, right) => this.pasteCell(row, column + right, text.trim()))
        );
        return hasPlace.filter((has) => !has).length;
    }

    pasteCell(row, column, text) {
        const target = this.rows[row];
        const isPlace = target && target.writable && column <= this.last;
        if (!isPlace || (isAway(target) && !attendanceOf(text))) {
            return !text;
        }
        this.put(target, column, text);
        return true;
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

    keep(key, places) {
        const known = places.filter((place) => this.rows[place]);
        this.history.keep(
            key,
            known.map((place) => ({ place, content: contentOf(this.rows[place]) }))
        );
    }

    keepStep(places) {
        this.history.close();
        this.keep("step", places);
        this.history.close();
    }

    /** Give the rows of the last step what they held before it. */
    undo() {
        for (const { place, content } of this.history.takeBack()) {
            change(this.rows[place], content);
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

    /**
     * Take rows as they are stored now.
     *
     * @param {Object} edits how many times each row was edited when it was sent, by id
     */
    takeSaved(saved, edits) {
        for (const [place, fresh] of this.placed(saved)) {
            if (this.rows[place].edits === edits[fresh.id]) {
                this.rows[place] = editable(fresh);
            } else {
                // somebody went on typing while the row was on its way
                this.rows[place].version = fresh.version;
            }
        }
    }

    /** Show what somebody else has stored; what was typed here can be taken back. */
    takeConflicts(conflicts) {
        const placed = this.placed(conflicts);
        this.keepStep(placed.map(([place]) => place));
        for (const [place, fresh] of placed) {
            this.rows[place] = editable(fresh);
        }
    }

    placed(rows) {
        return rows.map((fresh) => [this.rows.findIndex((row) => row.id === fresh.id), fresh]);
    }
}

export function isAway(row) {
    return ["absent", "exempt"].includes(row.attendance);
}

/** Whether nothing can be typed into the cells of a row. */
export function isShut(row) {
    return isAway(row) || !row.writable;
}

function editable(row) {
    return { ...row, texts: textsOf(row.scores), isChanged: false, isAssumed: false, edits: 0 };
}

function textsOf(scores) {
    return scores.map((score) => (score === null ? "" : pointsText(score)));
}

function contentOf({ texts, attendance, variant, isAssumed }) {
    return { texts: [...texts], attendance, variant, isAssumed };
}

function change(row, values) {
    Object.assign(row, values, { isChanged: true, edits: row.edits + 1 });
}
