import { Component } from "@odoo/owl";
import { changeClass, changeWord, formatChange, formatFigure } from "../figures/format";
import { BARRIERS } from "./reasons";
import { Sparkline } from "./sparkline";

/**
 * One main figure: value with its status, target, change and trend.
 */
export class FigureCard extends Component {
    static template = "vsoko_module.FigureCard";
    static components = { Sparkline };
    static props = { figure: Object, indicator: Object, reasons: Object, onOpen: Function };

    barriers = BARRIERS;

    get value() {
        return formatFigure(this.props.figure.value, this.props.indicator);
    }

    get target() {
        return formatFigure(this.props.indicator.target, this.props.indicator);
    }

    get change() {
        return formatChange(this.props.figure.delta, this.props.indicator);
    }

    get changeClass() {
        return changeClass(this.props.figure.delta, this.props.indicator, this.props.figure.became);
    }

    get changeWord() {
        return changeWord(this.props.figure.delta, this.props.indicator, this.props.figure.became);
    }
}
