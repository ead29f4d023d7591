import { Component } from "@odoo/owl";

/** One cell: the field for its value, with what stood last time in grey before it. */
export class EntryCell extends Component {
    static template = "vsoko_module.EntryCell";
    static props = {
        row: Object,
        place: Number,
        column: Number,
        element: Object,
        refusal: String,
        mark: String,
        isOpen: Boolean,
        label: String,
    };

    get cell() {
        return this.props.row.cells[this.props.column];
    }

    get text() {
        return this.props.row.texts[this.props.column];
    }

    get reason() {
        return this.props.row.notes[this.props.column].reason;
    }

    /** Answers to choose from, [value, name], undefined for what is typed. */
    get choices() {
        const { kind, choices } = this.props.element;
        return { yes_no: [], choice: choices }[kind];
    }

    get classes() {
        return {
            o_vsoko_wrong: this.props.refusal || this.props.mark === "blocking",
            o_vsoko_doubted: ["warning", "hint"].includes(this.props.mark),
            o_vsoko_copied: this.cell.state === "copied",
            o_vsoko_excused: this.reason && !this.text,
        };
    }
}
