from odoo import fields, models


class ResUsers(models.Model):
    _inherit = "res.users"

    vsoko_teacher_ids = fields.One2many("vsoko.teacher", "user_id", string="Teacher")
    vsoko_digest_date = fields.Date(
        string="Last letter of the day",
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
    )
