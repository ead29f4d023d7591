/**
 * A block of a spreadsheet as the clipboard gives it.
 *
 * @param {string} text lines of cells divided by tabs
 * @returns {string[][]|null} lines of cells, null for the text of a single cell
 */
export function readBlock(text) {
    const lines = text
        .replace(/\r?\n$/, "")
        .split(/\r?\n/)
        .map((line) => line.split("\t"));
    return lines.length === 1 && lines[0].length === 1 ? null : lines;
}
