import { registry } from "@web/core/registry";

const choose = (item, place) => ({
    content: `answer ${place} of question ${item}`,
    trigger: `.o_vsoko_survey_section:not(.d-none) .o_vsoko_survey_item:eq(${item}) .form-check:eq(${place}) input`,
    run: "click",
});

registry.category("web_tour.tours").add("vsoko_survey_answer", {
    steps: () => [
        {
            content: "the code came from the address, which holds it no more",
            trigger: ".o_vsoko_survey_form .o_vsoko_survey_progress:contains('1')",
            run: () => {
                const code = document.querySelector("#vsoko_code").value;
                if (code.length !== 8 || window.location.href.includes(code)) {
                    throw new Error(`${code} ${window.location.href}`);
                }
                const page = document.documentElement;
                if (page.scrollWidth > page.clientWidth) {
                    throw new Error(`${page.scrollWidth} > ${page.clientWidth}`);
                }
            },
        },
        choose(0, 0),
        choose(1, 1),
        { trigger: ".o_vsoko_survey_next", run: "click" },
        choose(0, 0),
        { trigger: ".o_vsoko_survey_back", run: "click" },
        {
            content: "what was chosen is still there",
            trigger: ".o_vsoko_survey_item:eq(0) .form-check:eq(0) input:checked",
        },
        { trigger: ".o_vsoko_survey_next", run: "click" },
        {
            trigger: ".o_vsoko_survey_section:not(.d-none) textarea",
            run: "edit Больше кружков",
        },
        { trigger: ".o_vsoko_survey_send", run: "click", expectUnloadPage: true },
        { trigger: ".o_vsoko_survey_thanks" },
    ],
});
