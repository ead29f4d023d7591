import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_dashboard_to_rows", {
    url: "/odoo/vsoko",
    steps: () => [
        { content: "the seven objects", trigger: ".o_vsoko_object:nth-child(7)" },
        { content: "a main figure with its value", trigger: ".o_vsoko_card .o_vsoko_card_value" },
        {
            content: "a cell of the heat map opens its figure",
            trigger: ".o_vsoko_heat_map tbody td:nth-child(3).o_vsoko_cell",
            run: "click",
        },
        {
            content: "the figure is explained",
            trigger: ".o_form_view div[name=explanation]:contains(÷)",
        },
        { trigger: "button[name=action_open_rows]", run: "click" },
        {
            content: "the rows of the figure: the six pupils of the class",
            trigger: ".o_list_view .o_data_row:nth-child(6)",
        },
        { trigger: ".o_list_view:not(:has(.o_data_row:nth-child(7)))" },
        {
            content: "the breadcrumbs lead back to the overview",
            trigger: ".o_breadcrumb a, .breadcrumb-item a, .o_back_button a",
            run: "click",
        },
        { trigger: ".o_vsoko_heat_map, .o_form_view" },
    ],
});

registry.category("web_tour.tours").add("vsoko_dashboard_of_teacher", {
    url: "/odoo/vsoko",
    steps: () => [
        {
            content: "own classes are there",
            trigger: ".o_vsoko_heat_map tbody:has(th:contains(5А)):has(th:contains(9А))",
        },
        {
            content: "a class of somebody else is not, nor is the state of the school",
            trigger: ".o_vsoko_dashboard:not(:has(th:contains(5Б))):not(:has(.o_vsoko_object))",
        },
        { trigger: ".o_vsoko_card .o_vsoko_card_value" },
    ],
});

registry.category("web_tour.tours").add("vsoko_dashboard_calculate", {
    url: "/odoo/vsoko",
    steps: () => [
        {
            content: "an empty overview says what to do and lets do it",
            trigger: ".o_vsoko_empty button:visible",
            run: "click",
        },
        { content: "the calculated period is shown", trigger: ".o_vsoko_object:nth-child(7)" },
        { content: "figures without marks have no data", trigger: ".o_vsoko_card .fst-italic" },
    ],
});
