import { Component, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { parseCell } from "./cell";
import { ScoreRow } from "./score_row";

const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
};

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
        this.state = useState({ sheet: null, isSaving: false });
        useSetupAction({ beforeLeave: () => this.leave() });
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
        } else if (event.target.name === "variant") {
            Object.assign(this.sheet.rows[row], { variant: event.target.value, isChanged: true });
        }
    }

    onChange(event) {
        if (event.target.name === "attendance") {
            const { row } = this.placeOf(event.target);
            Object.assign(this.sheet.rows[row], {
                attendance: event.target.value || false,
                isChanged: true,
            });
        }
    }

    onKeydown(event) {
        const step = STEPS[event.key];
        const { row, column } = this.placeOf(event.target);
        if (!step || column < 0 || event.ctrlKey || event.metaKey) {
            return;
        }
        event.preventDefault();
        this.focus(row + step[0], column + step[1]);
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
        text.split(/\r?\n/).forEach((line, down) =>
            line.split("\t").forEach((cell, right) => {
                const target = this.sheet.rows[row + down];
                if (target && target.writable && column + right < this.sheet.tasks.length) {
                    this.setText(row + down, column + right, cell);
                }
            })
        );
    }

    setText(row, column, text) {
        const target = this.sheet.rows[row];
        target.texts[column] = text;
        target.isChanged = true;
        if (!target.attendance) {
            target.attendance = "present";
        }
    }

    placeOf(element) {
        const { row, column } = element.dataset;
        return { row: parseInt(row), column: column === undefined ? -1 : parseInt(column) };
    }

    focus(row, column) {
        const selector = `input[data-row="${row}"][data-column="${column}"]:not(:disabled)`;
        this.table.el.querySelector(selector)?.focus();
    }

    /** Leaving saves; a row that cannot be saved keeps the page open. */
    async leave() {
        return !this.sheet.is_open || !this.changed.length || (await this.save());
    }

    /** @returns {Promise<boolean>} whether everything is stored */
    async save() {
        const rows = this.changed;
        const wrong = rows.find((row) => this.firstWrong(row) >= 0);
        if (wrong) {
            this.notification.add(_t("Correct the cells in red: points are out of range."), {
                type: "danger",
            });
            this.focus(this.sheet.rows.indexOf(wrong), this.firstWrong(wrong));
            return false;
        }
        if (!rows.length || this.state.isSaving) {
            return !rows.length;
        }
        this.state.isSaving = true;
        try {
            const answer = await this.orm.call("vsoko.assessment", "save_score_sheet", [
                this.assessmentId,
                rows.map((row) => this.stored(row)),
            ]);
            this.take(answer);
            return !answer.conflicts.length;
        } finally {
            this.state.isSaving = false;
        }
    }

    take({ saved, conflicts }) {
        for (const fresh of [...saved, ...conflicts]) {
            const place = this.sheet.rows.findIndex((row) => row.id === fresh.id);
            this.sheet.rows[place] = editable(fresh);
        }
        if (conflicts.length) {
            const names = conflicts.map((row) => row.name).join(", ");
            this.notification.add(
                _t("Somebody else changed these rows; their points are shown now: %s", names),
                { type: "warning", sticky: true }
            );
        }
        if (saved.length) {
            this.notification.add(_t("Rows saved: %s", saved.length), { type: "success" });
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
    return { ...row, texts, isChanged: false };
}

registry.category("actions").add("vsoko_score_sheet", ScoreSheet);
