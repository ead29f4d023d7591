import { registry } from "@web/core/registry";

const { DateTime } = luxon;
const day = (number) =>
    `.fc-daygrid-day[data-date="${DateTime.local().set({ day: number }).toISODate()}"]`;

registry.category("web_tour.tours").add("vsoko_work_calendar", {
    steps: () => [
        {
            content: "a work is named by its classes and is within the limits",
            trigger: `${day(10)} .fc-event:contains(5А,Б ·):not(.o_vsoko_over_limit)`,
            run: `drag_and_drop ${day(12)} .fc-event`,
        },
        {
            content: "moved to the day of another work, it says the rule",
            trigger: ".o_notification:contains(В один день с)",
        },
        { trigger: `${day(12)} .fc-event.o_vsoko_over_limit:contains(5А,Б ·)`, run: "click" },
        { trigger: ".o_cw_popover .text-danger:contains(В один день с)" },
        {
            content: "the same works as a list for publication",
            trigger: ".o_vsoko_print_calendar",
            run: "click",
        },
        { trigger: ".modal button[name=action_open_pdf]" },
    ],
});

registry.category("web_tour.tours").add("vsoko_order_from_note", {
    steps: () => [
        { trigger: "button[name=action_make_order]", run: "click" },
        {
            content: "a draft with a basis and points that wait for a person",
            trigger: ".o_form_view:has(button[name=action_accept_drafts]) [name=section_ids] .o_data_row:eq(1)",
            timeout: 30000,
        },
        { trigger: "button[name=action_open_docx], button[name=action_open_pdf]" },
    ],
});
