from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.reports.formatting import number
from ....tools.risks.mastery import ENOUGH, WEIGHT
from ...evidence.mastery.element_points import by_work
from ...evidence.optional_numbers import OptionalFloat

STATES = [
    ("waiting", "Not checked yet"),
    ("early", "Too early to judge"),
    ("reached", "Achieved"),
    ("not_reached", "Not achieved"),
]


class VsokoRouteProgress(models.Model):
    """How a pupil of a route stands with one of its goals, by the works written since it began.

    The share is drawn to that of the class, since a school gives few tasks on an element
    (`tools.risks.mastery`). Only the program writes.
    """

    _name = "vsoko.route.progress"
    _inherit = ["vsoko.own.mixin"]
    _description = "Progress in a route"
    _order = "goal_id, id"
    _rec_name = "student_id"

    goal_id = fields.Many2one(
        "vsoko.route.goal",
        string="Goal",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="goal_id.company_id", store=True)
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    start_percent = OptionalFloat(
        string="At the start, %", readonly=True, aggregator=None, digits=(4, 1)
    )
    percent = OptionalFloat(string="Now, %", readonly=True, aggregator=None, digits=(4, 1))
    points = OptionalFloat(readonly=True, aggregator=None, digits=(6, 1))
    possible = OptionalFloat(string="Of points", readonly=True, aggregator=None, digits=(6, 1))
    state = fields.Selection(STATES, required=True, default="waiting", readonly=True)
    last_date = fields.Date(string="Checked last", readonly=True)

    _student_uniq = models.Constraint(
        "UNIQUE(goal_id, student_id)", "The pupil has this goal already."
    )

    def _describe(self):
        """Return in words how the pupil stands with the goal."""
        label = dict(self._fields["state"]._description_selection(self.env))[self.state]
        parts = [label]
        if self.percent is not False:
            before = f"{number(self.start_percent, 0)} → " * (self.start_percent is not False)
            parts.append(f"{before}{number(self.percent, 0)} %")
        return f"{self.student_id.name}: {', '.join(parts)}"

    @api.model
    def _refresh(self, works):
        """Find anew how the pupils of open routes stand who wrote these works, in one
        statement."""
        self.env.flush_all()
        facts = by_work(SQL("work.state IN ('closed', 'analysed')"))
        self.env.cr.execute(
            SQL(_REFRESH, facts=facts, works=works.ids, weight=WEIGHT, enough=ENOUGH)
        )
        self.env["vsoko.route.progress"].invalidate_model()

    def _get_own_condition(self, alias):
        return SQL(
            """(%(goal)s, %(student)s) IN (
                SELECT own_goal.id, mine.student_id FROM vsoko_route_goal own_goal
                  JOIN vsoko_route_member mine ON mine.route_id = own_goal.route_id
                 WHERE %(own)s)""",
            goal=SQL.identifier(alias, "goal_id"),
            student=SQL.identifier(alias, "student_id"),
            own=self.env["vsoko.route.member"]._get_own_condition("mine"),
        )


_REFRESH = """
    WITH row AS (
        SELECT progress.id, progress.student_id, goal.subject_id, goal.target, route.date_start,
               route.year_id,
               CASE WHEN goal.content_id IS NULL THEN 1 ELSE 0 END AS kind,
               COALESCE(goal.content_id, goal.skill_id) AS element_id
          FROM vsoko_route_progress progress
          JOIN vsoko_route_goal goal ON goal.id = progress.goal_id
          JOIN vsoko_route route ON route.id = goal.route_id AND route.state = 'active'
         WHERE progress.student_id IN (
               SELECT student_id FROM vsoko_result WHERE assessment_id = ANY(%(works)s))
    ), written AS MATERIALIZED (
        SELECT * FROM (%(facts)s) fact
         WHERE fact.tasks > 0 AND (fact.kind, fact.element_id) IN (
               SELECT kind, element_id FROM row)
    ), own AS (
        SELECT row.id, row.target, written.assessment_id, written.class_id, written.kind,
               written.element_id, written.points, written.max_points, written.date
          FROM row
          JOIN written
            ON written.student_id = row.student_id AND written.kind = row.kind
           AND written.element_id = row.element_id AND written.date >= row.date_start
           AND written.year_id = row.year_id
           AND (row.subject_id IS NULL OR written.subject_id = row.subject_id)
    ), mine AS (
        SELECT id, target, sum(points) AS points, sum(max_points) AS possible,
               max(date) AS last_date
          FROM own GROUP BY id, target
    ), peers AS (
        SELECT own.id, sum(written.points) / sum(written.max_points) AS share
          FROM own
          JOIN written
            ON written.assessment_id = own.assessment_id AND written.class_id = own.class_id
           AND written.kind = own.kind AND written.element_id = own.element_id
         GROUP BY own.id
    ), found AS (
        SELECT mine.*,
               100.0 * (mine.points + %(weight)s * peers.share) / (mine.possible + %(weight)s)
                   AS percent
          FROM mine JOIN peers ON peers.id = mine.id
    )
    UPDATE vsoko_route_progress progress
       SET points = found.points, possible = found.possible, last_date = found.last_date,
           percent = round(found.percent, 1),
           state = CASE WHEN found.possible < %(enough)s THEN 'early'
                        WHEN round(found.percent, 1) >= found.target THEN 'reached'
                        ELSE 'not_reached' END
      FROM found WHERE found.id = progress.id
"""
