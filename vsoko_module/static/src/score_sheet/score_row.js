import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { markOf, parseCell, pointsText } from "./cell";

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

    get cells() {
        return this.props.row.texts.map((text, place) =>
            parseCell(text, this.props.tasks[place])
        );
    }

    /** Points by task; null while there is nothing to be counted. */
    get points() {
        const isCounted =
            this.props.row.attendance === "present" && this.cells.every((cell) => cell.isValid);
        return isCounted ? this.cells.map((cell) => cell.points || 0) : null;
    }

    get total() {
        return this.points
            ? pointsText(this.points.reduce((sum, points) => sum + points, 0))
            : "";
    }

    get mark() {
        const { row, tasks, bands } = this.props;
        if (!this.points) {
            return "";
        }
        return row.mark_given ? row.mark : markOf(this.points, tasks, bands) || "";
    }

    title(place) {
        const { number, max_score } = this.props.tasks[place];
        return _t("Task %(number)s: from 0 to %(max)s", { number, max: max_score });
    }
}
