import { Component, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { attendanceOf, parseCell } from "./cell";
import { ScoreRow } from "./score_row";

const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
};
// what was typed is stored by itself after a pause this long
const PAUSE = 15000;

/** Pupils × tasks: typed, moved over and pasted like a table of a spreadsheet. */
export class ScoreSheet extends Component {
    static template = "vsoko_module.ScoreSheet";
    static components = { Layout, ScoreRow };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        this.notification = useService("notification");
        this.table = useRef("table");
        this.state = useState({ sheet: null, isSaving: false, savedAt: "" });
        this.saveDraft = useDebounced(() => this.storeDraft(), PAUSE);
        useSetupAction({
            beforeLeave: () => this.leave(),
            beforeUnload: (event) => this.changed.length && event.preventDefault(),
        });
        useExternalListener(window, "keydown", (event) => {
            if ((event.ctrlKey || event.metaKey) && event.code === "KeyS") {
                event.preventDefault();
                this.save();
            }
        });
        onWillStart(() => this.load());
    }

    get sheet() {
        return this.state.sheet;
    }

    get assessmentId() {
        return this.props.action.context.active_id;
    }

    get changed() {
        return this.sheet.rows.filter((row) => row.isChanged);
    }

    get pending() {
        return this.sheet.rows.filter((row) => !row.attendance).length;
    }

    async load() {
        const sheet = await this.orm.call("vsoko.assessment", "get_score_sheet", [
            this.assessmentId,
        ]);
        sheet.rows = sheet.rows.map(editable);
        this.state.sheet = sheet;
    }

    onInput(event) {
        const { row, column } = this.placeOf(event.target);
        if (column >= 0) {
            this.setText(row, column, event.target.value);
            if (attendanceOf(event.target.value)) {
                this.move(row, column, 1, 0);
            }
        } else if (event.target.name === "variant") {
            this.change(row, { variant: event.target.value });
        }
    }

    onChange(event) {
        if (event.target.name === "attendance") {
            const { row } = this.placeOf(event.target);
            this.change(row, { attendance: event.target.value || false });
        }
    }

    onKeydown(event) {
        const { row, column } = this.placeOf(event.target);
        if (column < 0 || event.ctrlKey || event.metaKey) {
            return;
        }
        const last = this.sheet.tasks.length - 1;
        if (event.key === "Home" || event.key === "End") {
            event.preventDefault();
            this.focus(row, event.key === "Home" ? 0 : last);
        } else if (event.key in STEPS) {
            event.preventDefault();
            const [down, right] = STEPS[event.key];
            this.move(row, column, event.shiftKey ? -down : down, right);
        }
    }

    onFocusin(event) {
        if (this.placeOf(event.target).column >= 0) {
            event.target.select();
        }
    }

    /** A block from a spreadsheet: lines are pupils, tabs are tasks. */
    onPaste(event) {
        const { row, column } = this.placeOf(event.target);
        const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
        if (column < 0 || !/[\t\n]/.test(text)) {
            return;
        }
        event.preventDefault();
        let leftOut = 0;
        text.split(/\r?\n/).forEach((line, down) =>
            line.split("\t").forEach((cell, right) => {
                if (!this.pasteCell(row + down, column + right, cell)) {
                    leftOut += 1;
                }
            })
        );
        if (leftOut) {
            this.notification.add(
                _t("Cells left out, outside the table or of those who did not write: %s", leftOut),
                { type: "warning" }
            );
        }
    }

    /** @returns {boolean} whether the cell had its place; an empty one needs none */
    pasteCell(row, column, text) {
        const target = this.sheet.rows[row];
        const isPlace = target && target.writable && column < this.sheet.tasks.length;
        if (!isPlace || (isAway(target) && !attendanceOf(text))) {
            return !text.trim();
        }
        this.setText(row, column, text);
        return true;
    }

    setText(row, column, text) {
        const target = this.sheet.rows[row];
        const attendance = attendanceOf(text);
        target.texts[column] = attendance ? "" : text;
        const isFirst = !target.attendance && text.trim();
        this.change(row, { attendance: attendance || (isFirst ? "present" : target.attendance) });
    }

    change(row, values) {
        const target = this.sheet.rows[row];
        Object.assign(target, values, { isChanged: true, edits: target.edits + 1 });
        this.saveDraft();
    }

    placeOf(element) {
        const { row, column } = element.dataset;
        return { row: parseInt(row), column: column === undefined ? -1 : parseInt(column) };
    }

    /** Go on in a direction to the next cell that can be typed into. */
    move(row, column, down, right) {
        const { rows, tasks } = this.sheet;
        do {
            row += down;
            column += right;
        } while (rows[row] && tasks[column] && (isAway(rows[row]) || !rows[row].writable));
        this.focus(row, column);
    }

    focus(row, column) {
        const selector = `input[data-row="${row}"][data-column="${column}"]:not(:disabled)`;
        this.table.el.querySelector(selector)?.focus();
    }

    /** Leaving saves; a row that cannot be saved keeps the page open. */
    async leave() {
        await this.sending;
        return !this.sheet.is_open || !this.changed.length || (await this.save());
    }

    /** @returns {Promise<boolean>} whether everything is stored */
    async save() {
        await this.sending;
        const rows = this.changed;
        const wrong = rows.find((row) => this.firstWrong(row) >= 0);
        if (wrong) {
            this.notification.add(_t("Correct the cells in red: points are out of range."), {
                type: "danger",
            });
            this.focus(this.sheet.rows.indexOf(wrong), this.firstWrong(wrong));
            return false;
        }
        if (!rows.length) {
            return true;
        }
        const answer = await this.send(rows);
        if (answer.saved.length) {
            this.notification.add(_t("Rows saved: %s", answer.saved.length), { type: "success" });
        }
        return !answer.conflicts.length;
    }

    /** Store what is right of what was typed; cells in red wait for their correction. */
    async storeDraft() {
        await this.sending;
        const rows = this.changed.filter((row) => this.firstWrong(row) < 0);
        if (rows.length && this.sheet.is_open) {
            await this.send(rows);
        }
    }

    /** One call at a time: who comes meanwhile waits for `sending`, which never fails. */
    send(rows) {
        const answer = this.call(rows);
        this.sending = answer.catch(() => {});
        return answer;
    }

    async call(rows) {
        this.state.isSaving = true;
        const edits = Object.fromEntries(rows.map((row) => [row.id, row.edits]));
        try {
            const answer = await this.orm.call("vsoko.assessment", "save_score_sheet", [
                this.assessmentId,
                rows.map((row) => this.stored(row)),
            ]);
            this.take(answer, edits);
            this.state.savedAt = luxon.DateTime.now().toFormat("HH:mm");
            return answer;
        } finally {
            this.state.isSaving = false;
        }
    }

    take({ saved, conflicts }, edits) {
        const rows = this.sheet.rows;
        const placeOf = (fresh) => rows.findIndex((row) => row.id === fresh.id);
        for (const fresh of saved) {
            const place = placeOf(fresh);
            if (rows[place].edits === edits[fresh.id]) {
                rows[place] = editable(fresh);
            } else {
                // somebody went on typing while the row was on its way
                rows[place].version = fresh.version;
                this.saveDraft();
            }
        }
        for (const fresh of conflicts) {
            rows[placeOf(fresh)] = editable(fresh);
        }
        if (conflicts.length) {
            const names = conflicts.map((row) => row.name).join(", ");
            this.notification.add(
                _t("Somebody else changed these rows; their points are shown now: %s", names),
                { type: "warning", sticky: true }
            );
        }
    }

    firstWrong(row) {
        return row.attendance === "present"
            ? row.texts.findIndex(
                  (text, place) => !parseCell(text, this.sheet.tasks[place].max_score).isValid
              )
            : -1;
    }

    stored(row) {
        const scores = row.texts.map(
            (text, place) => parseCell(text, this.sheet.tasks[place].max_score)
        );
        return {
            id: row.id,
            version: row.version,
            attendance: row.attendance,
            variant: row.variant,
            scores: scores.map(({ points, isValid }) => (isValid ? points : null)),
        };
    }
}

function editable(row) {
    const texts = row.scores.map((score) => (score === null ? "" : String(score)));
    return { ...row, texts, isChanged: false, edits: 0 };
}

function isAway(row) {
    return ["absent", "exempt"].includes(row.attendance);
}

registry.category("actions").add("vsoko_score_sheet", ScoreSheet);
