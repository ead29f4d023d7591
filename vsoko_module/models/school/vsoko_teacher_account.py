from odoo import fields, models
from odoo.exceptions import UserError

from ...tools.roles import proposed


class VsokoTeacher(models.Model):
    """Accounts for many employees at once; `vsoko.account.keeper` decides on each."""

    _inherit = "vsoko.teacher"

    def action_make_accounts(self):
        """Make an account with the roles of the position for each of these employees who has none.

        Whoever has an account, has left, or has a position whose roles the user may not give is
        left out and named; the new accounts are opened for their invitations.
        """
        self.check_access("write")
        keeper = self.env["vsoko.account.keeper"]
        keeper._check_actor(self.env.company)
        roles = {teacher: teacher._get_proposed_groups() for teacher in self}
        fit = self.filtered(lambda teacher: teacher._may_get_account() and roles[teacher])
        if not fit:
            raise UserError(
                self.env._(
                    "No account can be made for: %(names)s. They have one, have left, or their"
                    " position says of no role that you may give. Make it from the card.",
                    names=", ".join(self.mapped("name")),
                )
            )
        users = self.env["res.users"]
        logins = keeper._choose_free_logins({teacher: teacher.name for teacher in fit})
        for teacher, login in logins.items():
            vals = {"name": teacher.name, "login": login}
            teacher.user_id = keeper._create_account(teacher.company_id, roles[teacher], vals)
            users |= teacher.user_id
        return self._get_accounts_notice(users, self - fit)

    def _may_get_account(self):
        today = fields.Date.context_today(self)
        is_at_work = self.active and not (self.date_left and self.date_left <= today)
        return is_at_work and not self.user_id and self.company_id in self.env.companies

    def _get_proposed_groups(self):
        """Return the roles by the position that the user may give; none where one is above."""
        keeper = self.env["vsoko.account.keeper"]
        groups = keeper._find_groups(proposed(self.position))
        above = groups - keeper._get_grantable()
        return groups - groups if above else groups

    def _get_accounts_notice(self, users, left_out):
        message = self.env._("Print or send the invitations of the new accounts.")
        if left_out:
            message = self.env._(
                "Left out, for they have an account, have left, or have no role by the position:"
                " %(names)s.",
                names=", ".join(left_out.mapped("name")),
            )
        return self.browse()._toast(
            message,
            type="warning" if left_out else "success",
            sticky=bool(left_out),
            title=self.env._("Accounts made: %(count)s", count=len(users)),
            next=self._open_action(
                "vsoko_module.vsoko_account_action",
                domain=[("user_id", "in", users.ids)],
                context={},
            ),
        )
