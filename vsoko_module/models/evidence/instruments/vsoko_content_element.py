from odoo import fields, models


class VsokoContentElement(models.Model):
    """An element of content (КЭС) of the codifier of a subject."""

    _name = "vsoko.content.element"
    _description = "Element of content"
    _inherit = ["vsoko.codifier.mixin"]

    parent_id = fields.Many2one(
        "vsoko.content.element", string="Section", index=True, ondelete="restrict"
    )
    grade_from = fields.Integer(default=1, aggregator=None)
    grade_to = fields.Integer(default=11, aggregator=None)

    _code_uniq = models.UniqueIndex(
        "(code, subject_id, COALESCE(company_id, 0), grade_from, grade_to)",
        "The subject already has an element of content with this code for these grades.",
    )
    _grades_order = models.Constraint(
        "CHECK(grade_from BETWEEN 1 AND grade_to AND grade_to <= 11)",
        "The grades must be from 1 to 11, the first not after the last.",
    )
