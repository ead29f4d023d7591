from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.calendar_limits import CalendarWork, conflicts
from ..optional_numbers import OptionalInteger


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    calendar_warning = fields.Text(
        string="Breaks the limits of the calendar", compute="_compute_calendar_warning"
    )

    calendar_unchecked = fields.Text(
        string="Limits that are not checked", compute="_compute_calendar_unchecked"
    )
    calendar_title = fields.Char(compute="_compute_calendar_title")
    lesson_count = OptionalInteger(
        string="Lessons that day",
        aggregator=None,
        help="How many lessons the classes have on that day. Empty: whether the work is on the last"
        " lesson is not checked",
    )

    _lessons_order = models.Constraint(
        "CHECK(COALESCE(lesson_number, 0) >= 0 AND COALESCE(lesson_count, 0) >= 0"
        " AND (COALESCE(lesson_count, 0) = 0 OR COALESCE(lesson_number, 0) <= lesson_count))",
        "The lesson of the work is one of the lessons of that day.",
    )

    @api.depends("class_ids.grade", "class_ids.name", "subject_id.short_name", "type_id.name")
    def _compute_calendar_title(self):
        """Name the work as a cell of a calendar can: who, what, which work."""
        for work in self:
            classes = work.class_ids.sorted("key").grouped("grade")
            who = ", ".join(
                ", ".join(same.mapped("name"))
                if any(
                    school_class.name != f"{grade}{school_class.letter or ''}"
                    for school_class in same
                )
                else f"{grade}{','.join(school_class.letter or '' for school_class in same)}"
                for grade, same in classes.items()
            )
            subject = work.subject_id
            parts = (who, subject.short_name or subject.name, work.type_id.name)
            work.calendar_title = " · ".join(filter(None, parts))

    @api.depends(
        "date",
        "subject_id",
        "class_ids",
        "lesson_number",
        "lesson_count",
        "test_id",
        "type_id.legal_limits",
    )
    def _compute_calendar_warning(self):
        # Which works a class writes is the published calendar; the check needs all of them.
        stored = self.sudo().search(
            [("year_id", "in", self.year_id.ids), ("type_id.legal_limits", "=", True)]
        )
        # works of a form stand for themselves: they are checked as they are typed, before saving
        limited = self.filtered(lambda work: work.type_id.legal_limits and work.date)
        others = stored - self._origin
        found = conflicts(
            [work._prepare_calendar_work() for works in (others, limited) for work in works],
            (others | limited)._get_weekly_hours(),
        )
        for work in self:
            lines = [work._describe(conflict) for conflict in found.get(work.id, ())]
            work.calendar_warning = "\n".join(dict.fromkeys(lines)) or False

    @api.depends("subject_id", "class_ids", "lesson_number", "lesson_count", "type_id.legal_limits")
    def _compute_calendar_unchecked(self):
        """Say openly which limits nobody checks, because the program has no timetable."""
        limited = self.filtered("type_id.legal_limits")
        (self - limited).calendar_unchecked = False
        hours = limited._get_weekly_hours()
        for work in limited:
            work.calendar_unchecked = "\n".join(work._get_unchecked(hours)) or False

    def _get_unchecked(self, hours):
        lines = []
        if not self.lesson_number:
            lines.append(
                self.env._(
                    "Not checked: whether the lesson is the first or the last one. Give its number"
                    " and the number of lessons that day."
                )
            )
        elif not self.lesson_count:
            lines.append(
                self.env._(
                    "Not checked: whether the lesson is the last one. Give the number of lessons"
                    " that day."
                )
            )
        unknown = self.class_ids.filtered(
            lambda school_class: (
                not hours.get((school_class._origin.id, self.subject_id._origin.id))
            )
        )
        if unknown:
            lines.append(
                self.env._(
                    "Not checked: 10 %% of the hours and the place of the lesson, the load of the"
                    " subject is not given: %(classes)s.",
                    classes=", ".join(unknown.mapped("name")),
                )
            )
        return lines

    def _prepare_calendar_work(self):
        return CalendarWork(
            self.id,
            self.date,
            self.subject_id.id,
            frozenset(self.class_ids.ids),
            frozenset(self.class_ids.mapped("grade")),
            self.lesson_number or 0,
            self.lesson_count or 0,
            ("test", self.test_id.id) if self.test_id else ("type", self.type_id.id),
        )

    def _get_weekly_hours(self):
        """Return {(class id, subject id): hours a week} of the classes' load."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT class_id, subject_id, max(hours_per_week) FROM vsoko_teaching
                 WHERE class_id = ANY(%s) GROUP BY class_id, subject_id
                """,
                list(self.class_ids.ids),
            )
        )
        return {(class_id, subject_id): hours for class_id, subject_id, hours in rows}

    def _describe(self, conflict):
        other = self.browse(conflict.other).display_name if conflict.other else ""
        letters = self.env._("letters СК-228/03 and 01-169/08-01 of 06.08.2021")
        if conflict.rule == "too_soon":
            return self.env._(
                "%(days)s days between this work and “%(other)s”: not more than one work in 2.5"
                " weeks in a subject and parallel (%(letters)s).",
                days=conflict.number,
                other=other,
                letters=letters,
            )
        if conflict.rule == "same_day":
            return self.env._(
                "On one day with “%(other)s”: not more than one work a day (custom of schools).",
                other=other,
            )
        if conflict.rule == "first_lesson":
            return self.env._("The first lesson of the day (%(letters)s).", letters=letters)
        if conflict.rule == "last_lesson":
            return self.env._("The last lesson of the day (%(letters)s).", letters=letters)
        return self.env._(
            "%(count)s works of the subject in the year: not more than %(limit)s, 10 %% of the"
            " hours (%(letters)s).",
            count=conflict.number,
            limit=conflict.limit,
            letters=letters,
        )
