from odoo import fields, models
from odoo.fields import Domain

from .about import About, register


@register
class AboutSurvey(About):
    """A closed survey; its report is made from its answers, not from figures of a period."""

    code = "survey"
    field = "campaign_id"
    offered = "[('state', 'in', ('closed', 'published'))]"
    gives_period = True
    is_impersonal = True

    def get_title(self, report, values):
        return report.env._(
            "%(type)s: %(survey)s", type=values["type"], survey=values["record"].display_name
        )

    def get_named_domain(self, record):
        return Domain.FALSE


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    campaign_id = fields.Many2one(
        "vsoko.survey.campaign",
        string="Survey",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
