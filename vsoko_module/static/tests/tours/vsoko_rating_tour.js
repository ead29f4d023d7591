import { registry } from "@web/core/registry";

// from the list of ratings to why a line stands where it stands: two clicks
const toLine = (name) => [
    { trigger: ".o_data_row td[name='name']:contains('Рейтинг')", run: "click" },
    { trigger: `.o_data_row td[name='cell_name']:contains('${name}')`, run: "click" },
    { trigger: ".o_field_widget[name='explanation']:contains('75')" },
    { trigger: "button[name='action_open_recount']" },
];

registry.category("web_tour.tours").add("vsoko_rating_why", {
    steps: () => toLine("5А"),
});

registry.category("web_tour.tours").add("vsoko_rating_why_own", {
    steps: () => [
        { trigger: ".o_data_row td[name='name']:contains('Рейтинг')", run: "click" },
        {
            content: "the own line alone",
            trigger: "[name='line_ids']:has(.o_data_row:contains('5А')):not(:has(.o_data_row:contains('9А')))",
        },
        ...toLine("5А").slice(1),
    ],
});

// a teacher looks through the list and proposes a correction
registry.category("web_tour.tours").add("vsoko_rating_roster", {
    steps: () => [
        { trigger: ".o_data_row:contains('5А') td[name='class_id']", run: "click" },
        { trigger: "button[name='action_propose']", run: "click" },
        { trigger: ".modal .o_field_widget[name='student_id'] input", run: "click" },
        { trigger: ".o-autocomplete--dropdown-item a:contains('Ученик 5А 2')", run: "click" },
        { trigger: ".modal .o_field_widget[name='student_id'] input:value('Ученик 5А 2')" },
        {
            trigger: ".modal .o_field_widget[name='reason'] input",
            run: "edit Занимается в другой группе",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal)) [name='correction_ids']:contains('другой группе')" },
    ],
});
