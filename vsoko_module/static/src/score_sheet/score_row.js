import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { markOf, parseCell } from "./cell";

export class ScoreRow extends Component {
    static template = "vsoko_module.ScoreRow";
    static props = {
        row: Object,
        place: Number,
        tasks: Array,
        bands: Array,
        hasVariants: Boolean,
        isOpen: Boolean,
    };

    get isLocked() {
        return !this.props.isOpen || !this.props.row.writable;
    }

    get isAway() {
        return ["absent", "exempt"].includes(this.props.row.attendance);
    }

    get points() {
        return this.props.row.texts.map(
            (text, place) => parseCell(text, this.props.tasks[place].max_score).points || 0
        );
    }

    get total() {
        return this.props.row.attendance === "present"
            ? this.points.reduce((sum, points) => sum + points, 0)
            : "";
    }

    get mark() {
        const { row, tasks, bands } = this.props;
        if (row.attendance !== "present") {
            return "";
        }
        return row.mark_given ? row.mark : markOf(this.points, tasks, bands) || "";
    }

    isValid(place) {
        return parseCell(this.props.row.texts[place], this.props.tasks[place].max_score).isValid;
    }

    title(place) {
        const { number, max_score } = this.props.tasks[place];
        return _t("Task %(number)s: from 0 to %(max)s", { number, max: max_score });
    }
}
