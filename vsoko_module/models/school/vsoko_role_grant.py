from odoo import fields, models


class VsokoRoleGrant(models.Model):
    """Who gave or took a role, whose and when. Only the program writes it."""

    _name = "vsoko.role.grant"
    _description = "Giving of a role"
    _order = "id desc"
    _rec_name = "group_id"

    user_id = fields.Many2one("res.users", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one("res.company", string="School", required=True, index=True)
    group_id = fields.Many2one("res.groups", string="Role", required=True, ondelete="cascade")
    is_given = fields.Boolean(string="Given", help="Empty: the role was taken")
