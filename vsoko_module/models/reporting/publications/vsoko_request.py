from odoo import fields, models

KEEPERS = "vsoko_module.group_administration"


class VsokoRequest(models.Model):
    """The published figures or the approved report that answer a request."""

    _inherit = "vsoko.request"

    publication_id = fields.Many2one(
        "vsoko.publication",
        string="Publication",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups=KEEPERS,
        domain="[('state', '=', 'approved'), ('company_id', '=', company_id)]",
        help="What is published already answers the next one who asks",
    )
    report_id = fields.Many2one(
        "vsoko.report",
        string="Report",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups=KEEPERS,
        domain="[('state', '!=', 'draft'), ('company_id', '=', company_id)]",
    )
