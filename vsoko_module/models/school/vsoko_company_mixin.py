from odoo import fields, models


class VsokoCompanyMixin(models.AbstractModel):
    """Root records belong to one school; a school is a company."""

    _name = "vsoko.company.mixin"
    _description = "Record of one school"
    _check_company_auto = True

    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
