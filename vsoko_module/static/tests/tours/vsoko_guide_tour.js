import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_guide", {
    url: "/odoo/vsoko",
    steps: () => [
        { trigger: ".o_vsoko_dashboard" },
        { content: "one press", trigger: ".o_vsoko_guide_button", run: "click" },
        {
            content: "it opens where it tells about the overview",
            trigger: ".o_vsoko_guide article h3:contains(Обзор)",
        },
        { trigger: ".o_vsoko_guide input[type=search]", run: "edit словарь" },
        { trigger: ".o_vsoko_guide_found:contains(Словарь)", run: "click" },
        { trigger: ".o_vsoko_guide article td:contains(на скольких людях)" },
        { trigger: ".o_vsoko_guide input[type=search]", run: "edit нетакогослова" },
        { trigger: ".o_vsoko_guide [role=status]:contains(Ничего не найдено)" },
        { trigger: ".o_vsoko_guide .btn-close", run: "click" },
        { content: "the page is where it was", trigger: "body:not(:has(.modal)) .o_vsoko_dashboard" },
    ],
});
