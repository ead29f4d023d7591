import { Component, onMounted, onWillStart, useExternalListener, useRef, useState } from "@odoo/owl";
import { hasTouch } from "@web/core/browser/feature_detection";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { readBlock } from "./clipboard";
import { follow } from "./movement";
import { PasteDialog } from "./paste_dialog";

/**
 * A page with a `Grid`: typing, keys, pasting, taking back, storing by itself and by hand.
 *
 * A page says how its grid is read (`read`) and stored (`store`), whether it may be changed
 * (`isOpen`), which of its rows cannot be stored (`wrongColumn`) and what it tells people.
 */
export class GridPage extends Component {
    static components = { Layout };
    static props = { ...standardActionServiceProps };
    // what was typed is stored by itself after a pause of so many milliseconds
    static pause = 15000;

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        this.notification = useService("notification");
        this.dialog = useService("dialog");
        this.table = useRef("table");
        this.state = useState({
            sheet: null,
            place: null,
            isSaving: false,
            isOffline: false,
            savedAt: "",
        });
        this.saveDraft = useDebounced(() => this.storeDraft(), this.constructor.pause);
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

    async load() {
        this.state.sheet = await this.read();
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
            event.target.select?.();
        }
    }

    /** A block from a spreadsheet: lines are rows, tabs are columns. */
    onPaste(event) {
        const place = placeOf(event.target);
        const text = event.clipboardData.getData("text/plain");
        const block = place && readBlock(text);
        // a text goes into a field by itself, a list of answers takes none
        if (!block && !(place && event.target.matches("select"))) {
            return;
        }
        event.preventDefault();
        const cells = block ? this.withoutHeading(block, place) : [[text]];
        const lines = block && this.readNamed(cells, place);
        if (lines) {
            this.dialog.add(PasteDialog, {
                lines,
                rows: this.sheet.rows,
                onPaste: (placed) => this.tellLeftOut(this.sheet.pasteLines(placed, place.column)),
            });
        } else {
            this.tellLeftOut(this.sheet.paste(place, cells));
        }
    }

    withoutHeading(block) {
        return block;
    }

    tellLeftOut(leftOut) {
        this.saveDraft();
        if (leftOut) {
            this.notification.add(this.leftOutText(leftOut), { type: "warning" });
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
        return !this.isOpen || !this.sheet.changed.length || (await this.save());
    }

    /** @returns {Promise<boolean>} whether everything is stored */
    async save() {
        await this.sending;
        const { changed, rows } = this.sheet;
        const wrong = changed.find((row) => this.sheet.wrongColumn(row) >= 0);
        if (wrong) {
            this.notification.add(this.wrongText, { type: "danger" });
            this.focus({ row: rows.indexOf(wrong), column: this.sheet.wrongColumn(wrong) });
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
        const rows = this.sheet.changed.filter((row) => this.sheet.wrongColumn(row) < 0);
        if (rows.length && this.isOpen) {
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
            const answer = await this.store(rows.map((row) => this.sheet.stored(row)));
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
            this.notification.add(this.conflictText(names), { type: "warning", sticky: true });
        }
    }
}

/** Row and column of a cell, null for anything else. */
export function placeOf({ dataset }) {
    return dataset.column === undefined
        ? null
        : { row: parseInt(dataset.row), column: parseInt(dataset.column) };
}
