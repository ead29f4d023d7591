import { registry } from "@web/core/registry";

function fitsThePhone(trigger) {
    return {
        content: "the page is not wider than the phone",
        trigger,
        run: () => {
            const page = document.documentElement;
            if (page.scrollWidth > page.clientWidth) {
                throw new Error(`${page.scrollWidth} > ${page.clientWidth}`);
            }
        },
    };
}

registry.category("web_tour.tours").add("vsoko_publication_publish", {
    steps: () => [
        { trigger: "button[name=action_publish]", run: "click" },
        {
            content: "the draft for the council shows what its reader will see",
            trigger: ".o_form_view a.nav-link[name=preview]",
            run: "click",
        },
        { trigger: ".o_vsoko_publication:contains(Качество знаний)" },
        { trigger: "button[name=action_approve]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_statusbar_status .o_arrow_button_current[data-value=approved]" },
        { trigger: "button[name=action_open_page]" },
    ],
});

registry.category("web_tour.tours").add("vsoko_publication_council", {
    url: "/my/vsoko",
    steps: () => [
        {
            trigger: ".o_vsoko_page .badge:contains(Оптимальный), .o_vsoko_page .badge:contains(Допустимый)",
        },
        fitsThePhone("h1:contains(Качество образования)"),
        {
            trigger: ".o_vsoko_page a:contains(Качество знаний)",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: "h2:contains(Что это и как считается)" },
        { trigger: "caption:contains(Как меняется)" },
        {
            trigger: ".breadcrumb a:contains(Качество образования)",
            run: "click",
            expectUnloadPage: true,
        },
        { trigger: ".list-group a:contains(1 четверть)", run: "click", expectUnloadPage: true },
        fitsThePhone("h2:contains(Показатели школы)"),
    ],
});

registry.category("web_tour.tours").add("vsoko_family_child", {
    url: "/my",
    steps: () => [
        { trigger: "a[href='/my/child']:visible", run: "click", expectUnloadPage: true },
        fitsThePhone("h1:contains(Ученик 5В 1)"),
        { trigger: "details.o_vsoko_year:not([open]) summary", run: "click" },
        { trigger: ".o_vsoko_marks tbody td:contains(4)" },
        { trigger: ".o_vsoko_marks tfoot td:contains(4,00)" },
        { trigger: ".o_vsoko_page:not(:contains(Ученик 9Б))" },
    ],
});

registry.category("web_tour.tours").add("vsoko_public_page", {
    url: "/vsoko",
    steps: () => [
        { trigger: "h1:contains(Качество образования)" },
        { trigger: ".list-group a:contains(1 четверть)", run: "click", expectUnloadPage: true },
        fitsThePhone(".o_vsoko_publication h2:contains(Показатели школы)"),
        { trigger: "a:contains(Все публикации)", run: "click", expectUnloadPage: true },
        { trigger: ".list-group a:contains(1 четверть)" },
    ],
});
