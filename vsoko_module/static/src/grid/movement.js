import { isShut } from "./sheet";

const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
};

/**
 * Where a key leads from a cell, as in a spreadsheet: past the rows that cannot be typed into.
 *
 * @param {KeyboardEvent} event
 * @param {{row: number, column: number}} place
 * @param {Object} sheet
 * @returns {{row: number, column: number}|undefined} undefined when the key does not move
 */
export function follow(event, place, sheet) {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === "Home" || event.key === "End") {
        const isHome = event.key === "Home";
        const row = isControl ? edge(place, isHome ? -1 : 1, 0, sheet).row : place.row;
        return { row, column: isHome ? 0 : sheet.last };
    }
    if (event.key === "Tab" && !event.shiftKey && place.column === sheet.last) {
        return next({ row: place.row, column: 0 }, 1, 0, sheet);
    }
    if (event.key in STEPS && !event.altKey) {
        const [down, right] = STEPS[event.key];
        const sign = event.key === "Enter" && event.shiftKey ? -1 : 1;
        return isControl
            ? edge(place, down, right, sheet)
            : next(place, sign * down, right, sheet) || place;
    }
}

/** The next cell in a direction, undefined behind the last one. */
export function next({ row, column }, down, right, { rows, first, last }) {
    const isInside = () => rows[row] && column >= first && column <= last;
    do {
        row += down;
        column += right;
    } while (isInside() && isShut(rows[row]));
    return isInside() ? { row, column } : undefined;
}

function edge(place, down, right, sheet) {
    const further = next(place, down, right, sheet);
    return further ? edge(further, down, right, sheet) : place;
}
