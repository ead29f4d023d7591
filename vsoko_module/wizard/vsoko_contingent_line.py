from odoo import fields, models

from ..models.school.vsoko_class import LEVELS


class VsokoContingentLine(models.TransientModel):
    _name = "vsoko.contingent.line"
    _description = "Contingent of a class"
    _order = "id"
    _rec_name = "class_id"

    contingent_id = fields.Many2one("vsoko.contingent", required=True, ondelete="cascade")
    class_id = fields.Many2one("vsoko.class", string="Class")
    level = fields.Selection(LEVELS)
    grade = fields.Integer(aggregator=None)
    at_start = fields.Integer(string="On the first day")
    arrived = fields.Integer(string="Came")
    moved_in = fields.Integer(string="From other classes")
    moved_out = fields.Integer(string="To other classes")
    finished = fields.Integer(string="Finished the school")
    departed = fields.Integer(string="Left the school")
    at_end = fields.Integer(string="On the last day")
