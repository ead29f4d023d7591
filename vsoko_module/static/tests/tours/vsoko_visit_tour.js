import { ConnectionLostError, rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";

const ask = rpc._rpc;
const mark = (criterion, points) =>
    `.o_vsoko_visit_criterion[data-criterion="${criterion}"] .o_vsoko_visit_mark[data-points="${points}"]`;
const card = ".o_vsoko_visit_open";

/** Nothing gets through; what Odoo asks of itself waits, as its own pages would report the loss. */
function cut() {
    rpc._rpc = (url) =>
        url.includes("vsoko.")
            ? Promise.reject(new ConnectionLostError(url))
            : new Promise(() => {});
}

/** The server gets it, its answer does not come back. */
function loseAnswers() {
    rpc._rpc = async (url, ...rest) => {
        await ask(url, ...rest);
        throw new ConnectionLostError(url);
    };
}

function connect() {
    rpc._rpc = ask;
    window.dispatchEvent(new Event("online"));
}

/** Thirty marks, one after another, as a hurried thumb gives them. */
async function touchThirtyTimes({ click }) {
    for (let touch = 0; touch < 30; touch++) {
        await click(mark(1 + (touch % 5), touch < 25 ? touch % 2 : 2));
    }
}

/** A lesson without a connection; the browser is killed in it; what was touched is stored once. */
registry.category("web_tour.tours").add("vsoko_visit", {
    steps: () => [
        { trigger: ".o_vsoko_visit_new", run: "click" },
        { trigger: "#o_vsoko_visit_rubric", run: "selectByLabel Урок математики" },
        { trigger: "#o_vsoko_visit_class", run: "selectByLabel 7Я" },
        { trigger: "#o_vsoko_visit_lesson:enabled", run: "selectByIndex 1" },
        { trigger: "#o_vsoko_visit_topic", run: "edit Дроби" },
        { trigger: ".o_vsoko_visit_begin:enabled", run: "click" },
        { trigger: ".o_vsoko_visit_clock:contains(:)", run: cut },
        { trigger: mark(1, 0), run: touchThirtyTimes },
        { trigger: `${mark(5, 2)}.btn-primary` },
        { trigger: ".o_vsoko_visit_describe", run: "click" },
        { trigger: ".o_vsoko_visit_levels li:contains(частично)" },
        { trigger: ".o_vsoko_visit_note input", run: "edit Работа в парах" },
        { trigger: ".o_vsoko_visit_note button", run: "click" },
        { trigger: ".o_vsoko_visit_place.text-warning" },
        {
            trigger: ".o_vsoko_visit_clock",
            run: () => window.location.reload(),
            expectUnloadPage: true,
        },
        { trigger: `${card} .text-warning` },
        { trigger: card, run: loseAnswers },
        { trigger: card, run: "click" },
        { trigger: `${mark(3, 2)}.btn-primary` },
        { trigger: ".o_vsoko_visit_back", run: "click" },
        { trigger: `${card} .text-warning`, run: connect },
        { trigger: `${card} .text-success` },
    ],
});

/** What the plan asks for is done in a lesson without a connection. */
registry.category("web_tour.tours").add("vsoko_planned_visit", {
    steps: () => [
        { trigger: `${card} .text-bg-info`, run: "click" },
        { trigger: ".o_vsoko_visit_clock", run: cut },
        { trigger: mark(1, 0), run: touchThirtyTimes },
        { trigger: ".o_vsoko_visit_place.text-warning", run: connect },
        { trigger: ".o_vsoko_visit_place.text-success" },
    ],
});
