import { registry } from "@web/core/registry";

const button = (name) => `.o_form_statusbar button[name='${name}']`;
const state = (value) => `.o_statusbar_status button.o_arrow_button_current[data-value='${value}']`;

// the bookkeeper computes what the draft says
registry.category("web_tour.tours").add("vsoko_bonus_computing", {
    steps: () => [
        { trigger: ".o_data_row td[name='display_name']", run: "click" },
        { trigger: button("action_compute"), run: "click" },
        { trigger: state("computed") },
        { trigger: ".o_notebook .nav-link[name='people']", run: "click" },
        { trigger: ".o_data_row td[name='payable']:contains('45')" },
    ],
});

// the chair agrees by the signed minutes of the commission
registry.category("web_tour.tours").add("vsoko_bonus_agreement", {
    steps: () => [
        { trigger: ".o_data_row td[name='display_name']", run: "click" },
        { trigger: button("action_open_agreement"), run: "click" },
        { trigger: ".modal .o_field_widget[name='meeting_id'] input", run: "click" },
        { trigger: ".o-autocomplete--dropdown-item a:contains('Комиссия')", run: "click" },
        { trigger: ".modal .o_field_widget[name='meeting_id'] input:value('Комиссия')" },
        { trigger: ".modal button[name='action_agree']", run: "click" },
        { trigger: state("agreed") },
    ],
});

// the bookkeeper prepares the order
registry.category("web_tour.tours").add("vsoko_bonus_order", {
    steps: () => [
        { trigger: ".o_data_row td[name='display_name']", run: "click" },
        { trigger: button("action_make_order"), run: "click" },
        { trigger: state("ordered") },
    ],
});

// the director signs it in the register, and the sums are locked
registry.category("web_tour.tours").add("vsoko_bonus_signature", {
    steps: () => [
        { trigger: ".o_data_row td[name='display_name']", run: "click" },
        { trigger: button("action_open_order"), run: "click" },
        { trigger: button("action_approve"), run: "click" },
        { trigger: ".modal .modal-footer .btn-primary", run: "click" },
        { trigger: ".o_form_statusbar:not(:has(button[name='action_approve']))" },
        { trigger: ".breadcrumb-item:last-of-type a, .o_back_button a", run: "click" },
        { trigger: state("locked") },
    ],
});

// a teacher sees the own sum and how it comes about, and nobody else's
registry.category("web_tour.tours").add("vsoko_bonus_mine", {
    steps: () => [
        { trigger: ".o_list_view:not(:has(.o_data_row:nth-child(2)))" },
        { trigger: ".o_data_row td[name='teacher_name']", run: "click" },
        { trigger: ".o_field_widget[name='how_text']:contains('40')" },
        { trigger: ".o_field_widget[name='price']:contains('142')" },
    ],
});
