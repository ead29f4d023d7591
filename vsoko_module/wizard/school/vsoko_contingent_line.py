from odoo import fields, models

from ...models.school.vsoko_class import LEVELS


class VsokoContingentLine(models.TransientModel):
    _name = "vsoko.contingent.line"
    _description = "Contingent of a class"
    _order = "id"
    _rec_name = "class_id"

    contingent_id = fields.Many2one("vsoko.contingent", required=True, ondelete="cascade")
    class_id = fields.Many2one("vsoko.class", string="Class")
    level = fields.Selection(LEVELS)
    grade = fields.Integer(aggregator=None)
    at_start = fields.Integer(string="At the start")
    arrived = fields.Integer(string="Came")
    moved_in = fields.Integer(string="From classes")
    moved_out = fields.Integer(string="To classes")
    finished = fields.Integer(string="Finished")
    departed = fields.Integer(string="Gone")
    at_end = fields.Integer(string="At the end")
