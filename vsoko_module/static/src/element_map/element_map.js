import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { formatFigure, formatNumber } from "../figures/format";
import { useKeptChoice } from "../page/kept_choice";
import { CellDialog } from "./cell_dialog";

const NUMBERS = ["year", "subject", "grade", "work"];
const CHOICE = [...NUMBERS, "kind"];

/** Elements of content or skills by classes; the numbers stand in the cells, the colour helps. */
export class ElementMap extends Component {
    static template = "vsoko_module.ElementMap";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    display = { controlPanel: {} };
    labels = { year: _t("School year"), subject: _t("Subject"), kind: _t("Kind of planned result") };
    kinds = [
        { id: "content", name: _t("Elements of content") },
        { id: "skill", name: _t("Skills") },
    ];

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        const context = this.props.action.context;
        // a page that is opened anew by its address knows the id alone
        const isWork = (context.active_model || "vsoko.assessment") === "vsoko.assessment";
        const work = isWork && context.active_id;
        const kept = useKeptChoice(this.props, CHOICE, () => ({ ...this.state.choice }));
        this.keep = kept.keep;
        const asked = context.choice || { work: work || false };
        this.state = useState({ map: null, choice: { ...asked, ...kept.begun } });
        onWillStart(() => this.load());
    }

    get map() {
        return this.state.map;
    }

    async load() {
        this.state.map = await this.orm.call("vsoko.element.share", "get_map", [
            { ...this.state.choice },
        ]);
        this.state.choice = this.state.map.choice;
        this.keep();
    }

    async choose(name, event) {
        const value = event.target.value;
        this.state.choice[name] = NUMBERS.includes(name) ? parseInt(value) || false : value;
        if (name === "year" || name === "subject") {
            Object.assign(this.state.choice, { work: false, grade: false });
        }
        await this.load();
    }

    /** The lowest level begins at nothing, so it is named by where the next one begins. */
    levelText(level, next) {
        const bound = (level.min_percent ? level : next || level).min_percent;
        const share = formatNumber(bound, 1, { trailingZeros: false });
        const words =
            level.min_percent || !next
                ? _t("from %s per cent", share)
                : _t("under %s per cent", share);
        return `${level.name}: ${words}`;
    }

    percent(cell) {
        return formatFigure(cell.percent, { digits: 1 });
    }

    title(line, place, cell) {
        const name = `${line.code} ${line.name}, ${place}`;
        if (!cell) {
            return _t("%s: no data", name);
        }
        return _t(
            "%(name)s: %(percent)s per cent of the points, pupils: %(n)s, achieved: %(reached)s of %(judged)s",
            { ...cell, name, percent: this.percent(cell) }
        );
    }

    open(line, school_class) {
        this.dialog.add(CellDialog, {
            choice: { ...this.state.choice },
            line: { id: line.id, code: line.code, name: line.name },
            schoolClass: { ...school_class },
        });
    }
}

registry.category("actions").add("vsoko_element_map", ElementMap);
