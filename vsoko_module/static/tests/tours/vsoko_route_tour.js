import { registry } from "@web/core/registry";

import { choose } from "./choose";

const MOST_CLICKS = 8;

const mark = (name) => `.o_data_row:contains(${name}) .o_list_record_selector input`;

const begin = () => [
    { content: "two pupils wait for help", trigger: mark("5А 1"), run: "click" },
    { trigger: mark("5А 2"), run: "click" },
    { trigger: ".o_control_panel button[name=action_make_route]", run: "click" },
    {
        content: "the draft has goals and steps; a group needs no consent",
        trigger: "button[name=action_start]",
        run: "click",
    },
    { trigger: ".o_arrow_button_current[data-value=active]" },
    { trigger: ".o_notebook_headers a[name=checks]", run: "click" },
    {
        content: "a work that will check it",
        trigger: "[name=check_ids] .o_field_x2many_list_row_add a",
        run: "click",
    },
    ...choose("assessment_id", "Математика. 5А"),
    { trigger: ".o_form_button_save", run: "click" },
    { trigger: ".o_form_saved" },
];

const check = () => [
    { trigger: ".o_data_row:contains(5А 1) td[name=name]", run: "click" },
    { trigger: ".o_notebook_headers a[name=checks]", run: "click" },
    { trigger: "[name=check_ids] button[name=action_open_work]", run: "click" },
    {
        content: "it is closed like any other",
        trigger: ".o_form_view button[name=action_close]",
        run: "click",
    },
    { trigger: ".modal-footer .btn-primary", run: "click" },
    { trigger: ".o_arrow_button_current[data-value=closed]" },
    { trigger: ".o_breadcrumb .o_back_button", run: "click" },
    {
        content: "what has become of it, in words and numbers",
        trigger: ".o_field_widget[name=growth_text]:contains(Рост больше случайного)",
    },
    { trigger: ".o_notebook_headers a[name=goals]", run: "click" },
    { trigger: "[name=goal_ids] td[name=progress]:contains(Достигнут)" },
];

function counted(steps) {
    const clicks = steps.filter(({ run }) => run === "click").length;
    if (clicks > MOST_CLICKS) {
        throw new Error(`${clicks} clicks, ${MOST_CLICKS} are enough`);
    }
    return steps;
}

registry.category("web_tour.tours").add("vsoko_route_begin", { steps: () => counted(begin()) });
registry.category("web_tour.tours").add("vsoko_route_check", { steps: () => counted(check()) });
