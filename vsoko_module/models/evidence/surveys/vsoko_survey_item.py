from odoo import fields, models

from .vsoko_survey_item_mixin import TOPICS


class VsokoSurveyItem(models.Model):
    """One question of a campaign as it was asked: a question, or a row of a matrix.

    Items of two campaigns are the same when code and wording (`sign`) are.
    """

    _name = "vsoko.survey.item"
    _description = "Question of a campaign"
    _order = "campaign_id, sequence, id"

    campaign_id = fields.Many2one(
        "vsoko.survey.campaign", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="campaign_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    page = fields.Char(string="Section", readonly=True)
    lead = fields.Char(string="Before the question", readonly=True)
    name = fields.Char(string="Question", required=True, readonly=True)
    code = fields.Char(readonly=True, index=True)
    sign = fields.Char(readonly=True, help="The same for the same question with the same answers")
    topic = fields.Selection(TOPICS, readonly=True)
    kind = fields.Selection(
        [("choice", "One answer"), ("text", "Own words")], required=True, readonly=True
    )
    is_required = fields.Boolean(string="Must be answered", readonly=True)
    is_reversed = fields.Boolean(string="Reversed", readonly=True)
    question_id = fields.Many2one(
        "survey.question",
        string="Question of the copy",
        readonly=True,
        required=True,
        index=True,
        ondelete="restrict",
    )
    row_id = fields.Many2one("survey.question.answer", readonly=True, ondelete="restrict")
    option_ids = fields.One2many("vsoko.survey.option", "item_id", string="Answers")


class VsokoSurveyOption(models.Model):
    """An answer to choose, with what it is worth; a reversed item has its points turned over."""

    _name = "vsoko.survey.option"
    _description = "Answer of a campaign"
    _order = "item_id, sequence, id"

    item_id = fields.Many2one(
        "vsoko.survey.item", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="item_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    name = fields.Char(required=True, readonly=True)
    points = fields.Float(readonly=True, aggregator=None)
    is_unsure = fields.Boolean(string="Hard to say", readonly=True)
    is_top = fields.Boolean(string="Satisfied", readonly=True)
    is_right = fields.Boolean(string="Right", readonly=True)
    answer_id = fields.Many2one("survey.question.answer", readonly=True, ondelete="restrict")
    scale_value = fields.Integer(readonly=True, aggregator=None)
