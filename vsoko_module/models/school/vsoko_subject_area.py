from odoo import fields, models


class VsokoSubjectArea(models.Model):
    _name = "vsoko.subject.area"
    _description = "Subject area"
    _order = "sequence, name"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    subject_ids = fields.One2many("vsoko.subject", "area_id", string="Subjects")
