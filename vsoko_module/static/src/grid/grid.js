import { History } from "./history";

/**
 * A table that people type, move over and paste into like one of a spreadsheet; whole rows are
 * stored, each with the version that the page was given.
 *
 * `rows` have, besides what the server said, `texts` of the cells, whether they differ from what is
 * stored and how many times they were edited. A grid says what its cells are: `editable`,
 * `contentOf`, `put`, `accepts`, `isShut`.
 */
export class Grid {
    history = new History();

    /** @param {Object} data as the server gives it, with `rows` */
    constructor(data) {
        Object.assign(this, data, { rows: data.rows.map((row) => this.fresh(row)) });
    }

    /** The column of the first cell. */
    get first() {
        return 0;
    }

    get changed() {
        return this.rows.filter((row) => row.isChanged);
    }

    fresh(row) {
        return { ...this.editable(row), isChanged: false, edits: 0 };
    }

    type({ row, column }, text) {
        this.keep(`${row}:${column}`, [row]);
        this.put(this.rows[row], column, text);
    }

    /**
     * Put a block of cells with its corner at a place.
     *
     * @returns {number} how many cells that say something had no place
     */
    paste({ row, column }, block) {
        const lines = block.map((cells, down) => ({ row: row + down, cells }));
        return this.pasteLines(lines, column);
    }

    /**
     * Put lines of cells into the rows that they name, from a column on.
     *
     * @param {{row: number, cells: string[]}[]} lines
     * @returns {number} how many cells that say something had no place
     */
    pasteLines(lines, column) {
        this.keepStep(lines.map(({ row }) => row));
        const hasPlace = lines.flatMap(({ row, cells }) =>
            cells.map((text, right) => this.pasteCell(row, column + right, text.trim()))
        );
        return hasPlace.filter((has) => !has).length;
    }

    pasteCell(row, column, text) {
        if (!this.rows[row] || column > this.lastOf(row) || !this.accepts({ row, column }, text)) {
            return !text;
        }
        this.put(this.rows[row], column, text);
        return true;
    }

    /** Remember rows before a change; changes of one key that follow one another are one step. */
    keep(key, places) {
        const known = places.filter((place) => this.rows[place]);
        this.history.keep(
            key,
            known.map((place) => ({ place, content: this.contentOf(this.rows[place]) }))
        );
    }

    keepStep(places) {
        this.history.close();
        this.keep("step", places);
        this.history.close();
    }

    /** Give the rows of the last step what they held before it. */
    undo() {
        for (const { place, content } of this.history.takeBack()) {
            change(this.rows[place], content);
        }
    }

    /**
     * Take what of the rows is stored now; what the answer does not name stays.
     *
     * @param {Object} edits how many times each row was edited when it was sent, by id
     */
    takeSaved(saved, edits) {
        for (const [place, fresh] of this.placed(saved)) {
            if (this.rows[place].edits === edits[fresh.id]) {
                this.rows[place] = this.fresh({ ...this.rows[place], ...fresh });
            } else {
                // somebody went on typing while the row was on its way
                this.takeVersion(this.rows[place], fresh);
            }
        }
    }

    takeVersion(row, { version }) {
        row.version = version;
    }

    /** Show what somebody else has stored; what was typed here can be taken back. */
    takeConflicts(conflicts) {
        const placed = this.placed(conflicts);
        this.keepStep(placed.map(([place]) => place));
        for (const [place, fresh] of placed) {
            this.rows[place] = this.fresh(fresh);
        }
    }

    placed(rows) {
        return rows.map((fresh) => [this.rows.findIndex((row) => row.id === fresh.id), fresh]);
    }
}

export function change(row, values) {
    Object.assign(row, values, { isChanged: true, edits: row.edits + 1 });
}
