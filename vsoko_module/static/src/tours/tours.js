import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";

const menu = (name) => `.o_menu_sections [data-menu-xmlid='vsoko_module.${name}']`;
const item = (name) => `.o-dropdown--menu [data-menu-xmlid='vsoko_module.${name}']`;

/** Tours that a person asks for in the guide: which role, where they begin, what they show. */
export const TOURS = [
    {
        name: "vsoko_show_from_file_to_report",
        title: _t("From a file to a report"),
        group: "vsoko_module.group_administration",
        action: "vsoko_module.vsoko_import_upload_action",
        steps: () => [
            {
                content: _t("Files of the school are dropped here: the program recognises, checks and loads them. When that is done, open the overview."),
                trigger: menu("menu_overview"),
                run: "click",
            },
            {
                content: _t("The state of the school by the seven objects"),
                trigger: item("vsoko_dashboard_menu"),
                run: "click",
            },
            {
                content: _t("Each cell is a figure: press one to see how it was counted"),
                trigger: ".o_vsoko_heat_map tbody td.o_vsoko_cell",
                run: "click",
            },
            {
                content: _t("The formula stands on the page. Here are the rows that were counted."),
                trigger: "button[name=action_open_rows]",
                run: "click",
            },
            {
                content: _t("Enough is seen? Reports are here."),
                trigger: menu("menu_reports"),
                run: "click",
            },
            {
                content: _t("A report takes the figures of a period, and you write the conclusions"),
                trigger: item("vsoko_report_menu"),
                run: "click",
            },
        ],
    },
    {
        name: "vsoko_show_entering_a_work",
        title: _t("Enter a work of a class"),
        group: "vsoko_module.group_teacher",
        action: "vsoko_module.vsoko_start_page_action",
        steps: () => [
            {
                content: _t("A work waits for its points: open it"),
                trigger: "[data-card=works] .o_vsoko_start_row",
                run: "click",
            },
            {
                content: _t("Type the points of the first task. Arrows lead on, and a block is pasted from a table."),
                trigger: ".o_vsoko_score_sheet input[data-row='0'][data-column='0']",
                run: "edit 1",
            },
            {
                content: _t("Save: what is typed is checked at once"),
                trigger: ".o_vsoko_score_sheet .btn-primary",
                run: "click",
            },
        ],
    },
    {
        name: "vsoko_show_the_own_class",
        title: _t("The own class: whom to help"),
        group: "vsoko_module.group_teacher",
        action: "vsoko_module.vsoko_risk_action",
        steps: () => [
            {
                content: _t("Pupils who may need help, with the reasons. Open one."),
                trigger: ".o_list_view .o_data_row .o_data_cell[name=student_id]",
                run: "click",
            },
            {
                content: _t("Say what you have found out, or propose what to do"),
                trigger: ".o_form_view .o_form_sheet",
                run: "click",
            },
        ],
    },
];

for (const { name, steps } of TOURS) {
    registry.category("web_tour.tours").add(name, { steps });
}
