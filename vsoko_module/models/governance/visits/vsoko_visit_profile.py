from odoo import fields, models
from odoo.tools import SQL

from .vsoko_visit_mark import READS

# a lesson is no profile, and one pair of eyes is an opinion
VISITS, VISITORS = 3, 2


class VsokoVisitProfile(models.Model):
    """What visits of this and the last school year say of a teacher, by criterion.

    Only of what at least two visitors have judged in at least three lessons. A doubled visit is
    one lesson. It is read beside the sheets, never compared: different people saw different
    classes.
    """

    _name = "vsoko.visit.profile"
    _inherit = ["vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Profile of a teacher by visits"
    _order = "teacher_id, criterion_id"
    _rec_name = "criterion_id"
    _depends = {**READS, "vsoko.year": ["company_id", "date_start", "date_end", "state"]}

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    criterion_id = fields.Many2one("vsoko.rubric.criterion", string="Criterion", readonly=True)
    visits = fields.Integer(string="Lessons visited", readonly=True, aggregator=None)
    visitors = fields.Integer(readonly=True, aggregator=None)
    percent = fields.Float(string="Result, %", readonly=True, aggregator=None, digits=(5, 1))
    last_date = fields.Date(string="Last visit", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT min(mark.id) AS id,
                   mark.company_id,
                   mark.teacher_id,
                   mark.criterion_id,
                   array_agg(DISTINCT mark.subject_id) AS subject_ids,
                   count(DISTINCT (mark.date, mark.class_id, mark.subject_id)) AS visits,
                   count(DISTINCT mark.expert_id) AS visitors,
                   sum(mark.points) * 100.0::float8 / sum(mark.max_points) AS percent,
                   max(mark.date) AS last_date
              FROM (%(recent)s) mark
             GROUP BY mark.company_id, mark.teacher_id, mark.criterion_id
            HAVING count(DISTINCT (mark.date, mark.class_id, mark.subject_id)) >= %(visits)s
               AND count(DISTINCT mark.expert_id) >= %(visitors)s
            """,
            recent=self._get_recent_sql(),
            visits=VISITS,
            visitors=VISITORS,
        )

    def _get_recent_sql(self):
        """Return the SELECT of the points of the current school year and the one before it."""
        return SQL(
            """
            SELECT point.* FROM (%s) point
              JOIN vsoko_year year ON year.id = point.year_id
              JOIN vsoko_year present
                ON present.company_id = point.company_id AND present.state = 'current'
             WHERE year.date_end >= present.date_start - 31
            """,
            self.env["vsoko.visit.mark"]._table_query,
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "teacher_id"), self._get_own_teachers_sql())

    def _get_led_condition(self, alias):
        """All the lessons behind a row are of subjects of the association."""
        return SQL(
            "%s <@ ARRAY(%s)", SQL.identifier(alias, "subject_ids"), self._get_led_subjects_sql()
        )

    def action_open_marks(self):
        """Open the points that the row is made of."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_visit_mark_action",
            domain=[
                ("teacher_id", "=", self.teacher_id.id),
                ("criterion_id", "=", self.criterion_id.id),
            ],
            context={},
        )
