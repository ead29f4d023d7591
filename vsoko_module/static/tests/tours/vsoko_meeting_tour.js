import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_meeting_secretary", {
    steps: () => [
        {
            content: "The minutes are written and checked",
            trigger: "button[name='action_check_minutes']",
            run: "click",
        },
        {
            content: "The secretary signs what is on the screen",
            trigger: "button[name='action_sign']",
            run: "click",
        },
        {
            content: "and confirms it",
            trigger: ".modal footer button.btn-primary",
            run: "click",
        },
        {
            content: "Signed minutes have a number and no button to sign",
            trigger: "div[name='number']:contains('1')",
        },
        {
            content: "and are printed",
            trigger: "button[name='action_open_minutes_pdf']",
        },
    ],
});

registry.category("web_tour.tours").add("vsoko_council_member", {
    steps: () => [
        {
            content: "A member opens the meeting of the own council",
            trigger: ".o_vsoko_council a[href^='/my/vsoko/meeting/']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "sees what was resolved, and the minutes",
            trigger: ".o_vsoko_council a[href$='/pdf']",
        },
        {
            content: "goes back to the council",
            trigger: "ol.o_portal_submenu a[href='/my/vsoko/meetings']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "proposes a question",
            trigger: "#vsoko_question",
            run: "edit О безопасности на переменах",
        },
        {
            trigger: ".o_vsoko_proposal button[type='submit']",
            run: "click",
            expectUnloadPage: true,
        },
        {
            content: "which stands in the list",
            trigger: "#vsoko_proposals li:contains('О безопасности на переменах')",
        },
    ],
});
