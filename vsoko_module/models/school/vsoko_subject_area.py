from odoo import fields, models

from .vsoko_alphabet_mixin import RussianChar


class VsokoSubjectArea(models.Model):
    _name = "vsoko.subject.area"
    _inherit = ["vsoko.alphabet.mixin"]
    _description = "Subject area"
    _order = "sequence, name"

    name = RussianChar(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    subject_ids = fields.One2many("vsoko.subject", "area_id", string="Subjects")
