from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class VsokoAction(models.Model):
    """Actions from a note or another report."""

    _inherit = "vsoko.action"

    origin = fields.Selection(
        selection_add=[("report", "A report or a note")], ondelete={"report": "set default"}
    )
    report_id = fields.Many2one(
        "vsoko.report",
        string="Report",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    def action_take_measures(self):
        """Act on what the report shows; a report on one person is none of the school's actions."""
        self.ensure_one()
        self.check_access("read")
        if not self._get_kind().is_impersonal:
            raise UserError(
                self.env._("A report about one person is talked over with that person alone.")
            )
        about = self._get_about()
        vals = {
            "name": self.display_name,
            "company_id": self.company_id.id,
            "period_id": self.period_id.id,
            "subject_id": about.subject_id.id if "subject_id" in about else False,
            "origin": "report",
            "report_id": self.id,
        }
        known = Domain("report_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)
