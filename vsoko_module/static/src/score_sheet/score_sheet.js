import { Component, onMounted, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { hasTouch } from "@web/core/browser/feature_detection";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { attendanceOf } from "./cell";
import { readBlock } from "./clipboard";
import { PasteDialog } from "./paste_dialog";
import { readNamed } from "./paste_names";
import { follow, next } from "./movement";
import { ScoreRow } from "./score_row";
import { isShut, Sheet } from "./sheet";

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
        this.dialog = useService("dialog");
        this.table = useRef("table");
        this.fileInput = useRef("file");
        this.state = useState({
            sheet: null,
            place: null,
            isSaving: false,
            isOffline: false,
            savedAt: "",
        });
        this.saveDraft = useDebounced(() => this.storeDraft(), PAUSE);
        useSetupAction({
            beforeLeave: () => this.leave(),
            beforeUnload: (event) => this.sheet.changed.length && event.preventDefault(),
        });
        useExternalListener(window, "keydown", (event) => this.onShortcut(event));
        useExternalListener(window, "online", () => this.storeDraft());
        onWillStart(() => this.load());
        onMounted(() => hasTouch() || this.focusFirst());
    }

    get sheet() {
        return this.state.sheet;
    }

    get assessmentId() {
        return this.props.action.context.active_id;
    }

    /** Why the cell with the cursor is red. */
    get refusal() {
        const { place } = this.state;
        const text = place && this.sheet.wrongText(place);
        if (!text) {
            return "";
        }
        const { number, max_score: max } = this.sheet.tasks[place.column];
        return _t("Task %(number)s: from 0 to %(max)s, not “%(text)s”", { number, max, text });
    }

    async load() {
        this.state.sheet = new Sheet(
            await this.orm.call("vsoko.assessment", "get_score_sheet", [this.assessmentId])
        );
    }

    /** Put the cursor where the work goes on: at the first pupil without a result. */
    focusFirst() {
        const { rows } = this.sheet;
        const row = rows.findIndex((one) => !one.attendance && one.writable);
        this.focus({ row: row < 0 ? rows.findIndex((one) => !isShut(one)) : row, column: 0 });
    }

    onInput(event) {
        const place = placeOf(event.target);
        if (place) {
            this.sheet.type(place, event.target.value);
            this.saveDraft();
            if (place.column >= 0 && attendanceOf(event.target.value)) {
                this.focus(next(place, 1, 0, this.sheet));
            }
        }
    }

    onChange(event) {
        if (event.target.name === "attendance") {
            const { row } = event.target.dataset;
            this.sheet.setAttendance(parseInt(row), event.target.value || false);
            this.saveDraft();
        }
    }

    onKeydown(event) {
        const place = placeOf(event.target);
        if (!place) {
            return;
        }
        const isTyping = this.sheet.history.key === `${place.row}:${place.column}`;
        const target = follow(event, place, this.sheet);
        if (event.key === "Escape" && isTyping) {
            this.undo();
        } else if (target) {
            event.preventDefault();
            this.focus(target);
        }
    }

    onShortcut(event) {
        const isControl = event.ctrlKey || event.metaKey;
        if (isControl && event.code === "KeyS") {
            event.preventDefault();
            this.save();
        } else if (isControl && event.code === "KeyZ") {
            event.preventDefault();
            this.undo();
        }
    }

    onFocusin(event) {
        this.sheet.history.close();
        this.state.place = placeOf(event.target);
        if (this.state.place) {
            event.target.select();
        }
    }

    /** A block from a spreadsheet: lines are pupils, tabs are tasks. */
    onPaste(event) {
        const place = placeOf(event.target);
        if (!place) {
            return;
        }
        const tasks = [...Array(-this.sheet.first), ...this.sheet.tasks];
        const block = readBlock(
            event.clipboardData.getData("text/plain"),
            tasks.slice(place.column - this.sheet.first)
        );
        if (!block) {
            return;
        }
        event.preventDefault();
        const lines = readNamed(block, this.sheet.rows);
        if (lines) {
            this.dialog.add(PasteDialog, {
                lines,
                rows: this.sheet.rows,
                onPaste: (placed) => this.tellLeftOut(this.sheet.pasteNamed(placed, place.column)),
            });
        } else {
            this.tellLeftOut(this.sheet.paste(place, block));
        }
    }

    tellLeftOut(leftOut) {
        this.saveDraft();
        if (leftOut) {
            this.notification.add(
                _t("Cells left out, outside the table or of those who did not write: %s", leftOut),
                { type: "warning" }
            );
        }
    }

    /** Show what a filled sheet says; it is stored like what is typed. */
    async onFile({ target }) {
        const [file] = target.files;
        const content = (await getDataURLFromFile(file)).split(",")[1] || "";
        target.value = "";
        const { rows, problems } = await this.orm.call("vsoko.assessment", "read_sheet_file", [
            this.assessmentId,
            file.name,
            content,
        ]);
        this.sheet.fill(rows);
        this.saveDraft();
        this.notification.add(_t("Rows filled from the file: %s", rows.length), { type: "info" });
        if (problems.length) {
            this.notification.add(problems.join("\n"), { type: "warning", sticky: true });
        }
    }

    undo() {
        this.sheet.undo();
        this.saveDraft();
    }

    focus(place) {
        const selector = `[data-row="${place?.row}"][data-column="${place?.column}"]:not(:disabled)`;
        this.table.el?.querySelector(selector)?.focus();
    }

    /** Leaving saves; a row that cannot be saved keeps the page open. */
    async leave() {
        await this.sending;
        return !this.sheet.is_open || !this.sheet.changed.length || (await this.save());
    }

    /** @returns {Promise<boolean>} whether everything is stored */
    async save() {
        await this.sending;
        const { changed, rows } = this.sheet;
        const wrong = changed.find((row) => this.sheet.firstWrong(row) >= 0);
        if (wrong) {
            this.notification.add(_t("Correct the cells in red: points are out of range."), {
                type: "danger",
            });
            this.focus({ row: rows.indexOf(wrong), column: this.sheet.firstWrong(wrong) });
            return false;
        }
        if (!changed.length) {
            return true;
        }
        const answer = await this.send(changed);
        if (answer?.saved.length) {
            this.notification.add(_t("Rows saved: %s", answer.saved.length), { type: "success" });
        }
        return answer?.conflicts.length === 0;
    }

    /** Store what is right of what was typed; cells in red wait for their correction. */
    async storeDraft() {
        await this.sending;
        const rows = this.sheet.changed.filter((row) => this.sheet.firstWrong(row) < 0);
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

    /** @returns {Promise<Object|undefined>} nothing without a connection */
    async call(rows) {
        this.state.isSaving = true;
        const edits = Object.fromEntries(rows.map((row) => [row.id, row.edits]));
        try {
            const answer = await this.orm.call("vsoko.assessment", "save_score_sheet", [
                this.assessmentId,
                rows.map((row) => this.sheet.stored(row)),
            ]);
            this.take(answer, edits);
            return answer;
        } catch (error) {
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
            // what was typed stays on the page and is sent again
            this.state.isOffline = true;
            this.saveDraft();
        } finally {
            this.state.isSaving = false;
        }
    }

    take({ saved, conflicts }, edits) {
        this.sheet.takeSaved(saved, edits);
        if (this.sheet.changed.length) {
            this.saveDraft();
        }
        this.state.isOffline = false;
        this.state.savedAt = luxon.DateTime.now().toFormat("HH:mm");
        if (conflicts.length) {
            this.sheet.takeConflicts(conflicts);
            const names = conflicts.map((row) => row.name).join(", ");
            this.notification.add(
                _t(
                    "Somebody else changed these rows; their points are shown now, Ctrl+Z gives yours back: %s",
                    names
                ),
                { type: "warning", sticky: true }
            );
        }
    }
}

/** Row and column of a cell, null for anything else. */
function placeOf({ dataset }) {
    return dataset.column === undefined
        ? null
        : { row: parseInt(dataset.row), column: parseInt(dataset.column) };
}

registry.category("actions").add("vsoko_score_sheet", ScoreSheet);
