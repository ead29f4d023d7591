from odoo import fields, models


class VsokoScope(models.Model):
    """A breakdown of values as people choose it: by class, by subject…"""

    _name = "vsoko.scope"
    _description = "Breakdown of values"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)

    _code_uniq = models.Constraint("UNIQUE(code)", "The breakdown already exists.")
