import { Component } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";

/** Which row each line of a pasted block goes to, before anything is put into the grid. */
export class PasteDialog extends Component {
    static template = "vsoko_module.GridPaste";
    static components = { Dialog };
    static props = { lines: Array, rows: Array, onPaste: Function, close: Function };

    get placed() {
        return this.props.lines.filter((line) => line.row >= 0);
    }

    rowName(line) {
        return line.row >= 0 ? this.props.rows[line.row].name : "";
    }

    cells(line) {
        return line.cells.map((cell) => cell.trim() || "·").join("  ");
    }

    paste() {
        this.props.onPaste(this.placed);
        this.props.close();
    }
}
