from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.reports.formatting import number
from ....tools.risks.growth import Stretch
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
    tasks = fields.Integer(readonly=True, aggregator=None)
    rest_share = OptionalFloat(string="Classmates, share of points", readonly=True, aggregator=None)
    start_points = OptionalFloat(readonly=True, aggregator=None, digits=(6, 1))
    start_possible = OptionalFloat(readonly=True, aggregator=None, digits=(6, 1))
    start_tasks = fields.Integer(readonly=True, aggregator=None)
    start_rest_share = OptionalFloat(
        string="Classmates before, share of points", readonly=True, aggregator=None
    )
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

    def _get_stretches(self):
        """Return what works say before the route and since: (`Stretch`, `Stretch`)."""
        before = self.start_points, self.start_possible, self.start_tasks, self.start_rest_share
        after = self.points, self.possible, self.tasks, self.rest_share
        return _stretch(*before), _stretch(*after)

    @api.model
    def _refresh_by(self, works):
        """Find anew how the pupils of routes under way stand who wrote these works."""
        self._refresh(
            SQL(
                """route.year_id = ANY(%s) AND progress.student_id IN (
                   SELECT student_id FROM vsoko_result WHERE assessment_id = ANY(%s))""",
                works.year_id.ids,
                works.ids,
            )
        )

    @api.model
    def _refresh(self, which):
        """Find anew how pupils stand, in one statement, and what that says of goals and routes.

        :param which: condition over ``progress`` and its ``route``, of those under way
        """
        self.env.flush_all()
        facts = by_work(SQL("work.state IN ('closed', 'analysed')"))
        self.env.cr.execute(SQL(_REFRESH, facts=facts, which=which, weight=WEIGHT, enough=ENOUGH))
        found = self.browse(row[0] for row in self.env.cr.fetchall())
        self.env["vsoko.route.progress"].invalidate_model()
        # The program tells what became of them, whoever has closed the work.
        goals = found.sudo().goal_id
        goals._judge()
        goals.route_id._judge()

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


def _stretch(points, possible, tasks, rest):
    return Stretch(points or 0.0, possible or 0.0, tasks, None if rest is False else rest)


_REFRESH = """
    WITH row AS (
        SELECT progress.id, progress.student_id, goal.subject_id, goal.target, route.date_start,
               route.year_id, route.id AS route_id,
               CASE WHEN goal.content_id IS NULL THEN 1 ELSE 0 END AS kind,
               COALESCE(goal.content_id, goal.skill_id) AS element_id
          FROM vsoko_route_progress progress
          JOIN vsoko_route_goal goal ON goal.id = progress.goal_id
          JOIN vsoko_route route ON route.id = goal.route_id AND route.state = 'active'
         WHERE %(which)s
    ), written AS MATERIALIZED (
        SELECT * FROM (%(facts)s) fact
         WHERE fact.tasks > 0 AND (fact.kind, fact.element_id) IN (
               SELECT kind, element_id FROM row)
    ), own AS (
        SELECT row.id, row.target, row.route_id, written.assessment_id, written.class_id,
               written.kind, written.element_id, written.points, written.max_points,
               written.tasks, written.date, written.date >= row.date_start AS is_after
          FROM row
          JOIN written
            ON written.student_id = row.student_id AND written.kind = row.kind
           AND written.element_id = row.element_id AND written.year_id = row.year_id
           AND (row.subject_id IS NULL OR written.subject_id = row.subject_id)
    ), mine AS (
        SELECT id, target, is_after, sum(points) AS points, sum(max_points) AS possible,
               sum(tasks) AS tasks, max(date) AS last_date
          FROM own GROUP BY id, target, is_after
    ), peers AS (
        SELECT own.id, own.is_after, sum(written.points) / sum(written.max_points) AS share,
               sum(written.points) FILTER (WHERE member.id IS NULL)
                   / sum(written.max_points) FILTER (WHERE member.id IS NULL) AS rest
          FROM own
          JOIN written
            ON written.assessment_id = own.assessment_id AND written.class_id = own.class_id
           AND written.kind = own.kind AND written.element_id = own.element_id
          LEFT JOIN vsoko_route_member member
            ON member.route_id = own.route_id AND member.student_id = written.student_id
         GROUP BY own.id, own.is_after
    ), judged AS (
        SELECT mine.*, peers.rest,
               round(100.0 * (mine.points + %(weight)s * peers.share)
                     / (mine.possible + %(weight)s), 1) AS percent
          FROM mine JOIN peers ON peers.id = mine.id AND peers.is_after = mine.is_after
    )
    UPDATE vsoko_route_progress progress
       SET points = since.points, possible = since.possible, tasks = COALESCE(since.tasks, 0),
           rest_share = since.rest, last_date = since.last_date, percent = since.percent,
           start_points = before.points, start_possible = before.possible,
           start_tasks = COALESCE(before.tasks, 0), start_rest_share = before.rest,
           -- where a draft found it, it stays as the family has read it
           start_percent = COALESCE(
               progress.start_percent,
               CASE WHEN before.possible >= %(enough)s THEN before.percent END),
           state = CASE WHEN since.id IS NULL THEN 'waiting'
                        WHEN since.possible < %(enough)s THEN 'early'
                        WHEN since.percent >= since.target THEN 'reached'
                        ELSE 'not_reached' END
      FROM row
      LEFT JOIN judged since ON since.id = row.id AND since.is_after
      LEFT JOIN judged before ON before.id = row.id AND NOT before.is_after
     WHERE row.id = progress.id
    RETURNING progress.id
"""
