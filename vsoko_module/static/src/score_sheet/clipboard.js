import { parseCell } from "./cell";

/**
 * A block without a line that only repeats the numbers of the tasks above it.
 *
 * @param {string[][]} lines of cells
 * @param {Object[]} tasks those of the columns of the block, undefined where it is not of a task
 */
export function withoutTasks(lines, tasks) {
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
