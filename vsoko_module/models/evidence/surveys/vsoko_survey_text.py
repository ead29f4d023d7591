from odoo import fields, models


class VsokoSurveyText(models.Model):
    """Own words of a person, of the whole school: neither a class nor other answers stand by."""

    _name = "vsoko.survey.text"
    _description = "Own words in a campaign"
    _order = "item_id, id"
    _rec_name = "text"
    _log_access = False
    _follows_lock = False

    item_id = fields.Many2one(
        "vsoko.survey.item",
        string="Question",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    campaign_id = fields.Many2one(related="item_id.campaign_id", store=True, index=True)
    company_id = fields.Many2one(related="item_id.company_id", store=True, index=True)
    text = fields.Text(required=True, readonly=True)
