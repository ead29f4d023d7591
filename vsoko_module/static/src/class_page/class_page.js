import { Component, onWillStart, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { useKeptChoice } from "../page/kept_choice";

/** One class in one period: the ledger, who stands where, absences, risks, words for the parents. */
export class ClassPage extends Component {
    static template = "vsoko_module.ClassPage";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    groups = {
        failing: _t("With debts"),
        threes: _t("With several threes"),
        one_three: _t("With one three"),
        good: _t("On «4» and «5»"),
        excellent: _t("On «5» alone"),
        unknown: _t("Without marks"),
    };
    noMark = _t("no mark");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.state = useState({ page: null, periodId: false });
        const kept = useKeptChoice(this.props, ["periodId"], () => ({
            periodId: this.state.periodId,
        }));
        this.keep = kept.keep;
        this.state.periodId = kept.begun.periodId || false;
        onWillStart(() => this.load());
    }

    get page() {
        return this.state.page;
    }

    get text() {
        return this.page.lines.join("\n");
    }

    get missedText() {
        return _t("Days missed by the class as a whole: %s", this.page.absences.days);
    }

    async load() {
        this.classId ||= this.props.action.context.active_id || (await this.findClass());
        if (!this.classId) {
            return;
        }
        this.state.page = await this.orm.call("vsoko.class", "get_page", [
            [this.classId],
            this.state.periodId,
        ]);
        this.state.periodId = this.page.period;
        this.keep();
    }

    /** The class of who has typed the address of the page: the own one, else the first. */
    async findClass() {
        // years have the newest first themselves
        const latest = { limit: 1, order: "year_id, id" };
        const own = [["homeroom_teacher_id.user_id", "=", user.userId]];
        const found = await this.orm.search("vsoko.class", own, latest);
        return (found.length ? found : await this.orm.search("vsoko.class", [], latest))[0];
    }

    async choosePeriod(event) {
        this.state.periodId = parseInt(event.target.value);
        await this.load();
    }

    cellTitle(row, subject, cell) {
        return `${row.name}, ${subject.name}: ${cell ? cell.text : this.noMark}`;
    }

    missed(pupil) {
        const { days, unexcused } = pupil;
        return unexcused
            ? _t("days: %(days)s, without a good reason: %(unexcused)s", { days, unexcused })
            : _t("days: %s", days);
    }

    openPupil(id) {
        return this.open("vsoko.student", id);
    }

    open(model, id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    async copy(event) {
        const area = event.target.closest("section").querySelector("textarea");
        await browser.navigator.clipboard.writeText(area.value);
        this.notification.add(_t("The text is copied"), { type: "success" });
    }
}

registry.category("actions").add("vsoko_class_page", ClassPage);
