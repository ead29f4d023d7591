from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class VsokoAction(models.Model):
    """Actions by which a resolution of a body is carried out."""

    _inherit = "vsoko.action"

    origin = fields.Selection(
        selection_add=[("resolution", "A resolution")], ondelete={"resolution": "set default"}
    )
    resolution_id = fields.Many2one(
        "vsoko.resolution",
        string="Resolution",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )


class VsokoResolution(models.Model):
    _inherit = "vsoko.resolution"

    def action_take_measures(self):
        """Carry out what the body has decided: who answers for it and by when is known."""
        self.ensure_one()
        self.check_access("read")
        if self.state != "adopted":
            raise UserError(
                self.env._("Measures are taken by a resolution that was signed and is not done.")
            )
        vals = {
            "name": self.display_name,
            "problem": self.name,
            "company_id": self.company_id.id,
            "owner_id": self.responsible_id.id,
            "deadline": self.deadline,
            "origin": "resolution",
            "resolution_id": self.id,
        }
        known = Domain("resolution_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)
