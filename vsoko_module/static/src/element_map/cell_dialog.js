import { Component, onWillStart } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { formatFigure } from "../figures/format";

/** What is behind a cell of the map: who has not mastered the element, and the tasks. */
export class CellDialog extends Component {
    static template = "vsoko_module.ElementMapCell";
    static components = { Dialog };
    static props = { choice: Object, line: Object, schoolClass: Object, close: Function };

    states = {
        reached: _t("Achieved"),
        not_reached: _t("Not achieved"),
        few: _t("Too few tasks"),
        not_checked: _t("Not checked"),
    };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        onWillStart(async () => {
            this.cell = await this.orm.call("vsoko.element.share", "get_cell", [
                this.props.choice,
                this.props.schoolClass.id,
                this.props.line.id,
            ]);
        });
    }

    get title() {
        return `${this.props.schoolClass.name}. ${this.props.line.code} ${this.props.line.name}`;
    }

    percent(value) {
        return value === null ? "—" : formatFigure(value, { unit: "percent", digits: 1 });
    }

    date(task) {
        return formatDate(deserializeDate(task.date));
    }

    stateText(pupil) {
        return pupil.state === "reached" ? pupil.level : this.states[pupil.state];
    }

    stateClass(pupil) {
        const judged = pupil.state === "reached" || pupil.state === "not_reached";
        return `badge text-wrap o_vsoko_status_${judged ? pupil.status : "grey"}`;
    }

    openPupil(pupil) {
        this.props.close();
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "vsoko.student",
            res_id: pupil.id,
            views: [[false, "form"]],
        });
    }

    openList() {
        this.props.close();
        const field = this.props.choice.kind === "skill" ? "skill_id" : "content_id";
        return this.action.doAction({
            type: "ir.actions.act_window",
            name: this.title,
            res_model: "vsoko.mastery",
            views: [
                [false, "list"],
                [false, "pivot"],
            ],
            domain: [
                ["year_id", "=", this.props.choice.year],
                ["class_id", "=", this.props.schoolClass.id],
                [field, "=", this.props.line.id],
            ],
        });
    }
}
