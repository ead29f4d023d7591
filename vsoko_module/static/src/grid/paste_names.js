/**
 * The lines of a block that name their rows, null for a block without a column of names.
 *
 * What stands left of the name (a number of the row) is left out, what stands right of it are the
 * cells from the cursor on. A line without a name is left out when it says nothing.
 *
 * @param {string[][]} block lines of cells
 * @param {Object} names `isName(text)`, whether a cell may be a name; `isHeading(text)`, whether
 *     it is the heading of names; `find(text)`, the place of the only row that it fits, else -1
 * @returns {{name: string, row: number, cells: string[]}[]|null}
 */
export function readNamed(block, { isName, isHeading, find }) {
    const column = nameColumn(block, isName);
    if (column < 0) {
        return null;
    }
    const lines = block
        .map((cells) => ({ name: (cells[column] || "").trim(), cells: cells.slice(column + 1) }))
        .filter(({ name, cells }) => name || cells.some((cell) => cell.trim()))
        .filter(({ name }, place) => place || !isHeading(name));
    const found = lines.map((line) => ({ ...line, row: find(line.name) }));
    // two lines for one row: nobody can tell which is right
    const count = (row) => found.filter((line) => line.row === row).length;
    return found.map((line) => (count(line.row) > 1 ? { ...line, row: -1 } : line));
}

function nameColumn(block, isName) {
    const width = Math.max(...block.map((cells) => cells.length));
    const places = [...Array(width).keys()];
    return places.findIndex((place) => {
        const names = block.filter((cells) => isName(cells[place] || ""));
        return 2 * names.length > block.length;
    });
}
