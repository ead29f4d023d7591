import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { useKeptChoice } from "../page/kept_choice";
import { changeClass, formatChange, formatFigure, shownChange } from "../figures/format";

const PERCENT = { unit: "percent", digits: 1, direction: "more" };
const MARK = { digits: 2, direction: "more" };
const ALL = "all";

/** The same pupils: from work to work, from year to year, before and after a new level. */
export class Dynamics extends Component {
    static template = "vsoko_module.Dynamics";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };

    setup() {
        this.orm = useService("orm");
        const kept = useKeptChoice(this.props, ["class", "subject", "parallel"], () => ({
            ...this.state.choice,
            subject: this.state.choice.subject || ALL,
        }));
        this.keep = kept.keep;
        const choice = { ...this.firstChoice(), ...this.chosenBefore(kept.begun) };
        this.state = useState({ page: null, choice });
        onWillStart(() => this.load());
    }

    /** An address holds no empty value: all subjects have a word there. */
    chosenBefore({ subject, parallel, ...choice }) {
        return {
            ...choice,
            ...(subject && { subject: subject === ALL ? false : subject }),
            ...(parallel && { parallel: true }),
        };
    }

    firstChoice() {
        const { active_id, active_model } = this.props.action.context;
        if (active_model === "vsoko.class") {
            return { class: active_id, parallel: false };
        }
        return active_model === "vsoko.assessment" ? { work: active_id } : {};
    }

    get page() {
        return this.state.page;
    }

    async load() {
        this.state.page = await this.orm.call("vsoko.dynamics", "get_page", [
            { ...this.state.choice },
        ]);
        this.state.choice = this.state.page.choice;
        this.keep();
    }

    async chooseClass(event) {
        Object.assign(this.state.choice, { class: parseInt(event.target.value), works: [] });
        await this.load();
    }

    async chooseSubject(event) {
        Object.assign(this.state.choice, { subject: parseInt(event.target.value) || false, works: [] });
        await this.load();
    }

    async toggleParallel(event) {
        Object.assign(this.state.choice, { parallel: event.target.checked, works: [] });
        await this.load();
    }

    async toggleWork(work) {
        const works = this.state.choice.works;
        this.state.choice.works = work.chosen
            ? works.filter((id) => id !== work.id)
            : [...works, work.id];
        await this.load();
    }

    get lines() {
        const works = Object.fromEntries(this.page.series.works.map((work) => [work.id, work]));
        return this.page.series.lines.map((line, place, lines) => ({
            ...line,
            change:
                line.change === null
                    ? null
                    : shownChange(line.percent, lines[place - 1].percent, PERCENT.digits),
            work: works[line.id],
        }));
    }

    date(work) {
        return formatDate(deserializeDate(work.date));
    }

    percent(value) {
        return value === null ? "—" : formatFigure(value, PERCENT);
    }

    mark(value) {
        return value === null ? "—" : formatFigure(value, MARK);
    }

    change(value) {
        return value === null ? "" : formatChange(value, PERCENT);
    }

    changeClass(value) {
        return value === null ? "" : changeClass(value, PERCENT);
    }

    /** Of a gap nothing is told but that it is one. */
    barTitle(name, value, n) {
        const text = `${name}: ${this.percent(value)}`;
        return value === null ? text : `${text} (n = ${n})`;
    }

    barStyle(value) {
        return `height: ${((value || 0) / 100) * 8}rem`;
    }

    get sameRemark() {
        return _t("Only those who wrote every chosen work are counted: %s pupils.", this.page.series.n);
    }

    get cohortRemark() {
        return _t(
            "«The same pupils» are those of today's class who have marks in every year shown: %s. «The whole class» is as it was then.",
            this.page.cohort.n
        );
    }

    get adaptationRemark() {
        const { before, after } = this.page.adaptation;
        return _t("Before: %(before)s. After: %(after)s. Only pupils with both marks.", {
            before,
            after,
        });
    }
}

registry.category("actions").add("vsoko_dynamics", Dynamics);
