import { registry } from "@web/core/registry";

const field = (row, column = 0) =>
    `.o_vsoko_data_entry [data-row="${row}"][data-column="${column}"]`;
const counts = (text) => `.o_vsoko_counts:contains(${text})`;

/** A key in the cell, as the keyboard gives it. */
function press(key) {
    return ({ anchor }) =>
        anchor.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}

/** As a spreadsheet gives it to the clipboard. */
function paste(text) {
    return ({ anchor }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        anchor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    };
}

/** The specialist opens an own form, fills it in by the keyboard and completes it. */
registry.category("web_tour.tours").add("vsoko_data_entry", {
    steps: () => [
        { trigger: "[data-card=forms] .o_vsoko_start_row:contains(Библиотека)", run: "click" },
        { trigger: `${field(0)}:focus` },
        { trigger: field(0), run: "edit 1,5" },
        { trigger: ".o_vsoko_refusal" },
        { trigger: field(0), run: "edit 100" },
        { trigger: field(0), run: press("Enter") },
        { trigger: `${field(1)}:focus`, run: "edit 150" },
        // the rule speaks while one types
        { trigger: ".o_vsoko_findings .alert-danger:contains(150)" },
        { trigger: field(1), run: "edit 0" },
        { trigger: ".o_vsoko_data_entry:not(:has(.o_vsoko_findings))" },
        { trigger: field(1), run: press("Enter") },
        // what is no answer is not lost in silence; what is one may be written in any way
        { trigger: `${field(2)}:focus`, run: paste("возможно") },
        { trigger: ".o_vsoko_refusal:contains(возможно)" },
        { trigger: field(2), run: paste(" ДА.") },
        { trigger: counts("3") },
        // classes that name themselves, in another order
        { trigger: field(3), run: "click" },
        { trigger: field(3), run: paste("5Б\t2\n5А\t3\n") },
        { trigger: ".o_vsoko_paste_go", run: "click" },
        { trigger: ".o_vsoko_total:contains(5)" },
        { trigger: counts("100") },
        { trigger: ".o_vsoko_complete", run: "click" },
        { trigger: ".o_vsoko_data_entry:not(:has(.o_vsoko_complete))" },
    ],
});
