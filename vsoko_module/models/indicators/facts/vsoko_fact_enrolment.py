from odoo import fields, models
from odoo.tools import SQL


class VsokoFactEnrolment(models.Model):
    """One row per stay of a pupil in a class and period which that stay touches.

    One row answers three questions: was the pupil there at the start and at the end of the
    period, did the pupil come from outside in it, did the pupil leave the school in it. Moves
    between classes, promotion and the end of school are neither arrivals nor departures.
    """

    _name = "vsoko.fact.enrolment"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Contingent and its movement"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _fact_dimensions = ("level", "grade", "class_id", "student_id")
    _depends = {
        "vsoko.enrolment": ["student_id", "class_id", "year_id", "date_from", "date_to", "reason"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "company_id"],
        "vsoko.year": ["date_start"],
        "vsoko.student": ["gender"],
    }

    at_start = fields.Boolean(string="On the first day", readonly=True)
    at_end = fields.Boolean(string="On the last day", readonly=True)
    arrived = fields.Boolean(readonly=True)
    departed = fields.Boolean(readonly=True)
    gender = fields.Selection([("male", "Male"), ("female", "Female")], readonly=True)
    date_from = fields.Date(string="In the class from", readonly=True)
    date_to = fields.Date(string="Left on", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT (enrolment.id::bigint << 20) + period.id AS id,
                   period.company_id,
                   period.id AS period_id,
                   class.level,
                   class.grade,
                   enrolment.class_id,
                   NULL::int AS subject_id,
                   NULL::int AS teacher_id,
                   enrolment.student_id,
                   student.gender,
                   enrolment.date_from,
                   enrolment.date_to,
                   enrolment.date_from <= period.date_start
                       AND (enrolment.date_to IS NULL OR enrolment.date_to > period.date_start)
                       AS at_start,
                   enrolment.date_to IS NULL OR enrolment.date_to > period.date_end AS at_end,
                   enrolment.date_from BETWEEN period.date_start AND period.date_end
                       AND enrolment.date_from > year.date_start
                       AND NOT EXISTS (
                           SELECT 1 FROM vsoko_enrolment before
                            WHERE before.student_id = enrolment.student_id
                              AND before.date_to = enrolment.date_from
                              AND %(before)s) AS arrived,
                   COALESCE(enrolment.date_to BETWEEN period.date_start AND period.date_end
                       AND COALESCE(enrolment.reason, 'left') NOT IN ('promoted', 'graduated')
                       AND NOT EXISTS (
                           SELECT 1 FROM vsoko_enrolment after
                            WHERE after.student_id = enrolment.student_id
                              AND after.date_from = enrolment.date_to
                              AND %(after)s), FALSE) AS departed
              FROM vsoko_period period
              JOIN vsoko_enrolment enrolment
                ON enrolment.company_id = period.company_id
               AND enrolment.date_from <= period.date_end
               AND (enrolment.date_to IS NULL
                    OR enrolment.date_to > period.date_start
                    -- who left the school on the first day has left in this period, but who went
                    -- on to another class that day does not bring the old class into it
                    OR enrolment.date_to = period.date_start
                       AND COALESCE(enrolment.reason, 'left') NOT IN ('promoted', 'graduated'))
              JOIN vsoko_class class ON class.id = enrolment.class_id
              JOIN vsoko_year year ON year.id = class.year_id
              JOIN vsoko_student student ON student.id = enrolment.student_id
             WHERE %(periods)s AND %(stays)s
            """,
            periods=narrowing.of(company="period.company_id", period="period.id"),
            stays=narrowing.near("enrolment.year_id"),
            before=narrowing.near("before.year_id"),
            after=narrowing.near("after.year_id"),
        )

    def _get_own_condition(self, alias):
        return SQL(
            """EXISTS (
                SELECT 1 FROM vsoko_class own_class
                 WHERE own_class.id = %(class)s AND %(own_class)s)""",
            **{
                "class": SQL.identifier(alias, "class_id"),
                "own_class": self.env["vsoko.class"]._get_own_condition("own_class"),
            },
        )
