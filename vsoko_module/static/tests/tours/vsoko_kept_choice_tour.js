import { registry } from "@web/core/registry";

/** The action of Odoo that leads away, as a press on the menu does. */
function leave() {
    return odoo.__WOWL_DEBUG__.root.env.services.action.doAction("vsoko_module.vsoko_class_action");
}

/** The helper of Odoo finds an option by its value, and that of all is empty. */
function select(list, index) {
    list.selectedIndex = index;
    list.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What is chosen in a list of a page is there again after Back and after a reload. */
function keeps(list, place) {
    const chosen = `${list}:has(option:nth-child(${place}):checked)`;
    return [
        { trigger: `${list}:not(:has(option:nth-child(${place}):checked))` },
        { trigger: list, run: ({ anchor }) => select(anchor, place - 1) },
        { trigger: chosen },
        { trigger: ".o_action_manager", run: leave },
        { trigger: ".o_list_view .o_data_row, .o_kanban_view .o_kanban_record" },
        { trigger: ".o_back_button a", run: "click" },
        { trigger: chosen },
        {
            trigger: ".o_vsoko_page",
            run: () => window.location.reload(),
            expectUnloadPage: true,
        },
        { trigger: chosen },
    ];
}

const tours = registry.category("web_tour.tours");

tours.add("vsoko_kept_overview", {
    steps: () => [...keeps(".o_vsoko_period", 4), ...keeps(".o_vsoko_heat_map select", 2)],
});

tours.add("vsoko_kept_map", {
    steps: () => [...keeps(".o_vsoko_choose_kind", 2), ...keeps(".o_vsoko_choose_grade", 2)],
});

// the first one is all subjects, which is a choice, too
tours.add("vsoko_kept_dynamics", { steps: () => keeps(".o_vsoko_choose_subject", 1) });

tours.add("vsoko_kept_completeness", {
    steps: () => keeps(".o_vsoko_completeness_matrix select", 2),
});
