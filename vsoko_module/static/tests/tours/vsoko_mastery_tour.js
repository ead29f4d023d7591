import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_mastery", {
    steps: () => [
        {
            content: "the teacher's class alone is on the map",
            trigger: ".o_vsoko_element_scroll thead tr:contains(5А):not(:contains(5Б))",
        },
        {
            content: "the share of the points and the number of pupils stand in the cell",
            trigger: ".o_vsoko_element_scroll tbody tr:contains(Умножение) td.o_vsoko_cell:contains(53)",
        },
        { trigger: ".o_vsoko_choose_kind", run: "select skill" },
        { trigger: ".o_vsoko_element_scroll tbody tr:contains(Вычислять)" },
        { trigger: ".o_vsoko_choose_kind", run: "select content" },
        {
            trigger: ".o_vsoko_element_scroll tbody tr:contains(Умножение) td.o_vsoko_cell",
            run: "click",
        },
        {
            content: "the weakest pupil comes first",
            trigger: ".modal table:last tbody tr:first-child:contains(Ученик 5А):contains(1/5)",
        },
        { trigger: ".modal table:last tbody tr:first-child a", run: "click" },
        {
            content: "the card says what is not mastered",
            trigger: ".o_notebook_headers a[name=mastery]",
            run: "click",
        },
        { trigger: ".o_vsoko_mastery details:contains(Умножение)" },
        { trigger: ".o_notebook_headers a[name=works]", run: "click" },
        { trigger: "div[name=works_table] td:contains(/8)" },
    ],
});

registry.category("web_tour.tours").add("vsoko_dynamics", {
    steps: () => [
        { trigger: ".o_stat_text:contains(Динамика)", run: "click" },
        { trigger: ".o_vsoko_series tbody tr:nth-child(2)" },
        {
            content: "a work is left out",
            trigger: ".o_vsoko_work:last",
            run: "click",
        },
        { trigger: ".o_vsoko_series tbody tr:only-child" },
        { trigger: ".o_vsoko_cohort td:contains(5А)" },
    ],
});
