import { registry } from "@web/core/registry";

const FILES = {
    "ведомость 5А.csv": [
        "Класс: 5А;;;",
        "Период: 1 четверть;;;",
        "№;ФИО;Математика;Русский язык",
        "1;Новиков Илья Ильич;5;4",
        "2;Орлова Анна Львовна;4;3",
    ],
    "нагрузка.csv": [
        "Учебная нагрузка педагогов;;;",
        "Учитель;Предмет;Класс;Часов в неделю",
        "Лебедева Ольга Юрьевна;Математика;5А;5",
        "Седов Игорь Львович;Русский язык;5А;5",
        "Седов Игорь Львович;Русский язык;6А;5",
    ],
    "кадры.csv": [
        "Кадровый состав;;",
        "№;ФИО;Должность",
        "1;Лебедева Ольга Юрьевна;Учитель математики",
        "2;Седов Игорь Львович;Учитель русского языка",
        "3;Котов Пётр Ильич;Дворник",
    ],
    "контингент.csv": [
        "Список обучающихся;;",
        "ФИО;Дата рождения;Класс",
        "Новиков Илья Ильич;01.02.2014;5А",
        "Орлова Анна Львовна;03.04.2014;5А",
        "Белов Семён Олегович;05.06.2013;6А",
    ],
};
const MOST_CLICKS = 30;

function drop() {
    const dataTransfer = new DataTransfer();
    for (const [name, lines] of Object.entries(FILES)) {
        dataTransfer.items.add(new File([lines.join("\r\n")], name));
    }
    document
        .querySelector(".o_vsoko_drop")
        .dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

const step = (key) => `.o_vsoko_step[data-step=${key}]`;
const isDone = (key) => `${step(key)}.o_vsoko_step_done`;
const row = (name) => `.o_data_row:has([name=name]:contains(${name}))`;

const choose = (name, teacher) => [
    { trigger: `${row(name)} td[name=homeroom_teacher_id]`, run: "click" },
    { trigger: `${row(name)} td[name=homeroom_teacher_id] input`, run: `edit ${teacher}` },
    { trigger: `.o-autocomplete--dropdown-item:contains(${teacher}) a`, run: "click" },
];

const journey = () => [
    {
        content: "the overview of an empty school says how to begin",
        trigger: ".o_vsoko_steps_banner button",
        run: "click",
    },
    { trigger: `${step("school")} input[name=name]`, run: "edit МБОУ «Школа у реки»" },
    { trigger: `${step("school")} input[name=city]`, run: "edit Заречье" },
    { trigger: `${step("school")} button[type=submit]`, run: "click" },
    { trigger: `${isDone("school")}:contains(Школа у реки)` },
    {
        content: "the next step opens by itself: the year is proposed by the day of today",
        trigger: `${step("year")} .btn-primary`,
        run: "click",
    },
    { trigger: isDone("year") },
    { trigger: `${step("files")} .o_vsoko_drop`, run: drop },
    { trigger: ".o_vsoko_import_file:nth-child(4)" },
    { trigger: ".o_vsoko_import_check:enabled", run: "click" },
    {
        content: "the ledger waits for the lists",
        trigger: ".o_vsoko_import_file:nth-child(4):contains(ведомость)",
    },
    { trigger: ".o_vsoko_import_load:enabled", run: "click" },
    {
        content: "all files are loaded and the figures are counted",
        trigger: ".o_vsoko_import_result.alert-success:contains(4) .btn-primary",
        timeout: 60000,
    },
    { trigger: isDone("files") },
    { trigger: `${step("homeroom")} > button`, run: "click" },
    { trigger: `${step("homeroom")} .btn-primary`, run: "click" },
    ...choose("5А", "Лебедева"),
    ...choose("6А", "Седов"),
    { trigger: ".o_list_button_save", run: "click" },
    { trigger: ".o_list_view:not(:has(.o_selected_row))" },
    { trigger: ".o_back_button", run: "click" },
    { trigger: isDone("homeroom") },
    { trigger: `${step("people")} .o_vsoko_make_accounts`, run: "click" },
    { trigger: isDone("people") },
    { trigger: `${step("report")} .o_vsoko_first_report`, run: "click" },
    {
        content: "the first report with its sections",
        trigger: ".o_form_view .o_field_widget[name=section_ids] .o_data_row:nth-child(3)",
        timeout: 30000,
    },
];

registry.category("web_tour.tours").add("vsoko_first_steps", {
    url: "/odoo/vsoko",
    steps: () => {
        const steps = journey();
        const clicks = steps.filter((one) => one.run === "click").length;
        const count = {
            content: "a stranger comes from nothing to the first report in few clicks",
            trigger: "body",
            run() {
                if (clicks > MOST_CLICKS) {
                    throw new Error(`${clicks} clicks, ${MOST_CLICKS} are enough`);
                }
            },
        };
        return [...steps, count];
    },
});
