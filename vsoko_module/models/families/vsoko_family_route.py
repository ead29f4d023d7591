from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from ...tools.reports.formatting import number
from ..governance.routes.vsoko_route import STATES

# an adapted programme rests on a paper of the family (273-ФЗ, art. 55), not on a click
ON_PAPER = ("special",)


class VsokoFamilyRoute(models.Model):
    """An individual route as the family of one of its pupils sees it: what the aim is, what is
    done and when, how the own child stands.

    A row is a pupil of a route, so of a group the family reads the own child alone; the reasons of
    the route, its corrections and the other pupils are not here. A draft is here when the school
    has asked the family about it.
    """

    _name = "vsoko.family.route"
    _auto = False
    _log_access = False
    _description = "Individual route of an own child"
    _order = "date_start desc, id desc"
    _rec_names_search = ["subject_name"]
    _depends = {
        "vsoko.route": ["state", "offered_date", "aim", "kind", "subject_id", "owner_id"],
        "vsoko.route.member": ["route_id", "student_id", "company_id", "consent_id"],
        "vsoko.route.goal": ["route_id", "subject_id", "content_id", "skill_id", "target"],
        "vsoko.route.progress": ["goal_id", "student_id", "start_percent", "percent", "state"],
        "vsoko.route.step": [
            "route_id",
            "goal_id",
            "measure_id",
            "date",
            "name",
            "form",
            "is_done",
        ],
        "vsoko.consent": ["date", "date_until", "date_withdrawn"],
        "vsoko.student": ["active", "portal_consent"],
    }

    student_id = fields.Many2one("vsoko.student", string="Pupil", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    state = fields.Selection(STATES, readonly=True)
    aim = fields.Text(readonly=True)
    kind = fields.Char(readonly=True)
    subject_name = fields.Char(string="Subject", readonly=True)
    owner_name = fields.Char(string="Responsible", readonly=True)
    date_start = fields.Date(string="First day", readonly=True)
    date_end = fields.Date(string="Last day", readonly=True)
    agreed_date = fields.Date(string="The family agreed on", readonly=True)
    goals = fields.Json(readonly=True)
    steps = fields.Json(readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT member.id, member.student_id, member.company_id, route.state, route.aim,
                   route.kind, subject.name AS subject_name, owner.name AS owner_name,
                   route.date_start, route.date_end, consent.date AS agreed_date,
                   goals.list AS goals, steps.list AS steps
              FROM vsoko_route_member member
              JOIN vsoko_route route ON route.id = member.route_id
              JOIN vsoko_student student ON student.id = member.student_id
              JOIN res_users responsible ON responsible.id = route.owner_id
              JOIN res_partner owner ON owner.id = responsible.partner_id
              LEFT JOIN vsoko_subject subject ON subject.id = route.subject_id
              LEFT JOIN vsoko_consent consent
                ON consent.id = member.consent_id AND consent.date <= %(today)s
               AND (consent.date_until IS NULL OR consent.date_until >= %(today)s)
               AND (consent.date_withdrawn IS NULL OR consent.date_withdrawn > %(today)s)
              LEFT JOIN LATERAL (%(goals)s) goals ON TRUE
              LEFT JOIN LATERAL (%(steps)s) steps ON TRUE
             WHERE student.active AND student.portal_consent
               AND (route.state <> 'draft' OR route.offered_date IS NOT NULL)
            """,
            today=fields.Date.context_today(self),
            goals=SQL(_GOALS),
            steps=SQL(_STEPS),
        )

    @api.depends("student_id", "subject_name")
    def _compute_display_name(self):
        for route in self:
            route.display_name = route._get_heading()

    def _get_heading(self):
        heading = self.env._("Individual route")
        return ": ".join(filter(None, (heading, self.subject_name)))

    def _describe(self):
        """Return who leads the route, its days and how it stands, in one line."""
        days = [format_date(self.env, day) for day in (self.date_start, self.date_end) if day]
        state = dict(self._fields["state"]._description_selection(self.env))[self.state]
        return ", ".join([self.owner_name, " – ".join(days), state.lower()])

    def _may_agree(self):
        """Whether the reader is asked to agree: a parent, of a draft that needs no paper."""
        self.ensure_one()
        # Only whether the reader is the pupil is asked.
        is_pupil = self.sudo().student_id.partner_id == self.env.user.partner_id
        is_asked = self.state == "draft" and not self.agreed_date
        return is_asked and not is_pupil and self.kind not in ON_PAPER

    def _agree(self):
        """Keep that the family agrees, as an unchecked line of the register of consents."""
        self.check_access("read")
        if not self._may_agree():
            raise UserError(self.env._("The school does not ask for a consent here."))
        # The reader was found to be a parent of this pupil; the line and its place are fixed.
        member = self.env["vsoko.route.member"].sudo().browse(self.id)
        member._take_turn()
        member.consent_id = member.env["vsoko.consent"]._keep_of_portal(
            member.student_id, self.env.user
        )
        self.invalidate_recordset()

    def _prepare_goals(self):
        """Return [{"name", "text"}]: each goal with how the child stands, in words."""
        return [
            {"name": self._name_element(goal), "text": self._describe_goal(goal)}
            for goal in self.goals or []
        ]

    def _name_element(self, part):
        """Name what is worked on; in a route of several subjects one name may be met twice."""
        subject = "" if self.subject_name else part["subject"]
        return ": ".join(filter(None, (subject, part["element"])))

    def _describe_goal(self, goal):
        share = goal["percent"] if goal["percent"] is not None else goal["start"]
        words = {
            "waiting": self.env._("no work has checked it yet"),
            "early": self.env._("too few tasks so far to tell"),
            "reached": self.env._("the goal is reached"),
            "not_reached": self.env._("not reached yet, the work goes on"),
        }
        values = {"target": number(goal["target"], 0), "state": words[goal["state"] or "waiting"]}
        if self.state == "draft" and share is not None:
            # what was seen before is told; nothing can have been checked yet
            return self.env._(
                "now %(share)s %%, goal %(target)s %%", share=number(share, 0), **values
            )
        if share is None:
            return self.env._("goal %(target)s %%: %(state)s", **values)
        return self.env._(
            "now %(share)s %%, goal %(target)s %%: %(state)s", share=number(share, 0), **values
        )

    def _prepare_steps(self):
        """Return [{"day", "name", "about", "is_done"}] in the order of their days."""
        forms = dict(self.env["vsoko.route.step"]._fields["form"]._description_selection(self.env))
        return [
            {
                "day": fields.Date.to_date(step["day"]),
                "name": step["name"],
                "about": ", ".join(
                    filter(None, (self._name_element(step), forms[step["form"]].lower()))
                ),
                "is_done": step["is_done"],
            }
            for step in self.steps or []
        ]


_GOALS = """
    SELECT json_agg(json_build_object(
               'element', COALESCE(content.name, skill.name), 'subject', subject.name,
               'target', goal.target, 'start', progress.start_percent,
               'percent', progress.percent, 'state', progress.state) ORDER BY goal.id) AS list
      FROM vsoko_route_goal goal
      LEFT JOIN vsoko_content_element content ON content.id = goal.content_id
      LEFT JOIN vsoko_skill skill ON skill.id = goal.skill_id
      LEFT JOIN vsoko_subject subject ON subject.id = goal.subject_id
      LEFT JOIN vsoko_route_progress progress
        ON progress.goal_id = goal.id AND progress.student_id = member.student_id
     WHERE goal.route_id = route.id
"""
_STEPS = """
    SELECT json_agg(json_build_object(
               'day', step.date, 'name', step.name, 'form', step.form, 'subject', subject.name,
               -- a step that is named after its goal says it already
               'element', CASE WHEN step.measure_id IS NOT NULL
                               THEN COALESCE(content.name, skill.name) END,
               'is_done', COALESCE(step.is_done, FALSE)) ORDER BY step.date, step.id) AS list
      FROM vsoko_route_step step
      LEFT JOIN vsoko_route_goal goal ON goal.id = step.goal_id
      LEFT JOIN vsoko_content_element content ON content.id = goal.content_id
      LEFT JOIN vsoko_skill skill ON skill.id = goal.skill_id
      LEFT JOIN vsoko_subject subject
        ON subject.id = goal.subject_id AND step.measure_id IS NOT NULL
     WHERE step.route_id = route.id
"""
