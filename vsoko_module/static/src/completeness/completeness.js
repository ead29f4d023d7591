import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { useKeptChoice } from "../page/kept_choice";
import { returnedAction } from "../page/returned_action";

/** Classes by periods of a year: which part of the expected marks is there. */
export class CompletenessMatrix extends Component {
    static template = "vsoko_module.CompletenessMatrix";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    school = _t("School");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        const kept = useKeptChoice(this.props, ["yearId"], () => ({ yearId: this.state.yearId }));
        this.keep = kept.keep;
        this.state = useState({ matrix: null, yearId: kept.begun.yearId || false });
        onWillStart(() => this.load());
    }

    get matrix() {
        return this.state.matrix;
    }

    get hasErrors() {
        return this.matrix.total_files.some((files) => files.errors);
    }

    /** Whether there are wrong files whose period nobody knows. */
    get hasLost() {
        return Boolean(this.matrix.total_files.at(-1).errors);
    }

    get tooFew() {
        return _t("Under %s per cent: the figures are not judged", this.matrix.least);
    }

    async load() {
        this.state.matrix = await this.orm.call("vsoko.completeness", "get_matrix", [
            this.state.yearId,
        ]);
        this.state.yearId = this.matrix.year;
        this.keep();
    }

    async chooseYear(event) {
        this.state.yearId = parseInt(event.target.value);
        await this.load();
    }

    title(place, period, cell) {
        const name = `${place}, ${period.name}`;
        if (cell) {
            return _t("%(name)s: %(known)s of %(expected)s expected marks", { ...cell, name });
        }
        if (!period.is_calculated) {
            return _t("%s: not calculated yet", name);
        }
        return _t("%s: no marks are expected", name);
    }

    /** The subjects of a class without marks; the lists of pupils are behind each. */
    async open(period, row) {
        const action = await this.orm.call("vsoko.period", "action_open_missing_marks", [
            [period.id],
        ]);
        action.display_name = `${row ? row.name : this.school}, ${period.name}`;
        if (row) {
            action.domain.push(["class_id", "=", row.id]);
            action.context = { search_default_missing: 1, search_default_group_subject: 1 };
        }
        return this.action.doAction(returnedAction(action));
    }

    async openFiles(ids) {
        const action = await this.action.loadAction("vsoko_module.vsoko_import_action");
        return this.action.doAction({ ...action, domain: [["id", "in", ids]], context: {} });
    }

    openList() {
        return this.action.doAction("vsoko_module.vsoko_fact_expected_mark_action");
    }
}

registry.category("actions").add("vsoko_completeness_matrix", CompletenessMatrix);
