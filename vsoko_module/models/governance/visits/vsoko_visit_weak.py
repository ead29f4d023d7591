from odoo import fields, models
from odoo.tools import SQL

from .vsoko_visit_mark import READS

# from here on the rubrics of the program call a result sufficient
SUFFICIENT = 60
# fewer teachers are people, not the school
TEACHERS = 3


class VsokoVisitWeak(models.Model):
    """What visits say of the school by criterion; what is weak is a direction of training.

    Lessons of at least three teachers of this and the last school year; no person is named.
    """

    _name = "vsoko.visit.weak"
    _auto = False
    _log_access = False
    _description = "Criteria of visits in the school"
    _order = "percent, criterion_id"
    _rec_name = "criterion_id"
    _depends = {**READS, "vsoko.year": ["company_id", "date_start", "date_end", "state"]}

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    criterion_id = fields.Many2one("vsoko.rubric.criterion", string="Criterion", readonly=True)
    visits = fields.Integer(string="Lessons visited", readonly=True, aggregator=None)
    teachers = fields.Integer(readonly=True, aggregator=None)
    percent = fields.Float(string="Result, %", readonly=True, aggregator=None, digits=(5, 1))
    is_weak = fields.Boolean(
        string="Direction of training", readonly=True, help="Fewer than 60 % of the points"
    )

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT *, round(percent::numeric, 1) < %(sufficient)s AS is_weak FROM (
                SELECT min(mark.id) AS id,
                       mark.company_id,
                       mark.criterion_id,
                       count(DISTINCT (mark.date, mark.class_id, mark.subject_id)) AS visits,
                       count(DISTINCT mark.teacher_id) AS teachers,
                       sum(mark.points) * 100.0::float8 / sum(mark.max_points) AS percent
                  FROM (%(recent)s) mark
                 GROUP BY mark.company_id, mark.criterion_id
                HAVING count(DISTINCT mark.teacher_id) >= %(teachers)s
            ) criterion
            """,
            recent=self.env["vsoko.visit.profile"]._get_recent_sql(),
            sufficient=SUFFICIENT,
            teachers=TEACHERS,
        )
