import { registry } from "@web/core/registry";
import { choose } from "./choose";

registry.category("web_tour.tours").add("vsoko_pupil_forecast", {
    steps: () => [
        {
            content: "the own class is chosen already, the term is not",
            trigger: ".o_field_widget[name=class_id] input:value(5А)",
        },
        { trigger: ".o_field_widget[name=period_id] input", run: "edit 2 четверть" },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(2 четверть, 2025/2026) a",
            run: "click",
        },
        ...choose("subject_id", "Математика"),
        {
            content: "who is nearest to failing comes first, in words and chances",
            trigger: ".o_vsoko_pupil_forecast tbody tr:first-child:contains(скорее):contains(2)",
        },
        {
            content: "without data nothing is guessed",
            trigger: ".o_vsoko_pupil_forecast tbody tr:last-child:contains(нет данных)",
        },
        { trigger: ".o_vsoko_pupil_forecast:not(:contains(Ученик 5Б))" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
    ],
});

registry.category("web_tour.tours").add("vsoko_training_plan", {
    steps: () => [
        { trigger: ".o_group_header:contains(Собственный запрос)", run: "click" },
        {
            trigger: ".o_data_row:contains(Читательская грамотность) .o_list_record_selector input",
            run: "click",
        },
        { trigger: "button[name=action_plan]", run: "click" },
        {
            content: "the action names the direction and a measure for the teacher",
            trigger: ".o_field_widget[name=training_need_ids]:contains(Читательская грамотность)",
        },
        { trigger: ".o_field_widget[name=measure_ids] .o_data_row:contains(Наставник)" },
        { trigger: ".o_field_widget[name=origin]:contains(Направления обучения)" },
        { trigger: "button[name=action_accept]", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current:contains(Принято)" },
    ],
});

registry.category("web_tour.tours").add("vsoko_document_of_period", {
    steps: () => [
        {
            trigger: ".o_statusbar_buttons .dropdown-toggle:contains(Составить документ)",
            run: "click",
        },
        {
            trigger: ".dropdown-menu.show button:contains(Проблемный анализ)",
            run: "click",
        },
        { trigger: ".o_breadcrumb .active:contains(Проблемный анализ)" },
    ],
});
