from odoo import fields, models


class SurveyUserInput(models.Model):
    """An answer waits here until the campaign is closed; nothing in it says whose it is."""

    _inherit = "survey.user_input"

    vsoko_group_id = fields.Many2one(
        "vsoko.survey.group",
        string="Group of the campaign",
        index="btree_not_null",
        ondelete="cascade",
        groups=fields.NO_ACCESS,
    )
