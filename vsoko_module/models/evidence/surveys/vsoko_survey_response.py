from odoo import fields, models


class VsokoSurveyResponse(models.Model):
    """The answers of one person after the closing, in an order that says nothing.

    Nobody reads single answers: figures are counted over them.
    """

    _name = "vsoko.survey.response"
    _description = "Response to a campaign"
    _log_access = False
    _follows_lock = False

    group_id = fields.Many2one(
        "vsoko.survey.group", required=True, readonly=True, index=True, ondelete="cascade"
    )
    person = fields.Char(readonly=True, help="Of a named campaign alone")


class VsokoSurveyResponseItem(models.Model):
    _name = "vsoko.survey.response.item"
    _description = "Answer to a question of a campaign"
    _log_access = False
    _follows_lock = False

    response_id = fields.Many2one(
        "vsoko.survey.response", required=True, readonly=True, index=True, ondelete="cascade"
    )
    item_id = fields.Many2one(
        "vsoko.survey.item", required=True, readonly=True, index=True, ondelete="cascade"
    )
    option_id = fields.Many2one(
        "vsoko.survey.option", required=True, readonly=True, index=True, ondelete="cascade"
    )

    _item_uniq = models.UniqueIndex("(response_id, item_id)")
