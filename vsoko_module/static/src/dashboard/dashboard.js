import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { useKeptChoice } from "../page/kept_choice";
import { changeClass, formatChange, formatFigure } from "../figures/format";
import { FigureCard } from "./figure_card";
import { HeatMap } from "./heat_map";
import { BARRIERS, MISSING_REASONS } from "./reasons";
import { returnedAction } from "../page/returned_action";

export class Dashboard extends Component {
    static template = "vsoko_module.Dashboard";
    static components = { Layout, FigureCard, HeatMap };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    statuses = {
        critical: _t("Critical"),
        acceptable: _t("Acceptable"),
        optimal: _t("Optimal"),
        grey: _t("Too few data"),
    };
    reasons = MISSING_REASONS;

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        const kept = useKeptChoice(this.props, ["periodId", "indicatorId"], () => ({
            periodId: this.state.periodId,
            indicatorId: this.state.indicatorId,
        }));
        this.keep = kept.keep;
        const { periodId, indicatorId } = kept.begun;
        this.state = useState({
            data: null,
            banner: false,
            periodId,
            indicatorId,
            isCalculating: false,
        });
        onWillStart(() => Promise.all([this.load(), this.loadBanner()]));
    }

    get data() {
        return this.state.data;
    }

    get heading() {
        return this.data.rights.school ? _t("Main figures of the school") : _t("My figures");
    }

    get calculatedOn() {
        return formatDateTime(deserializeDateTime(this.data.period.calculated_on));
    }

    async load() {
        const { periodId, indicatorId } = this.state;
        this.state.data = await this.orm.call("vsoko.dashboard", "get_overview", [
            periodId || false,
            indicatorId || false,
        ]);
        this.state.periodId = this.data.period && this.data.period.id;
        this.keep();
    }

    /** What is left of the first steps, for those who take them. */
    async loadBanner() {
        this.state.banner = await this.orm.call("vsoko.first.steps", "get_banner", []);
    }

    get bannerText() {
        const { is_new_year, done, all, next } = this.state.banner;
        const values = { done, all, next };
        return is_new_year
            ? _t("Beginning of the school year: %(done)s of %(all)s steps. Next: %(next)s.", values)
            : _t("First steps: %(done)s of %(all)s. Next: %(next)s.", values);
    }

    async choosePeriod(event) {
        this.state.periodId = parseInt(event.target.value);
        await this.load();
    }

    async chooseIndicator(indicatorId) {
        this.state.indicatorId = indicatorId;
        this.data.heat_map = await this.orm.call("vsoko.dashboard", "get_heat_map", [
            this.state.periodId,
            indicatorId,
        ]);
        this.keep();
    }

    async calculate() {
        this.state.isCalculating = true;
        try {
            const result = await this.orm.call("vsoko.period", "action_calculate", [
                [this.state.periodId],
            ]);
            delete result.params.next;
            await this.action.doAction(returnedAction(result));
            await this.load();
        } finally {
            this.state.isCalculating = false;
        }
    }

    openFigure(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.indicator.value",
            res_id: id,
            views: [[false, "form"]],
        });
    }

    openObject(object) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: object.short_name,
            res_model: "vsoko.indicator",
            views: [
                [false, "list"],
                [false, "form"],
            ],
            domain: [["object_id", "=", object.id]],
            context: { search_default_group_criterion: 1 },
        });
    }

    openValues(object) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: object.short_name,
            res_model: "vsoko.indicator.value",
            views: [
                [false, "list"],
                [false, "form"],
            ],
            domain: [
                ["object_id", "=", object.id],
                ["period_id", "=", this.state.periodId],
            ],
            context: { search_default_school: 1, search_default_group_criterion: 1 },
        });
    }

    openAllCritical() {
        return this.openPeriod("action_open_critical");
    }

    openMissingMarks() {
        return this.openPeriod("action_open_missing_marks");
    }

    async openPeriod(method) {
        const action = await this.orm.call("vsoko.period", method, [[this.state.periodId]]);
        return this.action.doAction(returnedAction(action));
    }

    openList(xmlId) {
        return this.action.doAction(`vsoko_module.${xmlId}`);
    }

    deviationTitle(figure) {
        const { name } = this.indicator(figure);
        return figure.barrier ? `${name}: ${BARRIERS[figure.barrier]}` : name;
    }

    indicator(figure) {
        return this.data.indicators[figure.indicator_id];
    }

    valueText(figure) {
        return formatFigure(figure.value, this.indicator(figure));
    }

    changeText(figure) {
        return formatChange(figure.delta, this.indicator(figure));
    }

    changeClass(figure) {
        return changeClass(figure.delta, this.indicator(figure), figure.became);
    }
}

registry.category("actions").add("vsoko_dashboard", Dashboard);
