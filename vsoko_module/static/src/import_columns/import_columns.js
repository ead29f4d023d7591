import { Component, onWillStart, useState } from "@odoo/owl";

import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "vsoko.import";
const IGNORED = "ignored";

/**
 * People say what a table is that the program does not know: its kind, the row of its heading and
 * the meaning of each column. Each step shows at once how the first rows are read.
 */
export class ImportColumns extends Component {
    static template = "vsoko_module.ImportColumns";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    examples = {
        task: _t("number = maximum: 4К1 = 3"),
        period: _t("period, if the heading is one"),
        subject: _t("name of the subject"),
    };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.keepLast = new KeepLast();
        this.importId = this.props.action.context.active_id;
        this.state = useState({ name: "", layouts: [], sheets: [], choice: null, seen: null });
        onWillStart(() => this.start());
    }

    async start() {
        const told = await this.orm.call(MODEL, "get_columns", [[this.importId]]);
        Object.assign(this.state, told);
        await this.look(told.choice);
    }

    /** Ask how the first rows are read; an answer that is no longer the last is dropped. */
    async look(choice) {
        this.state.choice = choice;
        const seen = await this.keepLast.add(
            this.orm.call(MODEL, "look_columns", [[this.importId], choice])
        );
        Object.assign(this.state, { seen, choice: seen.choice });
    }

    get layout() {
        return this.state.layouts.find((layout) => layout.key === this.state.choice.layout);
    }

    get columns() {
        return this.state.seen.rows.length ? [...this.state.seen.rows[0].keys()] : [];
    }

    /** What a column is for; columns right of the heading are not read. */
    use(column) {
        return this.state.choice.uses[column] || [IGNORED, ""];
    }

    parameter(column) {
        const [field] = this.use(column);
        return this.layout.uses.find((use) => use.field === field)?.parameter;
    }

    isIgnored(column) {
        return this.use(column)[0] === IGNORED;
    }

    isHeading(row) {
        const { row: first, lines } = this.state.choice;
        return row >= first && row < first + lines;
    }

    /** Another kind, sheet or heading: what the columns mean is guessed anew. */
    change(values) {
        return this.look({ ...this.state.choice, ...values, uses: [] });
    }

    setUse(column, field) {
        return this.tell(column, [field, ""]);
    }

    setParameter(column, text) {
        return this.tell(column, [this.use(column)[0], text.trim()]);
    }

    tell(column, use) {
        const uses = this.state.choice.uses.map((one, place) => (place === column ? use : one));
        return this.look({ ...this.state.choice, uses });
    }

    async check() {
        await this.orm.call(MODEL, "action_arrange", [[this.importId], this.state.choice]);
        await this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: MODEL,
                res_id: this.importId,
                views: [[false, "form"]],
            },
            { stackPosition: "replaceCurrentAction" }
        );
    }

    leave() {
        this.action.restore();
    }
}

registry.category("actions").add("vsoko_import_columns", ImportColumns);
