import re

from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command, Domain

from ...tools.logins import free_login, login_of
from ...tools.roles import OUTSIDE, STAFF, given_by


class VsokoAccountKeeper(models.AbstractModel):
    """What the administration of a school may do with accounts, step by step.

    Every method checks the actor and the account before it goes past the rights to users: nobody
    gives or takes more than the own rights, touches the own account, that of another school or of
    an administrator of Odoo, or makes an employee of a parent.
    """

    _name = "vsoko.account.keeper"
    _description = "Keeping of accounts"

    def _get_groups(self):
        """Return the groups of all roles."""
        return self._find_groups((*STAFF, *OUTSIDE))

    def _find_groups(self, names):
        """Return the groups of roles by kept numbers: `ref` would ask whether each is there, for
        each employee of a list.
        """
        find = self.env["ir.model.data"]._xmlid_to_res_id
        ids = [find(f"vsoko_module.group_{name}") for name in names]
        return self.env["res.groups"].browse(ids)

    def _get_given_groups(self, user):
        """Return the roles that were given to a user by themselves."""
        # Read of an account that the administration sees; only the roles of this addon.
        return user.sudo().group_ids.with_env(self.env) & self._get_groups()

    def _get_grantable(self):
        """Return the groups that the present user may give and take."""
        own = {name for name in STAFF if self.env.user.has_group(f"vsoko_module.group_{name}")}
        return self._find_groups(sorted(given_by(own)))

    def _check_actor(self, company):
        """Return the groups that may be given; raise for who may give none in this school."""
        grantable = self._get_grantable()
        if not grantable or company not in self.env.user.company_ids:
            raise AccessError(self.env._("Only the administration of the school keeps accounts."))
        return grantable

    def _check_account(self, user, company):
        """Raise unless the present user may change this account; return the grantable groups."""
        grantable = self._check_actor(company)
        # The account is looked at before anything is done, whatever the actor may read of users.
        user = user.sudo()
        if user == self.env.user:
            raise AccessError(self.env._("Nobody changes the own roles: ask the director."))
        if user._is_superuser() or user.has_group("base.group_erp_manager"):
            raise AccessError(self.env._("%(name)s is an administrator of Odoo.", name=user.name))
        if company not in user.company_ids or user.company_ids - self.env.user.company_ids:
            raise AccessError(
                self.env._(
                    "%(name)s works in another school too: only the administrator of Odoo"
                    " changes such an account.",
                    name=user.name,
                )
            )
        held = (user.all_group_ids & self._get_groups()).with_env(self.env)
        if above := held - grantable:
            raise AccessError(
                self.env._(
                    "%(name)s has a role that is not yours to give: %(roles)s.",
                    name=user.name,
                    roles=", ".join(above.mapped("name")),
                )
            )
        return grantable

    def _check_roles(self, groups, grantable, is_internal):
        """Raise unless these roles may be given to an account of this kind."""
        if not groups:
            raise UserError(self.env._("Choose at least one role, or archive the account."))
        if above := groups - grantable:
            raise AccessError(
                self.env._(
                    "These roles are not yours to give: %(roles)s.",
                    roles=", ".join(above.mapped("name")),
                )
            )
        outside = self._get_groups().filtered(lambda group: not self._is_of_staff(group))
        if groups & outside if is_internal else groups - outside:
            raise UserError(
                self.env._(
                    "One account is either of an employee or of a reader outside. A parent or a"
                    " member of the council who works in the school has an account of an employee:"
                    " it opens the page of the own child, too."
                )
            )

    def _is_of_staff(self, group):
        return self.env.ref("base.group_user") in group.all_implied_ids

    def _create_account(self, company, groups, vals):
        """Return a new user of these roles.

        :param vals: "name", "login" and, where known, "email"
        """
        grantable = self._check_actor(company)
        self._check_roles(groups, grantable, self._is_of_staff(groups[:1]))
        login = (vals["login"] or "").strip().lower()
        self._check_login(login, company)
        # Accounts are made by the administration, which has no right to users in general: what is
        # created is fixed here, and the roles were checked above.
        users = self.env["res.users"].sudo().with_context(no_reset_password=True)
        user = users.create(
            {
                "name": vals["name"],
                "email": vals.get("email"),
                "login": login,
                "lang": self.env.lang,
                "company_id": company.id,
                "company_ids": [Command.set(company.ids)],
                "group_ids": [Command.set(groups.ids)],
            }
        )
        self._log(user, company, groups, True)
        return user.sudo(False)

    def _choose_free_logins(self, names, nameless="login"):
        """Return logins made of names, none of which is taken.

        :param names: {key: full name}
        :param nameless: what a name without letters becomes
        :return: {key: login}
        """
        wanted = {key: login_of(name) or nameless for key, name in names.items()}
        # Only which logins are taken is asked for, by who may make accounts.
        users = self.env["res.users"].sudo().with_context(active_test=False)
        alike = Domain.OR(Domain("login", "=ilike", f"{one}%") for one in set(wanted.values()))
        taken = {login.lower() for login in users.search(alike).mapped("login")}
        logins = {}
        for key, login in wanted.items():
            logins[key] = free_login(login, taken)
            taken.add(logins[key])
        return logins

    def _check_login(self, login, company):
        if not login or any(sign.isspace() for sign in login):
            raise UserError(self.env._("A login has no spaces and is not empty."))
        # As above: told is only that the login is taken.
        users = self.env["res.users"].sudo().with_context(active_test=False)
        pattern = re.sub(r"([\\%_])", r"\\\1", login)
        taken = users.search([("login", "=ilike", pattern)], limit=1)
        if not taken:
            return
        if not taken.active and taken.company_ids <= self.env.user.company_ids:
            raise UserError(
                self.env._(
                    "The login %(login)s belongs to the archived account of %(name)s: restore it"
                    " or choose another login.",
                    login=login,
                    name=taken.name,
                )
            )
        raise UserError(
            self.env._("The login %(login)s is taken: choose another one.", login=login)
        )

    def _set_roles(self, user, company, groups):
        """Give the account exactly these roles."""
        grantable = self._check_account(user, company)
        # Checked by the line above; archived accounts are not found without sudo.
        account = user.sudo()
        if not account.active:
            raise UserError(
                self.env._(
                    "The account of %(name)s is archived: restore it first.", name=account.name
                )
            )
        self._check_roles(groups, grantable, account._is_internal())
        had = self._get_given_groups(user)
        account.write(
            {
                "group_ids": [Command.link(group.id) for group in groups - had]
                + [Command.unlink(group.id) for group in had - groups]
            }
        )
        self._log(user, company, groups - had, True)
        self._log(user, company, had - groups, False)

    def _log(self, user, company, groups, is_given):
        # Nobody writes the history by hand; the step it tells of was checked by the caller.
        self.env["vsoko.role.grant"].sudo().create(
            [
                {
                    "user_id": user.id,
                    "company_id": company.id,
                    "group_id": group.id,
                    "is_given": is_given,
                }
                for group in groups
            ]
        )

    def _set_active(self, accounts, is_active):
        for account in accounts:
            self._check_account(account.user_id, account.company_id)
        # Every account was checked above.
        accounts.user_id.sudo().write({"active": is_active})

    def _check_invited(self, account):
        """Raise unless a link that sets the password may be made for the account.

        Whoever holds the link is the user: so only for accounts that nobody uses yet, and never
        for rights that the actor does not have or may not give.
        """
        grantable = self._check_account(account.user_id, account.company_id)
        if account.state not in ("new", "invited", "archived"):
            raise UserError(
                self.env._(
                    "%(name)s has a password already and is not invited again. Who has forgotten"
                    " it presses “Reset Password” on the page of the login.",
                    name=account.name,
                )
            )
        if account.state == "archived":
            raise UserError(
                self.env._(
                    "The account of %(name)s is archived: restore it first.", name=account.name
                )
            )
        # As above: the rights of the account are only compared.
        rights = account.user_id.sudo().all_group_ids
        outside = grantable.sudo().all_implied_ids | self.env.ref("base.group_portal").sudo()
        if rights - self.env.user.sudo().all_group_ids - outside:
            raise AccessError(
                self.env._(
                    "%(name)s has rights outside ВСОКО: the administrator of Odoo invites such"
                    " users.",
                    name=account.name,
                )
            )

    def _prepare_invitations(self, accounts):
        """Return {account: {"url", "days"}} with links that set the password once."""
        for account in accounts:
            self._check_invited(account)
        days = (
            int(
                # A common setting of Odoo, without anything secret.
                self.env["ir.config_parameter"]
                .sudo()
                .get_param("auth_signup.signup.validity.hours", 144)
            )
            // 24
        )
        invitations = {}
        for account in accounts:
            # Checked above: nobody uses the account yet and its rights are the actor's to give.
            partner = account.user_id.sudo().partner_id
            partner.signup_prepare()
            url = partner._get_signup_url_for_action()[partner.id]
            invitations[account] = {"url": url, "days": days}
        return invitations

    def _send_invitations(self, accounts):
        # Only whether an address was changed a moment ago is asked.
        self.env["vsoko.address.change"]._check_settled(accounts.user_id.sudo().partner_id)
        self._prepare_invitations(accounts)
        # Checked by the line above; the template is Odoo's own.
        template = self.env.ref("auth_signup.portal_set_password_email").sudo()
        for user in accounts.user_id.sudo():
            template.with_context(lang=user.lang, medium="portalinvite").send_mail(user.id)
