from odoo import fields, models


class VsokoContentElement(models.Model):
    """An element of content (КЭС) of the codifier of a subject."""

    _name = "vsoko.content.element"
    _description = "Element of content"
    _inherit = ["vsoko.codifier.mixin"]

    parent_id = fields.Many2one(
        "vsoko.content.element", string="Section", index=True, ondelete="restrict"
    )

    _code_uniq = models.UniqueIndex(
        "(code, subject_id, COALESCE(company_id, 0), grade_from, grade_to)",
        "The subject already has an element of content with this code for these grades.",
    )
