import { Component, onWillStart, useRef, useState } from "@odoo/owl";

import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { ChangesDialog } from "./changes_dialog";
import { returnedAction } from "../page/returned_action";

const MODEL = "vsoko.import";
const BADGES = {
    loaded: "text-bg-success",
    checked: "text-bg-warning",
    failed: "text-bg-danger",
    draft: "text-bg-light",
    undone: "text-bg-light",
};

/**
 * Drop several files; they are put in the order in which they depend on one another, checked, and
 * loaded when the person has seen what that would do. A file with errors waits for a decision.
 */
export class ImportFiles extends Component {
    static template = "vsoko_module.ImportFiles";
    static props = { onLoaded: { type: Function, optional: true } };

    counts = [
        { name: "new", label: _t("New") },
        { name: "changed", label: _t("Changed") },
        { name: "skipped", label: _t("Unchanged") },
        { name: "errors", label: _t("Errors") },
    ];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.inputRef = useRef("input");
        this.state = useState({
            files: [],
            dragging: false,
            step: "",
            done: 0,
            total: 0,
            result: null,
        });
        onWillStart(() => this.restore());
    }

    /** Files that this person uploaded earlier and that still wait. */
    async restore() {
        const states = ["draft", "checked", "failed"];
        const waiting = await this.orm.search(MODEL, [["state", "in", states]], { limit: 200 });
        await this.refresh(waiting);
    }

    get busy() {
        return Boolean(this.state.step);
    }

    get percent() {
        return this.state.total ? Math.round((100 * this.state.done) / this.state.total) : 0;
    }

    get unchecked() {
        return this.state.files.filter((file) => file.state === "draft");
    }

    get ready() {
        return this.state.files.filter((file) => this.isClean(file));
    }

    /** Files whose reason may be gone by now: another file, a name, a year has come. */
    get refused() {
        return this.state.files.filter(
            (file) => file.state === "failed" || (file.state === "checked" && !this.isClean(file))
        );
    }

    /** Files in which somebody or something has to be named by a person. */
    get asking() {
        return this.state.files.filter((file) => file.questions);
    }

    /** Years that files name and the program has not, each with its files. */
    get calendars() {
        const calendars = new Map();
        for (const file of this.state.files.filter((one) => one.calendar)) {
            const known = calendars.get(file.calendar.year) || { ...file.calendar, files: [] };
            known.files.push(file);
            calendars.set(file.calendar.year, known);
        }
        return [...calendars.values()];
    }

    calendarText({ name, files }) {
        return _t(
            "The files name the school year %(year)s, which is not here or has no such terms. Files: %(count)s.",
            { year: name, count: files.length }
        );
    }

    calendarButton({ name }) {
        return _t("Make the school year %s named in the file", name);
    }

    get resultText() {
        const { files, marks, errors, left } = this.state.result;
        const loaded = _t("Loaded files: %(files)s, marks: %(marks)s, errors: %(errors)s.", {
            files,
            marks,
            errors,
        });
        if (!left) {
            return loaded;
        }
        const rest = _t("Not loaded: %s.", left);
        return `${loaded} ${rest}`;
    }

    isFound(file) {
        return file.new + file.changed + file.skipped > 0;
    }

    isClean(file) {
        const correct = file.state === "checked" && !file.errors && !file.is_partial;
        return correct && this.isFound(file);
    }

    /** A ledger before its lists: it is checked again when these are loaded. */
    isEarly(file) {
        return (
            this.refused.includes(file) &&
            this.ready.some((one) => one.order < file.order && one.new)
        );
    }

    countClass(file, { name }) {
        return {
            "fw-bold": file[name] && ["changed", "errors"].includes(name),
            "text-danger": file[name] && name === "errors",
        };
    }

    badge(file) {
        return file.state === "loaded" && file.is_partial ? "text-bg-warning" : BADGES[file.state];
    }

    onDrop(ev) {
        this.state.dragging = false;
        this.upload([...ev.dataTransfer.files]);
    }

    onChoose(ev) {
        const files = [...ev.target.files];
        ev.target.value = "";
        this.upload(files);
    }

    async upload(files) {
        if (this.busy || !files.length) {
            return;
        }
        this.state.result = null;
        const ids = new Set(this.state.files.map((file) => file.id));
        await this.walk(_t("Reading"), files, async (file) => ids.add(await this.send(file)));
        this.state.files = await this.orm.call(MODEL, "action_recognise", [[...ids]]);
    }

    /** A corrected file comes in the place of the one that waits under the same name. */
    async send(file) {
        const content = (await getDataURLFromFile(file)).split(",")[1] || "";
        const known = this.state.files.find(
            (one) => one.name === file.name && one.state !== "loaded"
        );
        if (known) {
            await this.orm.write(MODEL, [known.id], { file: content });
            return known.id;
        }
        const [id] = await this.orm.create(MODEL, [{ name: file.name, file: content }]);
        return id;
    }

    async check(file) {
        await this.orm.call(MODEL, "action_check", [[file.id]]);
        await this.show(file);
    }

    async checkAll(files) {
        this.state.result = null;
        await this.walk(_t("Checking"), files, (file) => this.check(file));
    }

    async loadAll() {
        const ready = this.ready;
        const changing = ready.filter((file) => file.changed);
        if (changing.length && !(await this.askAboutChanges(changing))) {
            return;
        }
        const waiting = this.state.files.filter((file) => file.state !== "loaded");
        let brought = false;
        await this.walk(_t("Loading"), waiting, async (file) => {
            if (!this.isClean(file) && brought) {
                await this.check(file);
            }
            // what a second check finds to change was seen by nobody yet
            if (this.isClean(file) && (!file.changed || ready.includes(file))) {
                brought = (await this.load(file)) || brought;
            }
        });
        await this.showResult();
    }

    /** Load one file; a refusal is shown beside it and does not stop the others. */
    async load(file) {
        try {
            await this.orm.silent.call(MODEL, "action_load", [[file.id]]);
        } catch (error) {
            if (!error.data) {
                throw error;
            }
            this.notification.add(error.data.message, { title: file.name, type: "danger" });
        }
        await this.show(file);
        return file.state === "loaded";
    }

    async loadOne(file) {
        if (file.changed && !(await this.askAboutChanges([file]))) {
            return;
        }
        await this.walk(_t("Loading"), [file], () => this.load(file));
        await this.showResult();
    }

    async askAboutChanges(files) {
        const ids = files.map((file) => file.id);
        const changes = await this.orm.call(MODEL, "get_changes", [ids]);
        return new Promise((resolve) => {
            this.dialog.add(
                ChangesDialog,
                { changes, confirm: () => resolve(true) },
                { onClose: () => resolve(false) }
            );
        });
    }

    /** Make a year that files name, with its terms, and check these files again. */
    async makeCalendar({ files }) {
        await this.orm.call(MODEL, "action_make_calendar", [[files[0].id]]);
        await this.checkAll(files);
    }

    async showResult() {
        const ids = this.state.files.map((file) => file.id);
        await this.refresh(ids);
        const result = await this.orm.call(MODEL, "get_result", [ids]);
        this.state.result = result.files ? result : null;
        this.props.onLoaded?.();
    }

    async show(file) {
        const [fresh] = await this.orm.call(MODEL, "get_progress", [[file.id]]);
        Object.assign(file, fresh);
    }

    async walk(step, items, work) {
        Object.assign(this.state, { step, done: 0, total: items.length });
        try {
            for (const item of items) {
                await work(item);
                this.state.done++;
            }
        } finally {
            this.state.step = "";
        }
    }

    async refresh(ids) {
        this.state.files = ids.length ? await this.orm.call(MODEL, "get_progress", [ids]) : [];
    }

    open(file) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: MODEL,
            res_id: file.id,
            views: [[false, "form"]],
        });
    }

    openPage(page) {
        this.action.doAction(returnedAction(page.action));
    }

    /** Nothing of the file can be loaded: the program may have misunderstood what it is. */
    isUnread(file) {
        return file.state === "failed" || (file.state === "checked" && !this.isFound(file));
    }

    /** One page with the questions of all files. */
    async settle() {
        const ids = this.asking.map((file) => file.id);
        const action = await this.orm.call(MODEL, "action_settle", [ids]);
        this.action.doAction(returnedAction(action));
    }

    async tellColumns(file) {
        const action = await this.orm.call(MODEL, "action_tell_columns", [[file.id]]);
        this.action.doAction(returnedAction(action));
    }

    /** A file that is not loaded leaves nothing behind. */
    async remove(file) {
        await this.orm.unlink(MODEL, [file.id]);
        this.state.files = this.state.files.filter((one) => one.id !== file.id);
    }

    openTemplates() {
        this.action.doAction("vsoko_module.vsoko_import_template_action");
    }
}
