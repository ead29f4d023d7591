from odoo import api, fields, models
from odoo.tools import SQL

# fields of bodies and meetings that members on the portal have no use for
STAFF = "base.group_user"


class VsokoBodyMineMixin(models.AbstractModel):
    """What record rules ask about a record of a body: does the user sit in it, or keep it, today.

    The day is asked each time, so a term that ended yesterday opens nothing today, whether any
    scheduled work has run or not.
    """

    _name = "vsoko.body.mine.mixin"
    _inherit = ["vsoko.mine.mixin"]
    _description = "Record of a body of the user"

    # the column that names the body
    _body_column = "body_id"

    create_uid = fields.Many2one("res.users", string="Created by", readonly=True, groups=STAFF)
    write_uid = fields.Many2one("res.users", string="Updated by", readonly=True, groups=STAFF)

    is_mine = fields.Boolean(
        string="I am a member",
        compute="_compute_is_mine",
        search="_search_is_mine",
    )
    is_kept = fields.Boolean(
        string="I am its chair or secretary",
        compute="_compute_is_kept",
        search="_search_is_kept",
    )

    @api.depends_context("uid")
    def _compute_is_mine(self):
        self._compute_mine("is_mine")

    def _search_is_mine(self, operator, value):
        return self._search_mine(operator, value, self._get_mine_condition)

    @api.depends_context("uid")
    def _compute_is_kept(self):
        self._compute_mine("is_kept")

    def _search_is_kept(self, operator, value):
        return self._search_mine(operator, value, self._get_kept_condition)

    def _get_mine_condition(self, alias):
        return SQL("%s IN (%s)", self._get_body_sql(alias), self._get_my_bodies_sql())

    def _get_kept_condition(self, alias):
        return SQL(
            "%s IN (%s AND my_member.id IN (my_body.chair_id, my_body.secretary_id))",
            self._get_body_sql(alias),
            self._get_my_bodies_sql(),
        )

    def _get_body_sql(self, alias):
        """Return the column of the body, which may follow from what was changed a moment ago."""
        name = self._body_column
        return SQL.identifier(alias, name, to_flush=self._fields[name])

    @api.model
    def _get_my_bodies_sql(self):
        """Return the SELECT of the ids of the bodies in which the user sits today."""
        members = self.env["vsoko.body.member"]
        bodies = members.body_id
        used = [members._fields["body_id"], members._fields["user_id"]]
        used += [bodies._fields["chair_id"], bodies._fields["secretary_id"]]
        return SQL(
            """SELECT my_member.body_id FROM vsoko_body_member my_member
                 JOIN vsoko_body my_body ON my_body.id = my_member.body_id
                WHERE my_member.user_id = %(user)s AND %(in_office)s""",
            user=self.env.uid,
            in_office=members._get_in_office_sql("my_member", "my_body"),
            to_flush=used,
        )
