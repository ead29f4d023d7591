from odoo import api, fields, models
from odoo.tools import SQL

from ..evidence.mastery.element_points import ALL_FACTS, DEPENDS, by_work, judged
from ..evidence.points import Points
from ..mixins.row_ids import first_id, row_id
from ..school.narrowing import named_in_all_rows
from ..school.vsoko_class import LEVELS
from .vsoko_mastery import KINDS


class VsokoElementShare(models.Model):
    """How a class does an element of content or a skill: numbers, no pupils.

    A row with an empty `assessment_id` is over all works of the year, from the kept sums
    (`vsoko.element.total`), otherwise of that work.
    `pupils` had a task on the element; `judged` of them had enough tasks, `reached` of these have
    reached the planned result.
    """

    _name = "vsoko.element.share"
    _inherit = ["vsoko.own.mixin", "vsoko.led.mixin"]
    _auto = False
    _log_access = False
    _description = "Elements of content and skills by class"
    _order = "subject_id, class_id, kind, element_id"
    _rec_name = "element"
    _depends = {
        **DEPENDS,
        "vsoko.element.total": ["tasks", "points", "max_points", "state", "teacher_id"],
    }

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    year_id = fields.Many2one("vsoko.year", string="School year", readonly=True)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    assessment_id = fields.Many2one("vsoko.assessment", string="Assessment", readonly=True)
    kind = fields.Selection(KINDS, string="Kind of planned result", readonly=True)
    element_id = fields.Integer(readonly=True, aggregator=None)
    code = fields.Char(readonly=True)
    element = fields.Char(string="Planned result", readonly=True)
    pupils = fields.Integer(readonly=True, aggregator=None)
    points = Points(readonly=True, aggregator=None)
    max_points = Points(string="Greatest points", readonly=True, aggregator=None)
    percent = fields.Float(string="Done, %", readonly=True, aggregator=None, digits=(5, 1))
    judged = fields.Integer(string="Enough tasks", readonly=True, aggregator=None)
    reached = fields.Integer(string="Achieved", readonly=True, aggregator=None)

    def _search(self, domain, *args, **kwargs):
        named = named_in_all_rows(self, domain, ("id", "year_id"))
        narrowed = self.with_context(vsoko_share_rows=tuple(named.items()))
        return super(VsokoElementShare, narrowed)._search(domain, *args, **kwargs)

    @api.model
    def _get_narrowing(self):
        """Return the conditions over the kept sums and over the works that the search in hand
        needs; they take rows away and give none.

        Without them each look would add up the points of all years.
        """
        named = dict(self.env.context.get("vsoko_share_rows", ()))
        if "id" in named:
            return self._get_places(named["id"])
        if "year_id" in named:
            years = list(named["year_id"])
            return SQL("year_id = ANY(%s)", years), SQL("work.year_id = ANY(%s)", years)
        return ALL_FACTS, ALL_FACTS

    @api.model
    def _get_places(self, ids):
        """Return the conditions for rows of these numbers: their classes and works."""
        sums = [number >> 2 for number in ids if not number & 1]
        works = [number >> 2 for number in ids if number & 1]
        # constants: the planner knows how few classes and works they are
        classes = self.env.execute_query(
            SQL("SELECT DISTINCT class_id FROM vsoko_element_total WHERE id = ANY(%s)", sums)
        )
        found = works and self.env.execute_query(
            SQL(
                "SELECT DISTINCT assessment_id FROM vsoko_result WHERE id IN"
                " (SELECT %s FROM unnest(%s::bigint[]) number)",
                first_id(SQL("number")),
                works,
            )
        )
        return (
            SQL("class_id = ANY(%s)", [row[0] for row in classes]),
            SQL("work.id = ANY(%s)", [row[0] for row in found]),
        )

    @property
    def _table_query(self):
        of_sums, of_works = self._get_narrowing()
        return SQL(
            """
            SELECT (found.row << 2) + (found.kind << 1)
                   + (found.assessment_id IS NOT NULL)::integer AS id,
                   found.company_id, found.year_id, class.level, class.grade, found.class_id,
                   found.subject_id, found.teacher_id, found.assessment_id,
                   CASE found.kind WHEN 0 THEN 'content' ELSE 'skill' END AS kind,
                   found.element_id,
                   COALESCE(content.code, skill.code) AS code,
                   COALESCE(content.name, skill.name) AS element,
                   found.pupils, found.points, found.max_points,
                   found.points * 100.0::float8 / found.max_points AS percent,
                   found.judged, found.reached
              FROM (%(year)s UNION ALL %(work)s) found
              JOIN vsoko_class class ON class.id = found.class_id
              LEFT JOIN vsoko_content_element content
                ON found.kind = 0 AND content.id = found.element_id
              LEFT JOIN vsoko_skill skill ON found.kind = 1 AND skill.id = found.element_id
            """,
            year=self._get_grouped_sql(
                SQL("SELECT * FROM vsoko_element_total WHERE %s", of_sums),
                SQL("min(judged.id)::bigint"),
                SQL("NULL::integer"),
                SQL(),
            ),
            work=self._get_grouped_sql(
                judged(self.env, by_work(of_works)),
                row_id(SQL("min(judged.result_id)"), SQL("judged.element_id")),
                SQL("judged.assessment_id"),
                SQL(", judged.assessment_id"),
            ),
        )

    def _get_grouped_sql(self, source, row, work, grouping):
        return SQL(
            """
            SELECT judged.company_id, judged.year_id, judged.class_id, judged.subject_id,
                   %(work)s AS assessment_id, judged.kind, judged.element_id,
                   %(row)s AS row,
                   max(judged.teacher_id) AS teacher_id,
                   (count(*) FILTER (WHERE judged.tasks > 0))::integer AS pupils,
                   sum(judged.points) AS points,
                   sum(judged.max_points) AS max_points,
                   (count(*) FILTER (WHERE judged.state IN ('reached', 'not_reached')))::integer
                       AS judged,
                   (count(*) FILTER (WHERE judged.state = 'reached'))::integer AS reached
              FROM (%(source)s) judged
             GROUP BY judged.company_id, judged.year_id, judged.class_id, judged.subject_id,
                      judged.kind, judged.element_id %(grouping)s
            """,
            row=row,
            work=work,
            source=source,
            grouping=grouping,
        )

    def _get_own_condition(self, alias):
        return self.env["vsoko.mark"]._get_own_condition(alias)
