import { registry } from "@web/core/registry";

/** Whether all of a page can be scrolled into sight, however long it is. */
function makeLong({ anchor }) {
    const filler = document.createElement("div");
    filler.style.height = "5000px";
    anchor.append(filler);
    const manager = document.querySelector(".o_action_manager");
    anchor.classList.toggle("o_all_is_reached", manager.scrollHeight <= manager.clientHeight);
}

registry.category("web_tour.tours").add("vsoko_page", {
    steps: () => [
        { trigger: ".o_vsoko_page", run: makeLong },
        { trigger: ".o_vsoko_page.o_all_is_reached" },
    ],
});
