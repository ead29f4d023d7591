import { registry } from "@web/core/registry";
import { CalendarCommonRenderer } from "@web/views/calendar/calendar_common/calendar_common_renderer";
import { CalendarController } from "@web/views/calendar/calendar_controller";
import { CalendarModel } from "@web/views/calendar/calendar_model";
import { CalendarRenderer } from "@web/views/calendar/calendar_renderer";
import { calendarView } from "@web/views/calendar/calendar_view";

export class WorkCalendarModel extends CalendarModel {
    normalizeRecord(rawRecord) {
        return { ...super.normalizeRecord(rawRecord), title: rawRecord.calendar_title };
    }

    /** A work that was moved says at once which limits it breaks; one that may not move goes back. */
    async updateRecord(record, options) {
        try {
            await super.updateRecord(record, options);
        } catch (error) {
            await this.load();
            throw error;
        }
        const { title, rawRecord } = this.records[record.id] || {};
        if (rawRecord?.calendar_warning) {
            this.notification.add(rawRecord.calendar_warning, { title, type: "danger" });
        }
    }
}

/** Works that break a limit of the calendar are outlined in red; closed ones stay where they are. */
export class WorkCalendarCommonRenderer extends CalendarCommonRenderer {
    convertRecordToEvent(record) {
        const event = super.convertRecordToEvent(record);
        const isClosed = ["closed", "analysed"].includes(record.rawRecord.state);
        return isClosed ? { ...event, editable: false } : event;
    }

    eventClassNames(info) {
        const names = super.eventClassNames(info);
        const record = this.props.model.records[info.event.id];
        if (record?.rawRecord.calendar_warning) {
            names.push("o_vsoko_over_limit");
        }
        return names;
    }
}

export class WorkCalendarRenderer extends CalendarRenderer {
    static components = {
        ...CalendarRenderer.components,
        day: WorkCalendarCommonRenderer,
        week: WorkCalendarCommonRenderer,
        month: WorkCalendarCommonRenderer,
    };
}

export class WorkCalendarController extends CalendarController {
    openPrinting() {
        this.action.doAction("vsoko_module.vsoko_calendar_print_action");
    }
}

registry.category("views").add("vsoko_work_calendar", {
    ...calendarView,
    Controller: WorkCalendarController,
    Model: WorkCalendarModel,
    Renderer: WorkCalendarRenderer,
    buttonTemplate: "vsoko_module.WorkCalendar.controlButtons",
});
