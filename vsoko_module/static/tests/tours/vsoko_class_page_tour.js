import { registry } from "@web/core/registry";

/** One click from the login; the chosen period survives Back and a reload. */
registry.category("web_tour.tours").add("vsoko_class_page", {
    steps: () => [
        { trigger: "[data-card=homeroom] .o_vsoko_start_row", run: "click" },
        { trigger: ".o_vsoko_class_ledger tbody tr:nth-child(6)" },
        { trigger: "[data-group=one_three]:contains(1)" },
        { trigger: ".o_vsoko_class_page select", run: "selectByIndex 0" },
        { trigger: "[data-group=excellent]" },
        { trigger: ".o_vsoko_class_ledger tbody th button", run: "click" },
        { trigger: ".o_form_view" },
        { trigger: ".o_back_button a", run: "click" },
        { trigger: ".o_vsoko_class_page [data-group=excellent] li button", run: "click" },
        { trigger: ".o_form_view" },
        { trigger: ".o_back_button a", run: "click" },
        { trigger: ".o_vsoko_class_page [data-group=excellent]" },
        {
            trigger: ".o_vsoko_class_page",
            run: () => window.location.reload(),
            expectUnloadPage: true,
        },
        { trigger: ".o_vsoko_class_page [data-group=excellent]" },
        { trigger: ".o_vsoko_class_page [data-group=meeting] textarea" },
    ],
});

/** The address alone opens the own class. */
registry.category("web_tour.tours").add("vsoko_class_page_by_address", {
    steps: () => [{ trigger: ".o_vsoko_class_ledger tbody tr:nth-child(6)" }],
});
