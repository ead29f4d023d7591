from odoo import fields, models

from .vsoko_alphabet_mixin import RussianChar


class VsokoAssociation(models.Model):
    _name = "vsoko.association"
    _inherit = ["vsoko.company.mixin", "vsoko.alphabet.mixin"]
    _description = "Methodical association of teachers"
    _order = "name"

    name = RussianChar(required=True)
    active = fields.Boolean(default=True)
    head_id = fields.Many2one("vsoko.teacher", string="Head", index=True, check_company=True)
    subject_ids = fields.Many2many("vsoko.subject", string="Subjects", check_company=True)
    teacher_ids = fields.Many2many("vsoko.teacher", string="Teachers", check_company=True)

    _name_uniq = models.Constraint(
        "UNIQUE(name, company_id)", "An association with this name already exists."
    )
