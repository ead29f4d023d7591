from odoo import fields, models

from .about import About, register


@register
class AboutSubject(About):
    """A school subject; its report concerns no head, who does not read it: the administration
    makes it."""

    code = "subject"
    field = "subject_id"
    scopes = ("subject",)
    is_impersonal = True
    is_scheduled = True


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    subject_id = fields.Many2one(
        "vsoko.subject", index="btree_not_null", ondelete="restrict", check_company=True
    )


class VsokoSubject(models.Model):
    _inherit = "vsoko.subject"

    def action_make_report(self):
        """Open the report about this subject."""
        return self.env["vsoko.report"]._open_about("subject_results", self)
