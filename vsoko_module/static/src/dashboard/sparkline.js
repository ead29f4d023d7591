import { Component } from "@odoo/owl";
import { formatFigure } from "../figures/format";

const WIDTH = 96;
const HEIGHT = 28;
const MARGIN = 4;

/**
 * A line of a figure over periods; a period without data breaks it.
 */
export class Sparkline extends Component {
    static template = "vsoko_module.Sparkline";
    static props = { points: Array, indicator: Object };

    width = WIDTH;
    height = HEIGHT;

    get known() {
        return this.props.points.filter((point) => point.value !== null);
    }

    get dots() {
        const values = this.known.map((point) => point.value);
        const low = Math.min(...values);
        const range = Math.max(...values) - low || 1;
        const step = (WIDTH - 2 * MARGIN) / Math.max(this.props.points.length - 1, 1);
        return this.props.points.map((point, place) => ({
            isKnown: point.value !== null,
            x: MARGIN + place * step,
            y: HEIGHT - MARGIN - ((point.value - low) / range) * (HEIGHT - 2 * MARGIN),
        }));
    }

    get lines() {
        const lines = [[]];
        for (const dot of this.dots) {
            if (dot.isKnown) {
                lines.at(-1).push(`${dot.x},${dot.y}`);
            } else {
                lines.push([]);
            }
        }
        return lines.filter((line) => line.length > 1).map((line) => line.join(" "));
    }

    /** The last point, and those that no line joins: gaps stand on either side. */
    get shownDots() {
        const dots = this.dots;
        const last = dots.findLast((dot) => dot.isKnown);
        const isAlone = (dot, place) =>
            dot.isKnown && !dots[place - 1]?.isKnown && !dots[place + 1]?.isKnown;
        return dots.filter((dot, place) => dot === last || isAlone(dot, place));
    }

    get title() {
        return this.known
            .map(({ period, value, n }) => {
                const text = `${period}: ${formatFigure(value, this.props.indicator)}`;
                return n ? `${text} (n = ${n})` : text;
            })
            .join("\n");
    }
}
