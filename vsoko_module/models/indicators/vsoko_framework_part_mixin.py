from odoo import api, fields, models


class VsokoFrameworkPartMixin(models.AbstractModel):
    """A part of a version of the system of indicators: it is locked when the version is."""

    _name = "vsoko.framework.part.mixin"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Part of a system of indicators"
    _order = "framework_id, sequence, code"

    _signed_with = "framework_id"

    # names of the fields that a school may change in a version in force
    _tuned_fields = frozenset()

    framework_id = fields.Many2one(
        "vsoko.framework",
        string="System of indicators",
        required=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="framework_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    code = fields.Char(required=True)
    name = fields.Char(required=True)
    short_name = fields.Char()
    paragraph = fields.Char(help="Paragraph of the regulation")

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.framework_id._check_editable()
        return parts

    def write(self, vals):
        if vals.keys() - self._tuned_fields:
            self.framework_id._check_editable()
        result = super().write(vals)
        if "framework_id" in vals:
            self.framework_id._check_editable()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_approved(self):
        self.framework_id._check_editable()
