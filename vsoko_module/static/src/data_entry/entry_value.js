import { _t } from "@web/core/l10n/translation";

const NUMBERS = ["integer", "number", "percent"];

/** The number that a text says, NaN for anything else: «1 234,5». */
export function numberOf(text) {
    const value = text.replace(/\s/g, "").replace(",", ".").replace("−", "-");
    return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
}

/**
 * Why a text is no value of an element, "" when it is one or blank.
 *
 * @param {string} text
 * @param {Object} element with `kind`, `least` and `most`, null where there is no bound, and
 *     `words`, null where answers have no names
 */
export function refusalOf(text, { kind, least, most, words }) {
    if (words && text && !Object.values(words).map(String).includes(text)) {
        return _t("“%s” is not one of the answers", text);
    }
    if (!text.trim() || !NUMBERS.includes(kind)) {
        return "";
    }
    const number = numberOf(text);
    if (Number.isNaN(number)) {
        return _t("“%s” is not a number", text);
    }
    if (kind === "integer" && !Number.isInteger(number)) {
        return _t("“%s” is not a whole number", text);
    }
    if (least !== null && number < least) {
        return _t("%(number)s is less than %(least)s", { number: text, least });
    }
    if (most !== null && number > most) {
        return _t("%(number)s is more than %(most)s", { number: text, most });
    }
    return "";
}

/** The key of an answer, as `fold_answer` of the server. */
function foldAnswer(text) {
    const word = text.trim().replace(/\s+/g, " ").toLowerCase().replaceAll("ё", "е");
    return word.replace(/\.+$/, "");
}

/** What a text of a spreadsheet is in a cell: an answer is known by its name, others stay. */
export function pastedText(text, { words }) {
    return words ? String(words[foldAnswer(text)] ?? text.trim()) : text;
}

/** The value that the server gets for the text of a cell. */
export function storedValue(text, { kind }) {
    return ["yes_no", "choice"].includes(kind) && text ? parseInt(text) : text.trim();
}
