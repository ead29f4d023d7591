import { Component, onWillStart, useRef, useState } from "@odoo/owl";

import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "vsoko.import";
const BADGES = {
    loaded: "text-bg-success",
    checked: "text-bg-warning",
    failed: "text-bg-danger",
    draft: "text-bg-light",
    undone: "text-bg-light",
};

/**
 * Drop several files; they are put in the order in which they depend on one another, checked and
 * loaded one by one. A file with errors waits for the person's decision.
 */
export class ImportUpload extends Component {
    static template = "vsoko_module.ImportUpload";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.inputRef = useRef("input");
        this.state = useState({ files: [], dragging: false, step: "", done: 0, total: 0 });
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

    get waiting() {
        return this.state.files.filter((file) => file.state === "draft");
    }

    /** Files in which somebody or something has to be named by a person. */
    get asking() {
        return this.state.files.filter((file) => file.questions);
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
        const ids = this.state.files.map((file) => file.id);
        await this.walk(_t("Reading"), files, async (file) => {
            const content = (await getDataURLFromFile(file)).split(",")[1] || "";
            ids.push(...(await this.orm.create(MODEL, [{ name: file.name, file: content }])));
        });
        this.state.files = await this.orm.call(MODEL, "action_recognise", [ids]);
    }

    async loadAll() {
        await this.walk(_t("Loading"), this.waiting, async (file) => {
            await this.orm.call(MODEL, "action_check", [[file.id]]);
            const [checked] = await this.orm.call(MODEL, "get_progress", [[file.id]]);
            if (checked.state === "checked" && !checked.errors && !checked.is_partial) {
                await this.load(file);
            } else {
                Object.assign(file, checked);
            }
        });
        await this.refresh(this.state.files.map((file) => file.id));
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
    }

    async loadOne(file) {
        await this.walk(_t("Loading"), [file], () => this.load(file));
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

    /** Nothing of the file can be loaded: the program may have misunderstood what it is. */
    isUnread(file) {
        const found = file.new + file.changed + file.skipped;
        return file.state === "failed" || (file.state === "checked" && !found);
    }

    /** One page with the questions of all files. */
    async settle() {
        const ids = this.asking.map((file) => file.id);
        this.action.doAction(await this.orm.call(MODEL, "action_settle", [ids]));
    }

    async tellColumns(file) {
        this.action.doAction(await this.orm.call(MODEL, "action_tell_columns", [[file.id]]));
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

registry.category("actions").add("vsoko_import_upload", ImportUpload);
