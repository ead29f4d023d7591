from odoo import fields, models


class VsokoSkill(models.Model):
    """A skill or planned result (КПУ, ПРО) of the codifier of a subject."""

    _name = "vsoko.skill"
    _description = "Skill"
    _inherit = ["vsoko.codifier.mixin"]

    parent_id = fields.Many2one("vsoko.skill", string="Section", index=True, ondelete="restrict")

    _code_uniq = models.UniqueIndex(
        "(code, subject_id, COALESCE(company_id, 0), grade_from, grade_to)",
        "The subject already has a skill with this code for these grades.",
    )
