import { rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";

import { choose } from "./choose";

const cell = (row, column) =>
    `.o_vsoko_score_sheet input[data-row="${row}"][data-column="${column}"]`;
// nothing is said of the pupil yet
const nobody = "select:has(option[value='']:checked)";
const total = ".o_vsoko_score_sheet tbody tr:first-child td:nth-last-child(2)";
const rows = ["11123", "11122", "11112", "11011", "11010", "10101", "10010", "01000", "10000"];

/** As a spreadsheet gives it to the clipboard. */
function paste(text) {
    return ({ anchor }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        anchor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    };
}

/** The names of the second and the first pupil, after one whom nobody knows. */
function pasteNamed(helpers) {
    const [first, second] = [...document.querySelectorAll(".o_vsoko_score_sheet tbody tr")]
        .slice(0, 2)
        .map((row) => row.querySelector(".o_vsoko_name").textContent);
    const lines = [
        ["1", "Неизвестный Ян", "1", "1", "1", "1", "1"],
        ["2", second.toUpperCase(), "1", "1", "1", "0", "1"],
        ["3", first, "0", "0", "0", "0", "1"],
    ];
    paste(lines.map((line) => line.join("\t")).join("\n"))(helpers);
}

/** Ctrl+Z on a Russian keyboard. */
function takeBack({ anchor }) {
    const key = { key: "я", code: "KeyZ", ctrlKey: true, bubbles: true };
    anchor.dispatchEvent(new KeyboardEvent("keydown", key));
}

function block(lines) {
    return lines.map((line) => line.split("").join("\t")).join("\n");
}

registry.category("web_tour.tours").add("vsoko_score_sheet", {
    steps: () => [
        ...choose("type_id", "Административная"),
        ...choose("subject_id", "Математика"),
        ...choose("class_ids", "5А", ".o_field_widget[name=class_ids] .o_tag:contains(5А)"),
        ...choose("class_ids", "5Б", ".o_field_widget[name=class_ids] .o_tag:contains(5Б)"),
        ...choose("test_id", "Десятичные дроби"),
        { trigger: "button[name=action_start]", run: "click" },
        { trigger: "button[name=action_open_sheet]", run: "click" },
        { content: "a point is typed", trigger: cell(0, 0), run: "edit 5" },
        { content: "points above the maximum say why", trigger: ".o_vsoko_refusal:contains(5)" },
        {
            content: "and are not counted in a total",
            trigger: `${total}:empty`,
        },
        {
            content: "they are red where they stand",
            trigger: `${cell(0, 0)}.o_vsoko_wrong`,
            run: "press Escape",
        },
        {
            content: "Escape gives back what was there: nothing, and nobody was present",
            trigger: `.o_vsoko_score_sheet tbody tr:first-child ${nobody}`,
        },
        { trigger: `${cell(0, 0)}:not(.o_vsoko_wrong)`, run: "edit 1" },
        { content: "Enter goes down", trigger: cell(0, 0), run: "press Enter" },
        { trigger: `${cell(1, 0)}:focus` },
        {
            content: "a block is pasted from a spreadsheet",
            trigger: cell(0, 0),
            run: paste(block(["12345", ...rows])),
        },
        {
            content: "the line with the numbers of the tasks is no pupil",
            trigger: ".o_vsoko_score_sheet tbody tr:first-child td:contains(8) + td:contains(5)",
        },
        { content: "Ctrl+Z takes it back", trigger: cell(0, 0), run: takeBack },
        { trigger: `.o_vsoko_score_sheet tbody tr:nth-child(2) ${nobody}` },
        { trigger: cell(0, 0), run: paste(block(rows)) },
        {
            content: "the total and the mark follow at once",
            trigger: ".o_vsoko_score_sheet tbody tr:first-child td:contains(8) + td:contains(5)",
        },
        {
            content: "a block with names, in another order and one name unknown",
            trigger: cell(0, 0),
            run: pasteNamed,
        },
        {
            content: "says whom each line goes to",
            trigger: ".o_vsoko_paste tr:nth-child(1).table-danger",
        },
        { trigger: ".o_vsoko_paste tr:nth-child(2):not(.table-danger)" },
        { trigger: ".o_vsoko_paste_go:contains(2)", run: "click" },
        {
            content: "the points are with their pupils",
            trigger: ".o_vsoko_score_sheet tbody tr:nth-child(2) td:contains(4)",
        },
        { content: "it is one step", trigger: cell(0, 0), run: takeBack },
        {
            content: "the total and the mark are those from before",
            trigger: ".o_vsoko_score_sheet tbody tr:first-child td:contains(8) + td:contains(5)",
        },
        { trigger: cell(0, 0), run: "click" },
        { content: "End goes to the last task", trigger: cell(0, 0), run: "press End" },
        { content: "Tab goes on in the next row", trigger: cell(0, 4), run: "press Tab" },
        { trigger: `${cell(1, 0)}:focus`, run: "press Control+ArrowUp" },
        { trigger: `${cell(0, 0)}:focus`, run: "press End" },
        { trigger: `${cell(0, 4)}:focus`, run: "press Home" },
        { trigger: `${cell(0, 0)}:focus` },
        { content: "«н» says absent", trigger: cell(8, 0), run: "edit н" },
        { content: "the next pupil waits", trigger: `${cell(9, 0)}:focus` },
        { trigger: `${cell(8, 0)}:disabled` },
        { content: "arrows pass the absent by", trigger: cell(9, 0), run: "press ArrowUp" },
        { trigger: `${cell(7, 0)}:focus` },
        {
            content: "the pupil was there after all",
            trigger: ".o_vsoko_score_sheet tbody tr:nth-child(9) select",
            run: "select present",
        },
        { trigger: cell(8, 0), run: "edit 1" },
        {
            content: "the last pupil was absent",
            trigger: ".o_vsoko_score_sheet tbody tr:nth-child(10) select",
            run: "select absent",
        },
        { content: "one call saves", trigger: ".o_vsoko_score_sheet .btn-primary", run: "click" },
        { trigger: ".o_vsoko_score_sheet .btn-primary:disabled" },
        {
            trigger: ".o_back_button a, .breadcrumb-item:last-of-type a",
            run: "click",
        },
        { content: "everybody is accounted for", trigger: "button[name=action_close]", run: "click" },
        { trigger: ".modal .btn-primary", run: "click" },
        { trigger: "button[name=action_analyse]" },
        { trigger: "button[name=action_open_analysis]", run: "click" },
        {
            content: "five tasks are analysed",
            trigger: ".o_vsoko_work_analysis tbody tr:nth-child(5) td:contains(5)",
        },
        { trigger: ".o_vsoko_work_analysis .o_vsoko_histogram .o_vsoko_total:nth-child(9)" },
        { trigger: ".o_back_button a, .breadcrumb-item:last-of-type a", run: "click" },
        { content: "the note is drafted", trigger: "button[name=action_make_note]", run: "click" },
        {
            content: "its sections are filled and wait for the words of a person",
            trigger: ".o_form_view:has(button[name=action_accept_drafts]) [name=section_ids] .o_data_row:eq(4)",
        },
    ],
});

function call(method, ...args) {
    const params = { model: "vsoko.assessment", method, args, kwargs: {} };
    return rpc(`/web/dataset/call_kw/vsoko.assessment/${method}`, params);
}

/** The same sheet on somebody else's screen. */
async function saveElsewhere() {
    const id = parseInt(location.pathname.match(/assessments\/(\d+)/)[1]);
    const { rows } = await call("get_score_sheet", id);
    await call("save_score_sheet", id, [{ ...rows[0], attendance: "present", scores: [0, 0, 0, 0, 0] }]);
}

const { send } = XMLHttpRequest.prototype;

function cutConnection() {
    XMLHttpRequest.prototype.send = function () {
        this.dispatchEvent(new Event("error"));
    };
}

function restoreConnection() {
    XMLHttpRequest.prototype.send = send;
    window.dispatchEvent(new Event("online"));
}

registry.category("web_tour.tours").add("vsoko_score_sheet_losses", {
    steps: () => [
        { trigger: "button[name=action_open_sheet]", run: "click" },
        { content: "the cursor waits at the first pupil", trigger: `${cell(0, 0)}:focus`, run: "edit 1" },
        { content: "somebody else saves the row", trigger: cell(0, 1), run: saveElsewhere },
        { trigger: ".o_vsoko_score_sheet .btn-primary", run: "click" },
        { content: "theirs is shown", trigger: `${total}:contains(0)`, run: takeBack },
        {
            content: "Ctrl+Z gives back what was typed here",
            trigger: `${total}:contains(1)`,
            run: cutConnection,
        },
        { trigger: ".o_vsoko_score_sheet .btn-primary", run: "click" },
        { content: "the page says that it waits", trigger: ".o_vsoko_offline" },
        { trigger: `${total}:contains(1)`, run: restoreConnection },
        {
            content: "it sends what was typed by itself",
            trigger: ".o_vsoko_score_sheet:not(:has(.o_vsoko_offline)) .btn-primary:disabled",
        },
    ],
});
