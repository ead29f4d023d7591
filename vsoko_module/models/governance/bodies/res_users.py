import logging

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command

_logger = logging.getLogger(__name__)


class ResUsers(models.Model):
    """What bodies give to an account and take from it."""

    _inherit = "res.users"

    def _check_uid_passwd(self, uid, passwd):
        """Calls of the external interface come by here, not by the web."""
        super()._check_uid_passwd(uid, passwd)
        self.env["vsoko.body.member"]._follow_the_day()

    def _settle_roles_by_day(self, members, grants):
        """The same when the day has turned: what cannot be stops no request and is logged."""
        try:
            with self.env.cr.savepoint():
                self._settle_roles(members, grants)
        except UserError as error:
            _logger.warning("The roles of %s stay as they are: %s", self.login, error)

    def _settle_roles(self, members, grants):
        """Take what ended memberships gave, give what the present ones give.

        :param members: the memberships of the account that are in office
        :param grants: the roles that bodies have given to it
        """
        wanted = {}
        for member in members:
            if group := member._get_group():
                wanted.setdefault(group, member)
        for grant in grants.filtered(lambda one: one.group_id not in wanted):
            self._take_role(grant)
        for group, member in wanted.items():
            if self.active and group not in self.all_group_ids:
                self.write({"group_ids": [Command.link(group.id)]})
                self._log_role(group, member, member.body_id, True)

    def _take_role(self, grant):
        group = grant.group_id
        if self._is_last_director(group):
            raise UserError(
                self.env._(
                    "%(name)s is the only director of the school: name the next one first.",
                    name=self.name,
                )
            )
        kinds = self.all_group_ids & self._get_kinds()
        self.write({"group_ids": [Command.unlink(group.id)]})
        if not self.all_group_ids & kinds:
            self.write({"group_ids": [Command.link(kinds[:1].id)]})
        self._log_role(group, grant.member_id, grant, False)

    def _get_kinds(self):
        """Return the groups of which an account has one whatever roles it loses."""
        return self.env.ref("base.group_user") | self.env.ref("base.group_portal")

    def _is_last_director(self, group):
        director = self.env.ref("vsoko_module.group_director")
        if group != director:
            return False
        technical = self.env.ref("base.user_root") | self.env.ref("base.user_admin")
        others = director.all_user_ids.filtered("active") - self - technical
        return not others.filtered(lambda one: one.company_ids & self.company_ids)

    def _log_role(self, group, member, body, is_given):
        """Keep the step in the history of roles; `body` has the name of the body."""
        self.env["vsoko.role.grant"].create(
            {
                "user_id": self.id,
                "company_id": (member.company_id or self.company_id).id,
                "group_id": group.id,
                "is_given": is_given,
                "member_id": member.id,
                "body_name": body.name if body._name == "vsoko.body" else body.body_name,
            }
        )
