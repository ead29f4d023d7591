from odoo import fields, models


class VsokoScaleLine(models.Model):
    _name = "vsoko.scale.line"
    _inherit = ["vsoko.band.mixin"]
    _description = "Mark of a scale of a year"
    _order = "scale_id, min_score"

    scale_id = fields.Many2one(
        "vsoko.scale", string="Scale", required=True, index=True, ondelete="cascade"
    )

    _mark_uniq = models.Constraint("UNIQUE(scale_id, mark)", "The scale already has this mark.")

    def _get_band_values(self):
        self.ensure_one()
        return {name: self[name] for name in ("min_score", "mark", "part", "part_score")}
