import { registry } from "@web/core/registry";

import { choose } from "./choose";

registry.category("web_tour.tours").add("vsoko_maker", {
    steps: () => [
        { trigger: ".o_field_widget[name=name] input", run: "edit Обученность класса" },
        ...choose("criterion_id", "сформированности"),
        { trigger: ".o_field_widget[name=aggregate] input", run: "click" },
        { trigger: ".o_select_menu_item:contains(Степень обученности)", run: "click" },
        ...choose("period_id", "1 четверть"),
        { trigger: "button[name=action_count]", run: "click" },
        {
            content: "the value is seen before anything is saved",
            trigger: ".o_field_widget[name=line_ids] tr:contains(Школа):contains(56,8)",
        },
        { trigger: "button[name=action_add]", run: "click" },
        {
            content: "the indicator stands in the draft of the system",
            trigger: ".o_form_view:not(:has(button[name=action_count])) .o_field_widget[name=name]:has(:contains(Обученность класса), input:value(Обученность класса))",
        },
    ],
});
