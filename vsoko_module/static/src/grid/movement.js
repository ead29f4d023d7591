const STEPS = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
};

/**
 * Where a key leads from a cell, as in a spreadsheet: past the cells that cannot be typed into.
 *
 * @param {KeyboardEvent} event
 * @param {{row: number, column: number}} place
 * @param {import("./grid").Grid} grid
 * @returns {{row: number, column: number}|undefined} undefined when the key does not move
 */
export function follow(event, place, grid) {
    const isControl = event.ctrlKey || event.metaKey;
    if (event.key === "Home" || event.key === "End") {
        const isHome = event.key === "Home";
        const row = isControl ? edge(place, isHome ? -1 : 1, 0, grid).row : place.row;
        return { row, column: isHome ? 0 : grid.lastOf(row) };
    }
    if (event.key === "Tab" && !event.shiftKey && place.column === grid.lastOf(place.row)) {
        return next({ row: place.row, column: 0 }, 1, 0, grid);
    }
    if (event.key in STEPS && !event.altKey) {
        const [down, right] = STEPS[event.key];
        const sign = event.key === "Enter" && event.shiftKey ? -1 : 1;
        return isControl
            ? edge(place, down, right, grid)
            : next(place, sign * down, right, grid) || place;
    }
}

/**
 * The next cell in a direction, undefined behind the last one. A row with fewer columns is entered
 * at its last one.
 */
export function next({ row, column }, down, right, grid) {
    const at = () => ({ row, column: down ? Math.min(column, grid.lastOf(row)) : column });
    const isInside = () =>
        grid.rows[row] && column >= grid.first && (down !== 0 || column <= grid.lastOf(row));
    do {
        row += down;
        column += right;
    } while (isInside() && grid.isShut(at()));
    return isInside() ? at() : undefined;
}

function edge(place, down, right, grid) {
    const further = next(place, down, right, grid);
    return further ? edge(further, down, right, grid) : place;
}
