from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    vsoko_teacher_ids = fields.One2many("vsoko.teacher", "user_id", string="Teacher")
