from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class VsokoAction(models.Model):
    """The finding about a factor that an action goes back to."""

    _inherit = "vsoko.action"

    origin = fields.Selection(
        selection_add=[("factor", "A study of factors")], ondelete={"factor": "set default"}
    )
    factor_finding_id = fields.Many2one(
        "vsoko.factor.finding",
        string="Finding about a factor",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )


class VsokoFactorFinding(models.Model):
    _inherit = "vsoko.factor.finding"

    action_ids = fields.One2many(
        "vsoko.action", "factor_finding_id", string="Actions", readonly=True
    )

    def action_take_measures(self):
        """Act on what a study has seen; no pupil is named."""
        self.ensure_one()
        self.check_access("read")
        if self.verdict != "found":
            raise UserError(self.env._("Nothing is seen here that could be acted on."))
        vals = {
            "name": f"{self.display_name}: {self.study_id.display_name}",
            "problem": self.text,
            "company_id": self.company_id.id,
            "subject_id": self.subject_id.id,
            "origin": "factor",
            "factor_finding_id": self.id,
        }
        known = Domain("factor_finding_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)
