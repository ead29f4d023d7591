from odoo import api, fields, models
from odoo.tools import SQL

from ...tools.schedule_limits import Planned, conflicts


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    schedule_warning = fields.Text(
        string="Breaks the limits of the schedule", compute="_compute_schedule_warning"
    )

    @api.depends("date", "subject_id", "class_ids", "lesson_number", "type_id.legal_limits")
    def _compute_schedule_warning(self):
        self.schedule_warning = False
        years = self.year_id
        # Which works a class writes is the published schedule; the check needs all of them.
        limited = self.sudo().search(
            [("year_id", "in", years.ids), ("type_id.legal_limits", "=", True)]
        )
        found = conflicts([work._get_planned() for work in limited], limited._get_weekly_hours())
        for work in self:
            lines = [work._describe(conflict) for conflict in found.get(work._origin.id, ())]
            work.schedule_warning = "\n".join(dict.fromkeys(lines)) or False

    def _get_planned(self):
        return Planned(
            self.id,
            self.date,
            self.subject_id.id,
            frozenset(self.class_ids.ids),
            frozenset(self.class_ids.mapped("grade")),
            self.lesson_number,
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
                "%(days)s days after “%(other)s”: not more than one work in 2.5 weeks in a subject"
                " (%(letters)s).",
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
        return self.env._(
            "%(count)s works of the subject in the year: not more than %(limit)s, 10 %% of the"
            " hours (%(letters)s).",
            count=conflict.number,
            limit=conflict.limit,
            letters=letters,
        )
