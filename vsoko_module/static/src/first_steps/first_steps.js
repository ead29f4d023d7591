import { Component, onWillStart, useState } from "@odoo/owl";

import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { ImportFiles } from "../import_upload/import_files";
import { returnedAction } from "../page/returned_action";

const MODEL = "vsoko.first.steps";

/** From an empty database, or a new school year, to the first figures: steps are done by data. */
export class FirstSteps extends Component {
    static template = "vsoko_module.FirstSteps";
    static components = { ImportFiles, Layout };
    static props = { ...standardActionServiceProps };

    requisites = [
        { name: "name", label: _t("Full name, as it stands on papers"), required: true },
        { name: "city", label: _t("Town or village"), required: true },
        { name: "street", label: _t("Street and house") },
        { name: "zip", label: _t("Postcode") },
        { name: "phone", label: _t("Phone") },
        { name: "email", label: _t("E-mail") },
    ];
    kinds = [
        ["quarter", _t("Quarters")],
        ["trimester", _t("Trimesters")],
        ["half", _t("Half-years")],
    ];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.state = useState({ page: null, values: {}, kind: "quarter", open: null, busy: false });
        onWillStart(() => this.load());
    }

    get steps() {
        return this.state.page.steps;
    }

    get heading() {
        return this.state.page.is_new_year ? _t("Beginning of the school year") : _t("First steps");
    }

    get done() {
        return this.steps.filter((step) => step.is_done).length;
    }

    get doneText() {
        return _t("done: %(done)s of %(all)s", { done: this.done, all: this.steps.length });
    }

    yearButton(step) {
        return _t("Make the school year %s", step.proposed);
    }

    /** The first step that can be taken now. */
    get next() {
        return this.steps.find((step) => !step.is_done && !step.is_later);
    }

    /** What the person unfolded, else the next step. */
    get opened() {
        return this.state.open ?? this.next?.key;
    }

    mark(step) {
        if (step.is_done) {
            return { icon: "fa-check-circle text-success", name: _t("done") };
        }
        return step.is_later
            ? { icon: "fa-circle-o text-muted", name: _t("later") }
            : { icon: "fa-circle-o text-primary", name: _t("to be done") };
    }

    show(page) {
        this.state.page = page;
        const school = page.steps.find((step) => step.key === "school");
        Object.assign(this.state.values, school.values);
    }

    async load() {
        this.show(await this.orm.call(MODEL, "get_page", []));
    }

    /** What has come of the files stays in sight, though the step may be done now. */
    async stayAtFiles() {
        this.state.open = "files";
        await this.load();
    }

    toggle(step) {
        this.state.open = this.opened === step.key ? "" : step.key;
    }

    /** One press at a time; the next step opens by itself. */
    async take(method, args, text) {
        this.state.busy = true;
        try {
            const answer = await this.orm.call(MODEL, method, args);
            this.state.open = null;
            if (text) {
                this.show(answer);
                this.notification.add(text, { type: "success" });
            } else {
                await this.action.doAction(returnedAction(answer));
            }
        } finally {
            this.state.busy = false;
        }
    }

    saveSchool() {
        const { name, street, city, zip, phone, email } = this.state.values;
        const values = [name, street, city, zip, phone, email];
        return this.take("save_school", values, _t("The name of the school is kept."));
    }

    makeYear() {
        return this.take("make_year", [this.state.kind], _t("The school year is made."));
    }

    async makeAccounts() {
        const notice = await this.orm.call(MODEL, "make_accounts", []);
        delete notice.params.next;
        await this.action.doAction(returnedAction(notice));
        await this.load();
    }

    printInvitations() {
        return this.take("print_invitations", []);
    }

    makeReport() {
        return this.take("make_report", []);
    }

    promote(step) {
        const context = { default_year_id: step.year_id };
        this.action.doAction("vsoko_module.vsoko_promotion_action", {
            additionalContext: context,
            onClose: () => this.load(),
        });
    }

    openYear(step) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.year",
            res_id: step.year_id,
            views: [[false, "form"]],
        });
    }

    openHomeroom() {
        this.action.doAction("vsoko_module.vsoko_class_action_homeroom");
    }

    openAccounts() {
        this.action.doAction("vsoko_module.vsoko_account_action");
    }

    openOverview() {
        this.action.doAction("vsoko_module.vsoko_dashboard_action");
    }
}

registry.category("actions").add("vsoko_first_steps", FirstSteps);
