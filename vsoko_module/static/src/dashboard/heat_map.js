import { Component } from "@odoo/owl";
import { formatFigure } from "../figures/format";
import { BARRIERS } from "./reasons";

/**
 * One indicator by classes and subjects; the numbers stand in the cells, the colour only helps.
 */
export class HeatMap extends Component {
    static template = "vsoko_module.HeatMap";
    static props = {
        map: Object,
        indicators: Object,
        reasons: Object,
        onChoose: Function,
        onOpen: Function,
    };

    get indicator() {
        return this.props.indicators[this.props.map.indicator_id];
    }

    get choices() {
        return this.props.map.choices
            .filter((id) => this.props.indicators[id])
            .map((id) => ({ id, name: this.props.indicators[id].name }));
    }

    text(figure) {
        return formatFigure(figure.value, this.indicator, { bare: true });
    }

    title(place, figure) {
        if (figure.value === null) {
            return `${place}: ${this.props.reasons[figure.missing_reason]}`;
        }
        const text = `${place}: ${formatFigure(figure.value, this.indicator)}, n = ${figure.n}`;
        return figure.barrier ? `${text}, ${BARRIERS[figure.barrier]}` : text;
    }

    choose(event) {
        this.props.onChoose(parseInt(event.target.value));
    }
}
