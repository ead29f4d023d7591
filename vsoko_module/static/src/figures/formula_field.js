import { Component, onWillStart, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { CharField, charField } from "@web/views/fields/char/char_field";

/**
 * What may stand in a formula: functions and signs with examples, codes of the indicators.
 */
export class FormulaHelp extends Component {
    static template = "vsoko_module.FormulaHelp";
    static components = { Dialog };
    static props = { frameworkId: { type: Number }, close: Function };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ operations: [], codes: [], search: "" });
        onWillStart(async () => {
            const help = await this.orm.call("vsoko.indicator", "get_formula_help", [
                this.props.frameworkId,
            ]);
            Object.assign(this.state, help);
        });
    }

    get functions() {
        return this.state.operations.filter((operation) => operation.kind === "function");
    }

    get signs() {
        return this.state.operations.filter((operation) => operation.kind === "operator");
    }

    get codes() {
        const search = this.state.search.toLowerCase();
        return this.state.codes.filter(({ code, name }) =>
            `${code} ${name}`.toLowerCase().includes(search)
        );
    }
}

export class FormulaField extends CharField {
    static template = "vsoko_module.FormulaField";

    setup() {
        super.setup();
        this.dialog = useService("dialog");
    }

    openHelp() {
        const framework = this.props.record.data.framework_id;
        this.dialog.add(FormulaHelp, { frameworkId: framework ? framework.id : 0 });
    }
}

export const formulaField = {
    ...charField,
    component: FormulaField,
    displayName: _t("Formula"),
    fieldDependencies: [{ name: "framework_id", type: "many2one" }],
};
registry.category("fields").add("vsoko_formula", formulaField);
