import { parseCell } from "./cell";

/**
 * A block of a spreadsheet as the clipboard gives it, without a line that only repeats the numbers
 * of the tasks above it.
 *
 * @param {string} text lines of cells divided by tabs
 * @param {Object[]} tasks those of the columns of the block, undefined where it is not of a task
 * @returns {string[][]|null} lines of cells, null for the text of a single cell
 */
export function readBlock(text, tasks) {
    const lines = text
        .replace(/\r?\n$/, "")
        .split(/\r?\n/)
        .map((line) => line.split("\t"));
    if (lines.length === 1 && lines[0].length === 1) {
        return null;
    }
    return isHeading(lines[0], tasks) ? lines.slice(1) : lines;
}

function isHeading(cells, tasks) {
    const under = cells.map((cell, place) => [numberOf(cell), cell, tasks[place]]);
    const told = under.filter(([, , task]) => task);
    return (
        told.length > 1 &&
        told.every(([number, , task]) => number === task.number) &&
        told.some(([, cell, task]) => !parseCell(cell, task).isValid)
    );
}

/** The number of the task in a heading such as «4К1 (3б)». */
function numberOf(cell) {
    return cell.replace(/\s*\(.*\)\s*$/, "").trim();
}
