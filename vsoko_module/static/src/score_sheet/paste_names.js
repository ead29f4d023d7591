import { attendanceOf } from "./cell";

const WORD = /[\p{L}]{2,}/u;
const HEADING = /^(фио|ф\.\s*и\.\s*о|фамилия|учени|учащ|обуча)/i;

/** How names of pupils are told, see `readNamed`. */
export function pupilNames(rows) {
    return {
        isName: (text) => WORD.test(text) && !attendanceOf(text),
        isHeading: (text) => HEADING.test(text),
        find: (name) => onlyRow(name, rows),
    };
}

/** The words of a name without regard to Е and Ё, case and what stands in brackets. */
function wordsOf(name) {
    return name
        .normalize("NFC")
        .toLowerCase()
        .replaceAll("ё", "е")
        .replace(/\(.*?\)/g, " ")
        .replace(/^\s*\d+[.)]\s*/, "")
        .replace(/[\u2010-\u2015\u2212]/g, "-")
        .split(/[\s.,]+/)
        .filter(Boolean);
}

/** Whether the words fit: the surname whole, the other words whole or by their first letter. */
function fits(words, name) {
    const [surname, ...others] = words;
    const [ownSurname, ...own] = name;
    return (
        surname === ownSurname &&
        others.length <= own.length &&
        others.every((word, place) =>
            word.length === 1 ? own[place].startsWith(word) : own[place] === word
        )
    );
}

function onlyRow(name, rows) {
    const exact = rows.filter((row) => row.name === name);
    const words = wordsOf(name);
    const found = exact.length
        ? exact
        : rows.filter((row) => words.length && fits(words, wordsOf(row.name)));
    return found.length === 1 ? rows.indexOf(found[0]) : -1;
}
