import { registry } from "@web/core/registry";

const cell = (row, column) =>
    `.o_vsoko_score_sheet input[data-row="${row}"][data-column="${column}"]`;
const rows = ["11123", "11122", "11112", "11011", "11010", "10101", "10010", "01000", "10000"];

/** As a spreadsheet gives it to the clipboard. */
function paste(text) {
    return ({ anchor }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        anchor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    };
}

/** Type into a field of links and take what the list offers. */
function choose(field, text, chosen = `.o_field_widget[name=${field}]`) {
    return [
        { trigger: `.o_field_widget[name=${field}] input`, run: `edit ${text}` },
        {
            trigger: `.o-autocomplete--dropdown-item:not(.o_m2o_dropdown_option):contains(${text}) a`,
            run: "click",
        },
        { trigger: chosen },
    ];
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
        {
            content: "points above the maximum are red where they stand",
            trigger: `${cell(0, 0)}.o_vsoko_wrong`,
            run: "edit 1",
        },
        { trigger: `${cell(0, 0)}:not(.o_vsoko_wrong)` },
        { content: "Enter goes down", trigger: cell(0, 0), run: "press Enter" },
        { trigger: `${cell(1, 0)}:focus` },
        {
            content: "a block is pasted from a spreadsheet",
            trigger: cell(0, 0),
            run: paste(rows.map((row) => row.split("").join("\t")).join("\n")),
        },
        {
            content: "the total and the mark follow at once",
            trigger: ".o_vsoko_score_sheet tbody tr:first-child td:contains(8) + td:contains(5)",
        },
        { trigger: cell(0, 0), run: "click" },
        { content: "End goes to the last task", trigger: cell(0, 0), run: "press End" },
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
