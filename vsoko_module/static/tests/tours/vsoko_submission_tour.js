import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("vsoko_submission_fill_and_send", {
    steps: () => [
        {
            content: "the form tells which cell would stay empty and why",
            trigger: ".alert-warning:contains(1)",
        },
        { trigger: "td[name=problem]:contains(5Я)" },
        {
            trigger: "button[name=action_fill]",
            run: "click",
        },
        {
            content: "the filled file is there, made from approved figures",
            trigger: "div[name=file]:contains(.xlsx)",
        },
        {
            trigger: "div[name=channel] input, div[name=channel] select",
            run: "click",
        },
        {
            trigger: ".o_select_menu_item:contains(Электронная почта)",
            run: "click",
        },
        {
            trigger: "div[name=letter_number] input",
            run: "edit 01-17/45",
        },
        {
            trigger: "button[name=action_send]",
            run: "click",
        },
        {
            trigger: ".modal .btn-primary",
            run: "click",
        },
        {
            content: "the entry is locked: it can only be corrected or withdrawn",
            trigger: "button[name=action_withdraw]",
        },
        { trigger: "body:not(:has(div[name=letter_number] input))" },
    ],
});
