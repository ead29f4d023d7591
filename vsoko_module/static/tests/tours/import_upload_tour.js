import { registry } from "@web/core/registry";

const PUPILS = [
    "Список обучающихся в 2025/2026 учебном году",
    "ФИО;Дата рождения;Класс",
    "Новиков Илья Ильич;01.02.2014;5А",
];
const LEDGER = [
    "Класс: 5А;;;",
    "Период: 1 четверть;;;",
    "Учебный год: 2025/2026;;;",
    "№;ФИО;Математика;Драконоведение",
    "1;Новиков Илья Ильич;5;4",
    "2;Ученик 5А 1;4;3",
];

/** Drop files on the page as a person does with the mouse. */
function drop(files) {
    const dataTransfer = new DataTransfer();
    for (const [name, lines] of files) {
        dataTransfer.items.add(new File([lines.join("\r\n")], name));
    }
    document
        .querySelector(".o_vsoko_drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

registry.category("web_tour.tours").add("vsoko_import_upload", {
    url: "/odoo/vsoko-upload",
    steps: () => [
        {
            content: "drop the ledger before the list of pupils that it needs",
            trigger: ".o_vsoko_drop",
            run: () => drop([["ledger.csv", LEDGER], ["pupils.csv", PUPILS], ["note.csv", ["нет"]]]),
        },
        {
            content: "the list of pupils comes first, the unreadable file is refused at once",
            trigger: ".o_vsoko_import_file:first-child:contains(pupils.csv)",
        },
        { trigger: ".o_vsoko_import_file:contains(note.csv) .text-bg-danger" },
        {
            content: "nothing is counted before the check",
            trigger: ".o_vsoko_import_file:contains(pupils.csv) td:nth-child(3):empty",
        },
        { trigger: ".o_vsoko_import_check", run: "click" },
        {
            content: "the check loads nothing; the ledger waits for the list",
            trigger: ".o_vsoko_import_file:contains(pupils.csv) .text-bg-warning",
        },
        { trigger: ".o_vsoko_import_load:enabled", run: "click" },
        { trigger: ".o_vsoko_import_file:contains(pupils.csv) .text-bg-success" },
        {
            content: "what has come of the files is said in one line",
            trigger: ".o_vsoko_import_result:contains(1)",
        },
        {
            content: "the refused file is still here",
            trigger: ".o_vsoko_import_file:contains(note.csv) .text-bg-danger",
        },
        {
            content: "the ledger waits: a subject is not known",
            trigger: ".o_vsoko_import_file:contains(ledger.csv) .text-bg-warning",
        },
        { trigger: ".o_vsoko_import_file:contains(ledger.csv) td:first-child a", run: "click" },
        { trigger: "button[name=action_match]", run: "click" },
        { trigger: ".modal div[name=subject_id] input", run: "edit Русский язык" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Русский язык) a", run: "click" },
        { trigger: ".modal button[name=action_remember]", run: "click" },
        {
            content: "no errors are left: four marks are new",
            trigger: "body:not(:has(.modal)) .o_form_view .alert-success",
        },
        { trigger: "div[name=count_new]:contains(4)" },
        { trigger: "button[name=action_load]", run: "click" },
        { trigger: ".o_arrow_button_current[data-value=loaded]" },
    ],
});
