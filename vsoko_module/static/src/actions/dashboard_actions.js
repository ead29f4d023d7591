import { patch } from "@web/core/utils/patch";
import { Dashboard } from "../dashboard/dashboard";
import { returnedAction } from "../page/returned_action";

/** What is done about the figures that are out of line, beside them. */
patch(Dashboard.prototype, {
    /** Return {id, text, is_overdue} of the first of the figures that somebody works on. */
    workOn(figures) {
        const figure = figures.find(({ id }) => this.data.actions[id]);
        return figure && this.data.actions[figure.id];
    },

    /** Act on the first share: of what is none, chance and so an effect cannot be told. */
    async takeMeasures(figures) {
        const isShare = (figure) => this.indicator(figure).unit === "percent";
        const figure = figures.find(isShare) || figures[0];
        const action = await this.orm.call("vsoko.indicator.value", "action_take_measures", [
            [figure.id],
        ]);
        return this.action.doAction(returnedAction(action));
    },

    openAction(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.action",
            res_id: id,
            views: [[false, "form"]],
        });
    },
});
