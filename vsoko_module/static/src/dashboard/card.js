import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { formatFigure } from "../figures/format";
import { BARRIERS, MISSING_REASONS } from "./reasons";
import { Sparkline } from "./sparkline";

/**
 * Main figures of the class, teacher or pupil of the form, period by period.
 */
export class FiguresOverTime extends Component {
    static template = "vsoko_module.FiguresOverTime";
    static components = { Sparkline };
    static props = { ...standardWidgetProps };

    reasons = MISSING_REASONS;
    barriers = BARRIERS;

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ periods: [], rows: [] });
        onWillStart(() => this.load(this.props.record));
        onWillUpdateProps((props) => this.load(props.record));
    }

    async load(record) {
        const card = record.resId
            ? await this.orm.call("vsoko.dashboard", "get_card", [record.resModel, record.resId])
            : { periods: [], rows: [] };
        Object.assign(this.state, card);
    }

    text(figure, indicator) {
        return formatFigure(figure.value, indicator);
    }

    trend(row) {
        return this.state.periods
            .map((period, place) => ({ ...period, figure: row.cells[place] }))
            .filter((period) => period.is_term)
            .map(({ name, figure }) => ({
                period: name,
                value: figure ? figure.value : null,
                n: figure ? figure.n : null,
            }));
    }

    openFigure(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.indicator.value",
            res_id: id,
            views: [[false, "form"]],
        });
    }
}

registry.category("view_widgets").add("vsoko_figures_over_time", { component: FiguresOverTime });
