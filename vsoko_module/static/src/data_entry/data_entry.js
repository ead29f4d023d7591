import { useRef } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { GridPage, placeOf } from "../grid/grid_page";
import { readNamed } from "../grid/paste_names";
import { EntryCell } from "./entry_cell";
import { EntryDetails } from "./entry_details";
import { EntrySheet } from "./entry_sheet";
import { returnedAction } from "../page/returned_action";

const FORM = "vsoko.data.form";
const FINDING = "vsoko.validation.finding";
const HEADING = /^(класс|параллель|уровень|строка|наименование)/i;

/** A statistical form as it is filled in: sections, lists and grids, checks beside the cells. */
export class DataEntry extends GridPage {
    static template = "vsoko_module.DataEntry";
    static components = { ...GridPage.components, EntryCell, EntryDetails };
    // so long after the last letter a value is stored and the rules are checked
    static pause = 1500;

    setup() {
        super.setup();
        this.action = useService("action");
        this.fileInput = useRef("file");
    }

    get formId() {
        return this.props.action.context.active_id;
    }

    get isOpen() {
        return this.sheet.head.is_open;
    }

    get wrongText() {
        return _t("Correct the cells in red.");
    }

    /** The cell with the cursor, with its element, what is found there and why it is red. */
    get current() {
        const { place } = this.state;
        const row = place && this.sheet.rows[place.row];
        return row?.cells[place.column]
            ? {
                  row,
                  column: place.column,
                  element: this.sheet.elementAt(place),
                  findings: this.sheet.findingsOf(row.cells[place.column]),
                  refusal: this.sheet.refusal(row, place.column),
              }
            : undefined;
    }

    leftOutText(count) {
        return _t("Cells left out, outside the table or not to be filled in: %s", count);
    }

    conflictText(names) {
        return _t(
            "Somebody else changed these rows; their values are shown now, Ctrl+Z gives yours back: %s",
            names
        );
    }

    async read() {
        return new EntrySheet(await this.ask("get_entry_sheet"));
    }

    async store(rows) {
        const values = rows.flatMap(({ cells }) => cells);
        return this.ask("save_entry_sheet", [rows.map(({ id }) => id), values]);
    }

    take(answer, edits) {
        const { head, sections, findings, refused } = answer;
        Object.assign(this.sheet, { head, sections, findings });
        this.sheet.takeRefusals(refused);
        super.take(answer, edits);
    }

    ask(method, args = []) {
        return this.orm.call(FORM, method, [this.formId, ...args]);
    }

    /** Put the cursor where the work goes on: at the first cell without an answer. */
    focusFirst() {
        const { rows } = this.sheet;
        for (let row = 0; row < rows.length; row++) {
            const column = rows[row].cells.findIndex(
                ({ is_shut, state }) => !is_shut && !["entered", "confirmed", "excused"].includes(state)
            );
            if (column >= 0) {
                this.focus({ row, column });
                return;
            }
        }
    }

    onInput(event) {
        const place = placeOf(event.target);
        if (place) {
            this.sheet.type(place, event.target.value);
            this.saveDraft();
        }
    }

    onChange(event) {
        if (event.target.tagName === "SELECT") {
            this.onInput(event);
        }
    }

    /** Lines that name their classes, grades or lines go to them, whatever their order. */
    readNamed(block, { row }) {
        const { rows } = this.sheet;
        const isBeside = ({ id, element }) => !element && gridOf(id) === gridOf(rows[row].id);
        const places = new Map(
            rows.flatMap((one, place) => (isBeside(one) ? [[nameKey(one.name), place]] : []))
        );
        return readNamed(block, {
            isName: (text) => places.has(nameKey(text)),
            isHeading: (text) => HEADING.test(text.trim()),
            find: (text) => places.get(nameKey(text)) ?? -1,
        });
    }

    mark(cell) {
        const found = this.sheet.findingsOf(cell);
        const open = found.filter((one) => one.importance === "blocking" || !one.explanation);
        return open.some((one) => one.importance === "blocking")
            ? "blocking"
            : open[0]?.importance || "";
    }

    label(row, column) {
        const { name } = this.sheet.elements[row.cells[column].element];
        return row.element ? row.name : `${name}: ${row.name}`;
    }

    annotate(note) {
        this.sheet.annotate(this.state.place, note);
        this.saveDraft();
    }

    /** Store what was typed, do what changes the form on the server, show the form anew. */
    async act(method, args = []) {
        if (!(await this.leave())) {
            return;
        }
        const answer = await this.ask(method, args);
        await this.load();
        return answer;
    }

    /** What a button of the form says is said here. */
    async press(method) {
        const told = await this.act(method);
        if (told) {
            await this.action.doAction(returnedAction(told));
        }
    }

    async copySection(section) {
        const copied = await this.act("copy_section", [section.id]);
        if (copied === 0) {
            this.notification.add(_t("There is nothing to copy: last time nothing stood there."), {
                type: "info",
            });
        }
    }

    async confirmSection(section) {
        const unchanged = await this.act("confirm_section", [section.id]);
        if (unchanged?.length) {
            this.notification.add(unchanged.join("\n"), { type: "warning", sticky: true });
        }
    }

    async attach(name, content) {
        const { element, cell } = this.sheet.cellAt(this.state.place);
        await this.act("attach_file", [element, cell, name, content]);
    }

    async detach(file) {
        const { element, cell } = this.sheet.cellAt(this.state.place);
        await this.act("detach_file", [element, cell, file.id]);
    }

    /** Show what a filled table says; it is stored like what is typed. */
    async onFile({ target }) {
        const [file] = target.files;
        const content = (await getDataURLFromFile(file)).split(",")[1] || "";
        target.value = "";
        const { values, problems } = await this.ask("read_entry_file", [file.name, content]);
        this.sheet.fill(values);
        this.saveDraft();
        this.notification.add(_t("Cells filled from the file: %s", values.length), {
            type: "info",
        });
        if (problems.length) {
            this.notification.add(problems.join("\n"), { type: "warning", sticky: true });
        }
    }

    async explain(finding, explanation) {
        await this.orm.write(FINDING, [finding.id], { explanation });
        finding.explanation = explanation;
    }

    async complete() {
        await this.press("action_complete");
    }

    async giveBack() {
        const action = await this.ask("action_give_back");
        this.action.doAction(returnedAction(action), { onClose: () => this.load() });
    }
}

/** What the rows of one grid have in common: their id without the member. */
function gridOf(id) {
    return id.slice(0, id.lastIndexOf("/"));
}

function nameKey(name) {
    return name.toLowerCase().replaceAll("ё", "е").replace(/[\s"«»()-]/g, "");
}

registry.category("actions").add("vsoko_data_entry", DataEntry);
