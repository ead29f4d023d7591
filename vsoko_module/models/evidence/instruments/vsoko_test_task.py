from odoo import api, fields, models

from ..points import Points

LEVELS = [("basic", "Basic level"), ("advanced", "Advanced level"), ("high", "High level")]


class VsokoTestTask(models.Model):
    """A task of a test; a criterion of a task («4К1») is a task of its own."""

    _name = "vsoko.test.task"
    _inherit = ["vsoko.signing.part.mixin"]
    _signed_with = "test_id"
    _description = "Task of a test"
    _order = "test_id, sequence, id"
    _rec_name = "number"

    test_id = fields.Many2one(
        "vsoko.test", string="Test", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="test_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    number = fields.Char(required=True)
    max_score = Points(string="Greatest points", required=True, default=1, aggregator=None)
    difficulty = fields.Selection(LEVELS, string="Level", default="basic")
    answer_kind = fields.Selection(
        [("choice", "Choice"), ("short", "Short"), ("long", "Extended")], string="Kind of answer"
    )
    activity = fields.Text(string="Kinds of activity", help="By the description of the work")
    planned_result = fields.Text(string="Planned result", help="By the description of the work")
    minutes = fields.Float(
        string="Minutes", digits=(5, 1), min_display_digits=0, aggregator=None, help="Expected time"
    )
    part = fields.Char(help="A part of the work that conditions of the scale name: geometry")
    content_ids = fields.Many2many(
        "vsoko.content.element", string="Elements of content", ondelete="restrict"
    )
    skill_ids = fields.Many2many("vsoko.skill", string="Skills", ondelete="restrict")

    _number_uniq = models.Constraint(
        "UNIQUE(test_id, number)", "The test already has a task with this number."
    )
    _max_positive = models.Constraint("CHECK(max_score > 0)", "A task gives at least one point.")

    @api.model_create_multi
    def create(self, vals_list):
        tasks = super().create(vals_list)
        tasks.test_id._check_step()
        return tasks

    def write(self, vals):
        result = super().write(vals)
        if {"max_score", "test_id"} & vals.keys():
            self.test_id._check_step()
            self.env["vsoko.task.score"]._check_within(self)
        return result
