import { registry } from "@web/core/registry";
import { CalendarCommonRenderer } from "@web/views/calendar/calendar_common/calendar_common_renderer";
import { CalendarController } from "@web/views/calendar/calendar_controller";
import { CalendarRenderer } from "@web/views/calendar/calendar_renderer";
import { calendarView } from "@web/views/calendar/calendar_view";

/** Works that break a limit of the schedule are outlined in red. */
export class ScheduleCommonRenderer extends CalendarCommonRenderer {
    eventClassNames(info) {
        const names = super.eventClassNames(info);
        const record = this.props.model.records[info.event.id];
        if (record?.rawRecord.schedule_warning) {
            names.push("o_vsoko_over_limit");
        }
        return names;
    }
}

export class ScheduleRenderer extends CalendarRenderer {
    static components = {
        ...CalendarRenderer.components,
        day: ScheduleCommonRenderer,
        week: ScheduleCommonRenderer,
        month: ScheduleCommonRenderer,
    };
}

export class ScheduleController extends CalendarController {
    openPrinting() {
        this.action.doAction("vsoko_module.vsoko_schedule_print_action");
    }
}

registry.category("views").add("vsoko_schedule_calendar", {
    ...calendarView,
    Controller: ScheduleController,
    Renderer: ScheduleRenderer,
    buttonTemplate: "vsoko_module.ScheduleCalendar.controlButtons",
});
