import { registry } from "@web/core/registry";

const button = (name) => `.o_form_statusbar button[name='${name}']`;
const state = (value) => `.o_statusbar_status button.o_arrow_button_current[data-value='${value}']`;
const card = (text) => `.o_field_widget[name='line_ids'] .o_kanban_record:contains('${text}')`;

/** Give a photo to the field as the camera of a phone does. */
function takePhoto() {
    const photo = new File(["photo"], "evening.jpg", { type: "image/jpeg" });
    const transfer = new DataTransfer();
    transfer.items.add(photo);
    const input = document.querySelector(".o_field_widget[name='document_ids'] input[type='file']");
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

// a teacher on a phone adds what the program does not know, with a photo, and hands the sheet in
registry.category("web_tour.tours").add("vsoko_sheet_mine", {
    steps: () => [
        { trigger: ".o_kanban_record:not(.o_kanban_ghost)", run: "click" },
        { trigger: card("2.3 Мероприятия"), run: "click" },
        { trigger: ".modal .o_field_widget[name='evidence_ids'] .o-kanban-button-new", run: "click" },
        { trigger: ".modal .o_field_widget[name='name'] input", run: "edit Вечер чтения" },
        { trigger: ".modal .o_field_widget[name='date'] button", run: "click" },
        { trigger: ".modal .o_field_widget[name='date'] input", run: "edit 10/10/2025" },
        { trigger: ".modal .o_field_widget[name='document_ids']", run: takePhoto },
        { trigger: ".modal .o_attachment:contains('evening')" },
        { trigger: ".modal:last .o_form_button_save", run: "click" },
        { trigger: ".modal .o_kanban_record:contains('Вечер чтения')" },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal))" },
        { trigger: ".o_form_button_save:visible", run: "click" },
        { trigger: button("action_hand_in"), run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_form_statusbar:not(:has(button[name='action_hand_in']))" },
    ],
});

// the chair says the points of a sheet by its number, names the signed minutes and decides
registry.category("web_tour.tours").add("vsoko_sheet_commission", {
    steps: () => [
        { trigger: ".o_data_row td[name='name']:contains('№')", run: "click" },
        { trigger: ".o_data_row:contains('2.2 Выступления') td[name='final']", run: "click" },
        { trigger: ".o_selected_row .o_field_widget[name='final'] input", run: "edit 2" },
        { trigger: ".o_field_widget[name='meeting_id'] input", run: "click" },
        { trigger: ".o-autocomplete--dropdown-item a:contains('Комиссия')", run: "click" },
        { trigger: ".o_field_widget[name='meeting_id'] input:value('Комиссия')" },
        { trigger: button("action_decide"), run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: state("acquainted") },
    ],
});
