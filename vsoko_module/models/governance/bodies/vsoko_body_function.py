from odoo import fields, models

from .vsoko_body import KINDS


class VsokoBodyFunction(models.Model):
    """What the regulation charges a kind of body with, and where the program serves it."""

    _name = "vsoko.body.function"
    _description = "Function of a body"
    _order = "sequence, id"

    kind = fields.Selection(KINDS, required=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    paragraph = fields.Char(required=True)
    name = fields.Text(string="Function", required=True)
    place = fields.Text(string="Where in the program")
