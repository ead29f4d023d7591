import { _t } from "@web/core/l10n/translation";
import { formatFloat } from "@web/core/utils/numbers";

const NBSP = "\u00a0";
const MINUS = "\u2212";

/**
 * Write a figure for people: `61,5 %`, `552`, `3,54`.
 *
 * @param {number} value
 * @param {{ unit?: string, digits?: number }} indicator
 * @param {{ digits?: number, bare?: boolean }} [options] `bare` leaves the unit out
 */
export function formatFigure(value, indicator, options = {}) {
    const digits = options.digits ?? indicator.digits ?? 1;
    const text = formatFloat(value, { digits: [16, digits] });
    return indicator.unit === "percent" && !options.bare ? `${text}${NBSP}%` : text;
}

function isNoise(delta, indicator) {
    return Math.abs(delta) < 0.5 * 10 ** -(indicator.digits ?? 1);
}

/**
 * Write a change with its sign; changes of percentages are in percentage points.
 */
export function formatChange(delta, indicator) {
    if (isNoise(delta, indicator)) {
        return _t("no change");
    }
    const size = formatFloat(Math.abs(delta), { digits: [16, indicator.digits ?? 1] });
    const text = `${delta < 0 ? MINUS : "+"}${size}`;
    return indicator.unit === "percent" ? _t("%(change)s p.p.", { change: text }) : text;
}

/**
 * Return the classes of a change: where the figure went and whether that is for the better.
 */
export function changeClass(delta, indicator) {
    if (isNoise(delta, indicator)) {
        return "o_vsoko_change o_vsoko_same";
    }
    const direction = delta > 0 ? "o_vsoko_up" : "o_vsoko_down";
    if (!["more", "less"].includes(indicator.direction)) {
        return `o_vsoko_change o_vsoko_same ${direction}`;
    }
    const isBetter = delta > 0 === (indicator.direction === "more");
    return `o_vsoko_change ${direction} ${isBetter ? "o_vsoko_better" : "o_vsoko_worse"}`;
}
