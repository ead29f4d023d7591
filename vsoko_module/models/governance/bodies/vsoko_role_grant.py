from odoo import fields, models


class VsokoRoleGrant(models.Model):
    """A role that a membership gave, and so its end takes."""

    _inherit = "vsoko.role.grant"

    member_id = fields.Many2one(
        "vsoko.body.member", string="Member", index="btree_not_null", ondelete="set null"
    )
    body_name = fields.Char(
        string="Council or commission", help="Empty: a person gave or took the role"
    )
