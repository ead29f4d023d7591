from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from ...school import movement


class VsokoFactEnrolment(models.Model):
    """One row per stay of a pupil in a class and period which that stay touches.

    One row answers how the number of pupils went from the start to the end of the period: there
    at the start or came, from outside or from another class; there at the end or went, to another
    class, with the end of school or otherwise. The rule is that of `models.school.movement`.
    """

    _name = "vsoko.fact.enrolment"
    _inherit = ["vsoko.fact", "vsoko.own.mixin"]
    _auto = False
    _log_access = False
    _description = "Contingent and its movement"
    _order = "class_id, student_id"
    _rec_name = "student_id"
    _fact_adds_up = True
    _totals_person = "student_id"
    _fact_dimensions = ("level", "grade", "class_id", "student_id")
    _fact_universe = "pupils"
    _fact_stocks = ("at_end",)
    _depends = {
        "vsoko.enrolment": ["student_id", "class_id", "year_id", "date_from", "date_to", "reason"],
        "vsoko.class": ["grade", "level"],
        "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
        "vsoko.year": ["date_start"],
        "vsoko.student": ["gender"],
    }

    at_start = fields.Boolean(string="At the start", readonly=True)
    at_end = fields.Boolean(string="On the last day", readonly=True)
    arrived = fields.Boolean(readonly=True)
    moved_in = fields.Boolean(string="Came from another class", readonly=True)
    moved_out = fields.Boolean(string="Went to another class", readonly=True)
    finished = fields.Boolean(string="Finished the school", readonly=True)
    departed = fields.Boolean(readonly=True)
    gender = fields.Selection([("male", "Male"), ("female", "Female")], readonly=True)
    date_from = fields.Date(string="In the class from", readonly=True)
    date_to = fields.Date(string="Left on", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   span.company_id,
                   span.period_id,
                   class.level,
                   class.grade,
                   stay.class_id,
                   %(blank)s,
                   stay.student_id,
                   student.gender,
                   stay.date_from,
                   stay.date_to,
                   %(columns)s
              FROM (%(spans)s) span %(joins)s
              JOIN vsoko_class class ON class.id = stay.class_id
              JOIN vsoko_student student ON student.id = stay.student_id
             WHERE %(condition)s AND %(stays)s
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            id=row_id(SQL("stay.id"), SQL("span.period_id")),
            columns=movement.COLUMNS,
            spans=movement.period_spans(
                narrowing.of(company="period.company_id", period="period.id")
            ),
            joins=movement.joins(narrowing.near("before.year_id"), narrowing.near("after.year_id")),
            condition=movement.CONDITION,
            stays=narrowing.near("stay.year_id"),
        )

    def _get_own_condition(self, alias):
        return self.env["vsoko.enrolment"]._get_own_condition(alias)
