from odoo import api, fields, models, tools
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from .vsoko_body_mine_mixin import STAFF

# kind of a body → the role of its members
ROLES = {
    "pedagogical": "pedagogical_council",
    "methodical": "methodical_council",
    "governing": "governing_council",
}


class VsokoBodyMember(models.Model):
    """A membership gives a role from its first day and takes it after its last one.

    A role that somebody has given by hand, or that a wider role brings along, is left alone: only
    what a membership gave is taken by its end. What is due is settled when a membership is saved,
    each night, and before the first request of a day, so nobody acts by the rights of yesterday.
    """

    _inherit = "vsoko.body.member"

    was_in_office = fields.Boolean(
        string="Taken for in office",
        help="What the roles of the person were settled by last",
        readonly=True,
        copy=False,
        groups=STAFF,
    )

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        members._check_own_hands()
        members._check_giving()
        members._settle()
        return members

    def write(self, vals):
        self._check_own_hands()
        self._check_giving()
        before = self.user_id
        result = super().write(vals)
        if not vals.keys() <= {"was_in_office", "name"}:
            self._check_giving()
            self._settle(before)
        return result

    def unlink(self):
        self._check_own_hands()
        self._check_giving()
        users = self.user_id
        result = super().unlink()
        self.browse()._settle(users)
        return result

    def _get_group(self):
        """Return the group that the membership gives to its account; empty where it gives none.

        A portal account gets no role of staff, and an account of an employee none of the portal:
        an employee in the governing council reads its meetings in the back office.
        """
        groups = self.env["res.groups"]
        role = self._get_role()
        if not role or not self.user_id:
            return groups
        group = self.env.ref(f"vsoko_module.group_{role}")
        # Only the kind of the account is asked.
        is_internal = self.sudo().user_id._is_internal()
        is_of_staff = self.env["vsoko.account.keeper"]._is_of_staff(group.sudo())
        return group if is_internal == is_of_staff else groups

    def _get_role(self):
        if self.kind == "administration":
            return "director" if self.capacity == "director" else "administration"
        if self.kind == "association":
            return "association_head" if self.body_id.chair_id == self else None
        return ROLES.get(self.kind)

    def _check_giving(self):
        """Raise AccessError when a membership gives a role that is not the user's to give."""
        if self.env.su:
            return
        grantable = self.env["vsoko.account.keeper"]._get_grantable()
        for member in self:
            if group := member._get_group() - grantable:
                raise AccessError(
                    self.env._(
                        "%(name)s: this membership gives or takes the role “%(role)s”, which is"
                        " not yours to give.",
                        name=member.name,
                        role=group.name,
                    )
                )

    @api.depends("user_id", "kind", "capacity", "date_from", "date_to", "body_id.chair_id")
    def _compute_role_note(self):
        for member in self:
            member.role_note = member._get_role_note()

    def _get_role_note(self):
        if not self.user_id:
            return self.env._("No account")
        group = self._get_group()
        if not group:
            return self.env._("No role; reads the meetings of the body")
        if not self.is_present:
            return self.env._("%(role)s: not today", role=group.name)
        if self.date_to:
            day = format_date(self.env, self.date_to)
            return self.env._("%(role)s until %(date)s", role=group.name, date=day)
        return group.name

    def _settle(self, users=None, is_by_day=False):
        """Give and take what these accounts have by their memberships today.

        :param users: further accounts, which lost a membership
        :param is_by_day: the day has turned and nobody is there to be told what cannot be
        """
        # The right to give each role was checked by the caller, or the day has come by itself.
        users = (self.user_id | (users or self.env["res.users"])).sudo()
        members = self.sudo().search(Domain("user_id", "in", users.ids))
        in_office = members.filtered(lambda one: one.body_id.active and one.is_present)
        for user, grants in self._get_grants(users).items():
            own = in_office.filtered(lambda one, user=user: one.user_id == user)
            if is_by_day:
                user._settle_roles_by_day(own, grants)
            else:
                user._settle_roles(own, grants)
        for is_in, changed in members.grouped(lambda one: one in in_office).items():
            changed.filtered(lambda one, is_in=is_in: one.was_in_office != is_in).write(
                {"was_in_office": is_in}
            )

    @api.model
    def _get_grants(self, users):
        """Return {user: the last grants of roles that bodies gave and have not taken}."""
        # The log of roles is the administration's; the program asks it what it gave itself.
        grants = self.env["vsoko.role.grant"].sudo()
        found = grants.search(Domain("user_id", "in", users.ids), order="id desc")
        last = {}
        for grant in found:
            last.setdefault((grant.user_id, grant.group_id), grant)
        of_user = dict.fromkeys(users, grants)
        for (user, _group), grant in last.items():
            if grant.is_given and grant.body_name:
                of_user[user] |= grant
        return of_user

    @api.model
    def _settle_all(self):
        """Settle everybody who has, or had, a role by a body; for the scheduler."""
        # The scheduler settles the members of all bodies.
        members = self.sudo().search(Domain("user_id", "!=", False))
        grants = self.env["vsoko.role.grant"].sudo()
        holders = grants.search(Domain("body_name", "!=", False)).user_id
        members._settle(holders, is_by_day=True)

    @api.model
    def _follow_the_day(self):
        """Settle what the turn of the day has brought, before anybody acts by the old rights.

        It writes in the transaction of the request, which so sees the outcome; a request that may
        only read is repeated by Odoo with the right to write.
        """
        # Whoever comes first on a day: the rights of all follow from it, nothing is shown.
        members = self.sudo()
        if not members._is_settled(fields.Date.context_today(self)):
            members._get_due()._settle(is_by_day=True)
            self.env.registry.clear_cache()

    @api.model
    @tools.ormcache("day")
    def _is_settled(self, day):
        return not self._get_due()

    @api.model
    def _get_due(self):
        """Return the members whose office has begun or ended since their roles were settled."""
        rows = self.env.execute_query(
            SQL(
                """SELECT member.id FROM vsoko_body_member member
                     JOIN vsoko_body body ON body.id = member.body_id
                    WHERE member.user_id IS NOT NULL
                      AND COALESCE(member.was_in_office, FALSE) <> %s""",
                self._get_in_office_sql("member", "body"),
                to_flush=[self._fields[name] for name in ("user_id", "was_in_office")],
            )
        )
        return self.browse(row[0] for row in rows)
