import { _t } from "@web/core/l10n/translation";
import { formatFloat } from "@web/core/utils/numbers";

const NBSP = "\u00a0";
const MINUS = "\u2212";

/**
 * Round half away from zero on the decimal text of fifteen significant digits, as
 * `tools/numbers.py` does; zero has no sign.
 *
 * @param {number} value
 * @param {number} digits
 */
export function rounded(value, digits) {
    const [mantissa, exponent = 0] = Math.abs(value).toPrecision(15).split("e");
    const whole = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
    const [size, shift = 0] = String(whole).split("e");
    return Math.sign(value) * Number(`${size}e${Number(shift) - digits}`) || 0;
}

/**
 * Write a number with so many decimals.
 */
export function formatNumber(value, digits, options = {}) {
    return formatFloat(rounded(value, digits), { digits: [16, digits], ...options });
}

/**
 * Return the difference of two figures as they are shown.
 */
export function shownChange(current, previous, digits) {
    return rounded(rounded(current, digits) - rounded(previous, digits), digits);
}

/**
 * Write a figure for people: `61,5 %`, `552`, `3,54`.
 *
 * @param {number} value
 * @param {{ unit?: string, digits?: number }} indicator
 * @param {{ digits?: number, bare?: boolean }} [options] `bare` leaves the unit out
 */
export function formatFigure(value, indicator, options = {}) {
    const digits = options.digits ?? indicator.digits ?? 1;
    const text = formatNumber(value, digits);
    return indicator.unit === "percent" && !options.bare ? `${text}${NBSP}%` : text;
}

function isNoise(delta, indicator) {
    return !rounded(delta, indicator.digits ?? 1);
}

/**
 * Write a change with its sign; changes of percentages are in percentage points.
 */
export function formatChange(delta, indicator) {
    if (isNoise(delta, indicator)) {
        return _t("no change");
    }
    const size = formatNumber(Math.abs(delta), indicator.digits ?? 1);
    const text = `${delta < 0 ? MINUS : "+"}${size}`;
    return indicator.unit === "percent" ? _t("%(change)s p.p.", { change: text }) : text;
}

/**
 * Return the classes of a change: where the figure went and whether that is for the better.
 *
 * @param {false | null | "better" | "worse" | "chance"} became what the server makes of it by the
 *     people behind both figures: what chance can do is neither
 */
export function changeClass(delta, indicator, became) {
    if (isNoise(delta, indicator)) {
        return "o_vsoko_change o_vsoko_same";
    }
    const direction = delta > 0 ? "o_vsoko_up" : "o_vsoko_down";
    const judged = { better: "o_vsoko_better", worse: "o_vsoko_worse" }[became];
    return `o_vsoko_change ${direction} ${judged || "o_vsoko_same"}`;
}

const JUDGED = {
    better: _t("became better"),
    worse: _t("became worse"),
    chance: _t("within what chance can do"),
};

/** What became of a figure in words; nothing is said of a change that cannot be seen. */
export function changeWord(delta, indicator, became) {
    return isNoise(delta, indicator) ? "" : JUDGED[became] || "";
}
