from odoo import fields, models
from odoo.tools import SQL

from ...evidence.staff.vsoko_staff_event import KINDS, LEVELS, RESULTS
from ...mixins.row_ids import row_id


class VsokoFactStaffEvent(models.Model):
    """One row per event of the register of staff and period that holds its day."""

    _name = "vsoko.fact.staff_event"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Events of staff"
    _order = "date desc, teacher_id"
    _rec_name = "name"
    _totals_person = "teacher_id"
    _fact_dimensions = ("teacher_id",)
    _fact_adds_up = True
    _depends = {
        "vsoko.staff.event": [
            "company_id",
            "year_id",
            "teacher_id",
            "kind",
            "name",
            "level",
            "result",
            "date",
            "state",
        ],
        "vsoko.teacher": ["is_pedagogic"],
        "vsoko.period": ["date_start", "date_end", "company_id"],
    }

    name = fields.Char(string="What it was", readonly=True)
    date = fields.Date(readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    event_level = fields.Selection(LEVELS, string="Level of the event", readonly=True)
    result = fields.Selection(RESULTS, readonly=True)
    is_checked = fields.Boolean(string="Verified", readonly=True)
    is_pedagogic = fields.Boolean(string="Pedagogic worker", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   event.company_id,
                   period.id AS period_id,
                   %(blank)s,
                   event.teacher_id,
                   event.name,
                   event.date,
                   event.kind,
                   event.level AS event_level,
                   event.result,
                   event.state = 'checked' AS is_checked,
                   COALESCE(teacher.is_pedagogic, FALSE) AS is_pedagogic
              FROM vsoko_staff_event event
              JOIN vsoko_teacher teacher ON teacher.id = event.teacher_id
              JOIN vsoko_period period
                ON period.company_id = event.company_id
               AND event.date BETWEEN period.date_start AND period.date_end
             WHERE %(events)s AND %(near)s AND %(periods)s
            """,
            blank=self._get_blank_sql("level", "grade", "class_id", "subject_id", "student_id"),
            id=row_id(SQL("event.id"), SQL("period.id")),
            events=narrowing.of(company="event.company_id"),
            near=narrowing.near("event.year_id"),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())
