import { useRef } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { GridPage, placeOf } from "../grid/grid_page";
import { next } from "../grid/movement";
import { readNamed } from "../grid/paste_names";
import { attendanceOf } from "./cell";
import { withoutTasks } from "./clipboard";
import { pupilNames } from "./paste_names";
import { ScoreRow } from "./score_row";
import { isShut, Sheet } from "./sheet";

/** Pupils × tasks: typed, moved over and pasted like a table of a spreadsheet. */
export class ScoreSheet extends GridPage {
    static template = "vsoko_module.ScoreSheet";
    static components = { ...GridPage.components, ScoreRow };

    setup() {
        super.setup();
        this.fileInput = useRef("file");
    }

    get assessmentId() {
        return this.props.action.context.active_id;
    }

    get isOpen() {
        return this.sheet.is_open;
    }

    /** Why the cell with the cursor is red. */
    get refusal() {
        const { place } = this.state;
        const text = place && this.sheet.wrongText(place);
        if (!text) {
            return "";
        }
        const { number, max_score: max } = this.sheet.tasks[place.column];
        return _t("Task %(number)s: from 0 to %(max)s, not “%(text)s”", { number, max, text });
    }

    get wrongText() {
        return _t("Correct the cells in red: points are out of range.");
    }

    leftOutText(count) {
        return _t("Cells left out, outside the table or of those who did not write: %s", count);
    }

    conflictText(names) {
        return _t(
            "Somebody else changed these rows; their points are shown now, Ctrl+Z gives yours back: %s",
            names
        );
    }

    async read() {
        return new Sheet(
            await this.orm.call("vsoko.assessment", "get_score_sheet", [this.assessmentId])
        );
    }

    store(rows) {
        return this.orm.call("vsoko.assessment", "save_score_sheet", [this.assessmentId, rows]);
    }

    withoutHeading(block, { column }) {
        const tasks = [...Array(-this.sheet.first), ...this.sheet.tasks];
        return withoutTasks(block, tasks.slice(column - this.sheet.first));
    }

    readNamed(block) {
        return readNamed(block, pupilNames(this.sheet.rows));
    }

    /** Put the cursor where the work goes on: at the first pupil without a result. */
    focusFirst() {
        const { rows } = this.sheet;
        const row = rows.findIndex((one) => !one.attendance && one.writable);
        this.focus({ row: row < 0 ? rows.findIndex((one) => !isShut(one)) : row, column: 0 });
    }

    onInput(event) {
        const place = placeOf(event.target);
        if (place) {
            this.sheet.type(place, event.target.value);
            this.saveDraft();
            if (place.column >= 0 && attendanceOf(event.target.value)) {
                this.focus(next(place, 1, 0, this.sheet));
            }
        }
    }

    onChange(event) {
        if (event.target.name === "attendance") {
            const { row } = event.target.dataset;
            this.sheet.setAttendance(parseInt(row), event.target.value || false);
            this.saveDraft();
        }
    }

    /** Show what a filled sheet says; it is stored like what is typed. */
    async onFile({ target }) {
        const [file] = target.files;
        const content = (await getDataURLFromFile(file)).split(",")[1] || "";
        target.value = "";
        const { rows, problems } = await this.orm.call("vsoko.assessment", "read_sheet_file", [
            this.assessmentId,
            file.name,
            content,
        ]);
        this.sheet.fill(rows);
        this.saveDraft();
        this.notification.add(_t("Rows filled from the file: %s", rows.length), { type: "info" });
        if (problems.length) {
            this.notification.add(problems.join("\n"), { type: "warning", sticky: true });
        }
    }
}

registry.category("actions").add("vsoko_score_sheet", ScoreSheet);
