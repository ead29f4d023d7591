from odoo import api, fields, models
from odoo.fields import Domain

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
    published_ids = fields.Many2many(
        "vsoko.publication",
        string="Published answer",
        compute="_compute_published_ids",
        help="What answers the request and is published for who reads it now",
    )

    @api.depends("publication_id", "report_id", "state")
    @api.depends_context("uid")
    def _compute_published_ids(self):
        # Which publications answer is told here to nobody; the reader finds those that are open.
        answered = self.sudo().filtered(lambda one: one.state == "answered")
        Publication = answered.env["vsoko.publication"]
        of_reports = dict(
            Publication._read_group(
                [("report_id", "in", answered.report_id.ids)], ["report_id"], ["id:recordset"]
            )
        )
        answers = {
            one.id: one.publication_id | of_reports.get(one.report_id, Publication)
            for one in answered
        }
        links = Publication.union(*answers.values())
        opened = self.env["vsoko.publication"].search(
            Domain("id", "in", links.ids) & Domain("state", "=", "approved")
        )
        for request in self:
            request.published_ids = opened & answers.get(request.id, Publication)
