import { Component, useState } from "@odoo/owl";
import { Visit } from "./visit";

/** One criterion for a thumb: big points, the described behaviours one tap away. */
export class VisitCriterion extends Component {
    static template = "vsoko_module.VisitCriterion";
    static props = {
        criterion: Object,
        place: Number,
        answer: Object,
        onChoose: Function,
        onNote: Function,
    };

    notApplicable = Visit.notApplicable;

    setup() {
        this.state = useState({ isDescribed: false, isNoted: Boolean(this.props.answer.note) });
    }

    isChosen(points) {
        return this.props.answer.points === points;
    }

    /** What was seen, in the words of the rubric. */
    get chosen() {
        return this.props.criterion.levels[this.props.answer.points] || "";
    }
}
