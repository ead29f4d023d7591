import { change, Grid } from "../grid/grid";
import { numberOf, pastedText, refusalOf, storedValue } from "./entry_value";

/** Cells of all sections of a form one below another, as `get_entry_sheet` gives them. */
export class EntrySheet extends Grid {
    lastOf(row) {
        return this.rows[row].cells.length - 1;
    }

    cellAt({ row, column }) {
        return this.rows[row].cells[column];
    }

    elementAt(place) {
        return this.elements[this.cellAt(place).element];
    }

    placeOfRow(id) {
        return this.rows.findIndex((row) => row.id === id);
    }

    isShut(place) {
        return this.cellAt(place).is_shut || this.elementAt(place).kind === "file";
    }

    accepts(place) {
        return this.head.is_open && !this.isShut(place);
    }

    editable(row) {
        const notes = row.cells.map(({ reason, comment, follow_up }) => ({
            reason,
            comment,
            follow_up,
        }));
        return { ...row, texts: row.cells.map(({ value }) => value), notes, refusals: {} };
    }

    contentOf({ texts, notes }) {
        return { texts: [...texts], notes: notes.map((note) => ({ ...note })) };
    }

    takeVersion(row, { cells }) {
        row.cells = cells;
    }

    /** What is typed is no reason to leave the cell blank any more. */
    put(row, column, text) {
        row.texts[column] = text;
        if (text.trim()) {
            row.notes[column].reason = "";
        }
        change(row, {});
    }

    pasteCell(row, column, text) {
        const target = this.rows[row]?.cells[column];
        const element = target && this.elements[target.element];
        return super.pasteCell(row, column, element ? pastedText(text, element) : text);
    }

    /** Change the comment, the reason or the flag of a cell; with a reason there is no value. */
    annotate({ row, column }, note) {
        this.keepStep([row]);
        const target = this.rows[row];
        Object.assign(target.notes[column], note);
        if (note.reason) {
            target.texts[column] = "";
        }
        change(target, {});
    }

    /** Why a cell is red: its text is no value, or the server has refused it. */
    refusal(row, column) {
        const text = row.texts[column];
        const refused = row.refusals[column];
        const element = this.elements[row.cells[column].element];
        return refusalOf(text, element) || (refused?.text === text ? refused.message : "");
    }

    /** @returns {number} column of the first cell that cannot be stored, -1 without one */
    wrongColumn(row) {
        return row.texts.findIndex((_text, column) => this.refusal(row, column));
    }

    isCellChanged(row, column) {
        const cell = row.cells[column];
        const note = row.notes[column];
        return (
            row.texts[column] !== cell.value ||
            note.reason !== cell.reason ||
            note.comment !== cell.comment ||
            note.follow_up !== cell.follow_up
        );
    }

    /** What the server gets of a row: its changed cells. */
    stored(row) {
        const cells = row.cells.flatMap((cell, column) => {
            const { reason, comment, follow_up } = row.notes[column];
            const value = storedValue(row.texts[column], this.elements[cell.element]);
            const { element, version } = cell;
            const content = { value, reason: reason || null, comment, follow_up };
            return this.isCellChanged(row, column)
                ? [{ element, cell: cell.cell, version, ...content }]
                : [];
        });
        return { id: row.id, cells };
    }

    /** Remember what the server has refused: it is sent again when it is another text. */
    takeRefusals(refused) {
        for (const { message, ...cell } of refused) {
            const { row, column } = this.find(cell);
            const text = this.rows[row].texts[column];
            this.rows[row].refusals[column] = { text, message };
        }
    }

    /** Take values that were read from a file, as one step. */
    fill(values) {
        const placed = values.map((value) => [this.find(value), value]);
        this.keepStep(placed.map(([{ row }]) => row));
        for (const [{ row, column }, { value, reason, comment }] of placed) {
            const target = this.rows[row];
            target.texts[column] = String(value ?? "");
            Object.assign(target.notes[column], { reason: reason || "", comment });
            change(target, {});
        }
    }

    /** The place of a cell by its element and the member of its breakdown. */
    find({ element, cell }) {
        const isIt = (one) => one.element === element && one.cell === cell;
        const row = this.rows.findIndex(({ cells }) => cells.some(isIt));
        return { row, column: this.rows[row].cells.findIndex(isIt) };
    }

    /** The sum of a column of a block; "" where nothing adds up or nothing is typed yet. */
    total(block, column) {
        const numbers = block.rows
            .map((id) => numberOf(this.rows[this.placeOfRow(id)].texts[column]))
            .filter((number) => !Number.isNaN(number));
        const isAdded = this.elements[block.columns[column]].is_added_up && numbers.length;
        const sum = numbers.reduce((total, number) => total + number, 0);
        // decimals of people add up to decimals of people
        return isAdded ? String(Number(sum.toPrecision(15))).replace(".", ",") : "";
    }

    findingsOf({ element, cell }) {
        return this.findings.filter(
            (finding) => finding.cell === cell && finding.elements.includes(element)
        );
    }
}
