from odoo import fields, models


class VsokoDataPartMixin(models.AbstractModel):
    """What belongs to a statistical form; rules ask who fills it in and who checks it."""

    _name = "vsoko.data.part.mixin"
    _description = "Part of a statistical form"

    form_id = fields.Many2one(
        "vsoko.data.form",
        string="Form",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="form_id.company_id", store=True, index=True)
    filler_id = fields.Many2one(
        related="form_id.filler_id", string="Filled in by", store=True, index=True
    )
    checker_id = fields.Many2one(
        related="form_id.checker_id", string="Checked by", store=True, index=True
    )
