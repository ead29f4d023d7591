import { attendanceOf } from "./cell";

const WORD = /[\p{L}]{2,}/u;
const HEADING = /^(фио|ф\.\s*и\.\s*о|фамилия|учени|учащ|обуча)/i;

/**
 * The lines of a block that name their pupils, null for a block without a column of names.
 *
 * What stands left of the name (a number of the row) is left out, what stands right of it are the
 * cells from the cursor on. A line without a name is left out when it says nothing.
 *
 * @param {string[][]} block lines of cells
 * @param {Object[]} rows of the sheet, with `name`
 * @returns {{name: string, row: number, cells: string[]}[]|null} `row` is the place of the only
 *     pupil whom the name fits, -1 for nobody or several
 */
export function readNamed(block, rows) {
    const column = nameColumn(block);
    if (column < 0) {
        return null;
    }
    const lines = block
        .map((cells) => ({ name: (cells[column] || "").trim(), cells: cells.slice(column + 1) }))
        .filter(({ name, cells }) => name || cells.some((cell) => cell.trim()))
        .filter(({ name }, place) => place || !HEADING.test(name));
    const found = lines.map((line) => ({ ...line, row: onlyRow(line.name, rows) }));
    // two lines for one pupil: nobody can tell which is right
    const count = (row) => found.filter((line) => line.row === row).length;
    return found.map((line) => (count(line.row) > 1 ? { ...line, row: -1 } : line));
}

function nameColumn(block) {
    const width = Math.max(...block.map((cells) => cells.length));
    const places = [...Array(width).keys()];
    return places.findIndex((place) => {
        const names = block.filter((cells) => isName(cells[place] || ""));
        return 2 * names.length > block.length;
    });
}

function isName(text) {
    return WORD.test(text) && !attendanceOf(text);
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
