from odoo import fields, models


class VsokoFrameworkPartMixin(models.AbstractModel):
    """A part of a version of the system of indicators: it is locked when the version is.

    `_free_fields` are those that a school may change in a version in force.
    """

    _name = "vsoko.framework.part.mixin"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Part of a system of indicators"
    _order = "framework_id, sequence, code"

    _signed_with = "framework_id"

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

    def action_comment(self):
        """Write a comment on this line."""
        self.ensure_one()
        self.check_access("read")
        self.env["vsoko.framework.comment"].check_access("create")
        line = "indicator_id" if self._name == "vsoko.indicator" else "criterion_id"
        return self._open_action(
            "vsoko_module.vsoko_framework_comment_new_action",
            context={"default_framework_id": self.framework_id.id, f"default_{line}": self.id},
        )
