import { registry } from "@web/core/registry";

/** The login opens what waits; one click opens the sheet, a second one saves the points. */
registry.category("web_tour.tours").add("vsoko_start_of_teacher", {
    steps: () => [
        { trigger: "[data-card=works] .o_vsoko_start_row", run: "click" },
        {
            trigger: '.o_vsoko_score_sheet input[data-row="0"][data-column="0"]',
            run: "edit 1",
        },
        { trigger: ".o_vsoko_score_sheet input[data-row='0'][data-column='1']", run: "edit 0" },
        { trigger: ".o_vsoko_score_sheet .btn-primary", run: "click" },
        { trigger: ".o_vsoko_score_sheet:not(:has(.text-warning))" },
        { trigger: ".o_notification:contains(1)" },
    ],
});

registry.category("web_tour.tours").add("vsoko_start_hand_over", {
    steps: () => [
        { trigger: ".o_vsoko_hand_over", run: "click" },
        { trigger: ".modal .o_vsoko_hand_over_ready li" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_notification.border-success, .o_notification:has(.bg-success)" },
        { trigger: ".o_vsoko_start:not(:has(.o_vsoko_hand_over))" },
    ],
});

/** The login, one press and its question. */
registry.category("web_tour.tours").add("vsoko_start_approve_handed", {
    steps: () => [
        {
            trigger: "[data-card=reports_to_approve] li:first-child .o_vsoko_start_press",
            run: "click",
        },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            trigger: ".o_vsoko_start:not(:has([data-card=reports_to_approve] .o_vsoko_start_press))",
            timeout: 60000,
        },
    ],
});
