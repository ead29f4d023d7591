from odoo import api, fields, models

from ....tools.measures.effect import BETTER


class VsokoRouteGoal(models.Model):
    """One element of content or skill that a route is to bring to a share of the points."""

    _name = "vsoko.route.goal"
    _inherit = ["vsoko.growth.mixin"]
    _description = "Goal of a route"
    _order = "route_id, id"
    _rec_names_search = ["content_id", "skill_id"]

    route_id = fields.Many2one(
        "vsoko.route", string="Route", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="route_id.company_id", store=True)
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", index="btree_not_null", ondelete="restrict"
    )
    content_id = fields.Many2one(
        "vsoko.content.element",
        string="Element of content",
        index="btree_not_null",
        ondelete="restrict",
    )
    skill_id = fields.Many2one(
        "vsoko.skill", string="Skill", index="btree_not_null", ondelete="restrict"
    )
    target = fields.Float(
        string="To reach, %", required=True, default=70.0, digits=(4, 1), aggregator=None
    )
    progress_ids = fields.One2many(
        "vsoko.route.progress", "goal_id", string="Progress", readonly=True
    )
    progress = fields.Text(string="How it stands", compute="_compute_progress")

    _one_of_two = models.Constraint(
        "CHECK((content_id IS NULL) <> (skill_id IS NULL))",
        "A goal is one element of content or one skill.",
    )
    _real_target = models.Constraint(
        "CHECK(target > 0 AND target <= 100)", "A share to reach is above 0 and up to 100 %."
    )

    @api.depends("content_id", "skill_id")
    def _compute_display_name(self):
        for goal in self:
            goal.display_name = (goal.content_id or goal.skill_id).display_name or ""

    @api.depends("progress_ids.state", "progress_ids.percent", "progress_ids.start_percent")
    def _compute_progress(self):
        for goal in self:
            goal.progress = "\n".join(row._describe() for row in goal.progress_ids)

    @api.model_create_multi
    def create(self, vals_list):
        goals = super().create(vals_list)
        for goal in goals:
            goal._make_progress(goal.route_id.member_ids.student_id)
        goals.route_id._log_changes(goals.mapped("display_name"), self.env._("added"))
        goals.route_id._follow_works()
        return goals

    def write(self, vals):
        done = super().write(vals)
        if vals.keys() & {"target", "content_id", "skill_id"}:
            self.route_id._log_changes(self.mapped("display_name"), self.env._("changed"))
        return done

    def _get_progress(self):
        return self.progress_ids

    def _has_worked(self):
        """Whether all pupils have reached the goal, or together grew by more than chance does."""
        return self.verdict == BETTER or set(self.progress_ids.mapped("state")) == {"reached"}

    def _make_progress(self, students):
        """Make the rows of these pupils, which only the program writes."""
        # The right to the route was checked by the change of it.
        self.env["vsoko.route.progress"].sudo().create(
            [
                {"goal_id": goal.id, "student_id": student.id}
                for goal in self
                for student in students - goal.sudo().progress_ids.student_id
            ]
        )
