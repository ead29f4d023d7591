import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_action_from_figure_to_effect", {
    url: "/odoo/vsoko",
    steps: () => [
        { trigger: ".o_vsoko_period", run: "selectByLabel 1 четверть, 2025/2026" },
        {
            content: "nobody of 5А has «4» or «5» in mathematics: measures are taken by one press",
            trigger: ".o_vsoko_deviations tr:contains(5А, Математика) .o_vsoko_take_measures",
            run: "click",
        },
        { trigger: ".o_form_view .o_field_widget[name=evidence_text]:contains(0 из 6)" },
        { trigger: ".o_field_widget[name=deadline] input", run: "edit 15.12.2025" },
        { trigger: ".o_field_widget[name=target] input", run: "edit 50" },
        { trigger: "button[name=action_accept]", run: "click" },
        { trigger: "button[name=action_start]", run: "click" },
        { trigger: ".o_field_widget[name=result] textarea", run: "edit Повторили дроби" },
        { trigger: "button[name=action_finish]", run: "click" },
        {
            content: "the work is done; the figures of the next quarter are not counted yet",
            trigger: ".o_statusbar_status .o_arrow_button_current:contains(Выполнено)",
        },
        {
            content: "the overview marks what is worked on",
            trigger: "body",
            run: "goToUrl /odoo/vsoko",
            expectUnloadPage: true,
        },
        { trigger: ".o_vsoko_period", run: "selectByLabel 1 четверть, 2025/2026" },
        { trigger: ".o_vsoko_deviations tr:contains(5А, Математика) button:contains(Выполнено)" },
        { trigger: ".o_vsoko_period", run: "selectByLabel 2 четверть, 2025/2026" },
        { trigger: ".o_vsoko_empty" },
        { trigger: ".o_vsoko_calculate", run: "click" },
        { trigger: ".o_vsoko_heat_map", timeout: 30000 },
        {
            content: "the action says itself what has become of the figure",
            trigger: "body",
            run: "goToUrl /odoo/vsoko-actions",
            expectUnloadPage: true,
        },
        { trigger: ".o_facet_remove", run: "click" },
        { trigger: ".o_data_row:contains(Достигнуто) .o_data_cell[name=name]", run: "click" },
        { trigger: ".o_field_widget[name=effect_text]:contains(Без мер ожидалось бы)" },
    ],
});
