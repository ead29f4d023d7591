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
