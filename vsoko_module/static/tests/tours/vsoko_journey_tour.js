import { registry } from "@web/core/registry";

const LEDGER = [
    "Сводная ведомость учёта успеваемости;;",
    "Учебный год: 2025/2026;;",
    "Класс: 5А;;",
    "Период: 2 четверть;;",
    "№;ФИО;Математика",
    "1;Ученик 5А 1;5",
    "2;Ученик 5А 2;5",
    "3;Ученик 5А 3;4",
    "4;Ученик 5А 4;3",
    "5;Ученик 5А 5;н/а",
    "6;Ученик 5А 6;2",
].join("\r\n");

function chooseFile(input) {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["\ufeff" + LEDGER], "5А 2 четверть.csv", { type: "text/csv" }));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

registry.category("web_tour.tours").add("vsoko_journey_from_file_to_report", {
    url: "/odoo/vsoko-upload",
    steps: () => [
        {
            content: "the deputy chooses the ledger of a class",
            trigger: ".o_vsoko_drop",
            run() {
                chooseFile(this.anchor.querySelector("input[type=file]"));
            },
        },
        {
            content: "the file is recognised with its class and period",
            trigger: ".o_vsoko_import_file:contains(5А):contains(2 четверть)",
        },
        { trigger: ".o_vsoko_import_check:enabled", run: "click" },
        { trigger: ".o_vsoko_import_load:enabled", run: "click" },
        {
            content: "six marks are loaded",
            trigger: ".o_vsoko_import_file:has(.badge.text-bg-success):contains(6)",
            timeout: 30000,
        },
        {
            content: "the figures are calculated, the overview is one press away",
            trigger: ".o_vsoko_import_result button.btn-primary",
            run: "click",
        },
        {
            trigger: ".o_vsoko_period",
            run: "selectByLabel 2 четверть, 2025/2026",
        },
        {
            content: "3 of 6 pupils have «4» and «5»: the cell of the class opens its figure",
            trigger: ".o_vsoko_heat_map tbody td.o_vsoko_cell:contains(50)",
            run: "click",
        },
        { trigger: ".o_form_view div[name=explanation]:contains(3 ÷ 6)" },
        { trigger: "button[name=action_open_rows]", run: "click" },
        {
            content: "the six rows behind the figure",
            trigger: ".o_list_view .o_data_row:nth-child(6)",
        },
        {
            content: "the report is one click from the period",
            trigger: "body",
            run: "goToUrl /odoo/vsoko-periods",
            expectUnloadPage: true,
        },
        { trigger: ".o_data_row .o_data_cell:contains(2 четверть)", run: "click" },
        { trigger: "button[name=action_make_report]", run: "click" },
        {
            content: "a draft with its sections",
            trigger: ".o_form_view .o_field_widget[name=section_ids] .o_data_row:nth-child(5)",
            timeout: 30000,
        },
        { trigger: "button[name=action_open_pdf]" },
    ],
});
