import { registry } from "@web/core/registry";

const ROWS = [
    "Отряд на лето;;;;;",
    "№;Кто;Появился;Поток;Буква потока;<b>Рост</b>",
    "1;Новиков Илья Ильич;01.02.2014;5;А;140",
    "2;Орлова Анна Львовна;32.01.2014;5;А;150",
];
const FILE = ".o_vsoko_import_file:contains(%s)";
const column = (number) => `.o_vsoko_columns_table select[data-column='${number}']`;

/** Drop a file on the page as a person does with the mouse. */
function drop(name, lines) {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.join("\r\n")], name));
    document
        .querySelector(".o_vsoko_drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

registry.category("web_tour.tours").add("vsoko_import_columns", {
    url: "/odoo/vsoko-upload",
    steps: () => [
        { trigger: ".o_vsoko_drop", run: () => drop("отряд.csv", ROWS) },
        {
            content: "nobody knows such a list: say what its columns mean",
            trigger: `${FILE.replace("%s", "отряд.csv")} .o_vsoko_tell_columns`,
            run: "click",
        },
        { trigger: ".o_vsoko_columns_table td:contains(<b>Рост</b>)" },
        { trigger: ".o_vsoko_layout", run: "select contingent" },
        {
            content: "a wrong heading is not enough",
            trigger: ".o_vsoko_columns_table tbody tr:nth-child(1) button",
            run: "click",
        },
        { trigger: ".alert-warning:contains(ФИО)" },
        { trigger: ".o_vsoko_check:disabled" },
        {
            content: "the heading is in the second row; whose names they are is seen from the cells",
            trigger: ".o_vsoko_columns_table tbody tr:nth-child(2) button",
            run: "click",
        },
        { trigger: ".o_vsoko_columns_table tr.o_vsoko_heading td:contains(Кто)" },
        {
            content: "nothing can be read yet, and the page says what is missing",
            trigger: "li:contains(Класс)",
        },
        { trigger: column(2), run: "select birthdate" },
        { trigger: "li:contains(32.01.2014)" },
        { trigger: column(3), run: "select grade" },
        {
            content: "the first row is read, the wrong date of the second is named",
            trigger: ".o_vsoko_preview td:contains(Новиков Илья Ильич)",
        },
        { trigger: column(4), run: "select letter" },
        { trigger: ".o_vsoko_preview td:contains(5А)" },
        { trigger: ".o_vsoko_check:enabled", run: "click" },
        { trigger: ".o_form_view div[name=count_new]:contains(1)" },
        { trigger: "div[name=arrangement_id]:contains(отряд.csv)" },
        { trigger: "button[name=action_load]:visible" },
    ],
});
