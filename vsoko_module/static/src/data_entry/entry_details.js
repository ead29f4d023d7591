import { Component, useRef } from "@odoo/owl";
import { getDataURLFromFile } from "@web/core/utils/urls";

/** What is known of the cell with the cursor, and what is said of it beside its value. */
export class EntryDetails extends Component {
    static template = "vsoko_module.EntryDetails";
    static props = {
        row: Object,
        column: Number,
        element: Object,
        reasons: Array,
        findings: Array,
        refusal: String,
        isOpen: Boolean,
        onAnnotate: Function,
        onAttach: Function,
        onDetach: Function,
    };

    setup() {
        this.fileInput = useRef("file");
    }

    get cell() {
        return this.props.row.cells[this.props.column];
    }

    get note() {
        return this.props.row.notes[this.props.column];
    }

    get isBlank() {
        return !this.props.row.texts[this.props.column].trim();
    }

    async onFile({ target }) {
        const [file] = target.files;
        const content = (await getDataURLFromFile(file)).split(",")[1] || "";
        target.value = "";
        this.props.onAttach(file.name, content);
    }
}
