import { registry } from "@web/core/registry";

const current = (state) => `.o_statusbar_status .o_arrow_button_current[data-value=${state}]`;

registry.category("web_tour.tours").add("vsoko_report_deputy", {
    steps: () => [
        { trigger: "button[name=action_make_report]", run: "click" },
        {
            content: "the deputy puts own words in place of the automatic ones",
            trigger: ".o_field_widget[name=section_ids] .o_data_row:first-child td[name=conclusions]",
            run: "click",
            timeout: 30000,
        },
        {
            trigger: ".modal .o_field_widget[name=conclusions] textarea",
            run: "edit Выводы завуча",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: ".o_data_row:first-child:contains(Выводы завуча)" },
        { trigger: "button[name=action_accept_drafts]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            content: "all is accepted, and the approval is not for the deputy",
            trigger:
                ".o_form_view:not(:has(button[name=action_accept_drafts])):not(:has(button[name=action_approve]))",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_report_director", {
    steps: () => [
        { trigger: ".o_data_row:contains(Выводы завуча)" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: current("approved"), timeout: 60000 },
        { trigger: "button[name=action_publish]", run: "click" },
        { trigger: ".o_field_widget[name=audience]" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_form_view:has(button[name=action_open_page])", timeout: 60000 },
    ],
});
