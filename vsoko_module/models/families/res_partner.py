from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import email_normalize


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _invite_to_vsoko(self, company):
        """Give the contacts of a family their accounts; return {contact: what was done}.

        What is done: "invited" (a letter with a link is on its way), "active" (signs in already
        and gets no link), "waiting" (the address was changed a moment ago and gets none yet),
        "employee" (reads the page of the own child in the back office).

        The caller has checked the right to invite, that every contact has a valid address, and
        that they are the family of a pupil. Employees keep their account as it is.
        """
        users = self._make_family_accounts(company)
        return {
            partner: self._invite_user(user)
            for user in users
            for partner in user.partner_id.with_env(self.env)
        }

    def _make_family_accounts(self, company):
        """Return the users of these contacts of families, made where there are none; employees
        keep their own.

        The caller has checked the right to invite and that they are the family of a pupil.
        """
        # Accounts are made by the administration of the school, which has no right to users in
        # general; what is created here is fixed: a portal user of one role for a known contact.
        accounts = self.env["res.users"].sudo().with_context(active_test=False)
        known = {user.partner_id.id: user for user in self.sudo().user_ids}
        self._check_own_accounts(accounts.concat(*known.values()))
        logins = self._choose_logins(known)
        new = accounts.with_context(no_reset_password=True).create(
            [
                self._prepare_family_account(partner, company, logins[partner.id])
                for partner in self.sudo()
                if partner.id not in known
            ]
        )
        shared = accounts.concat(*known.values()).filtered("share")
        family = self.env.ref("vsoko_module.group_family")
        for user in shared:
            self._log_family_role(user, company, family)
        shared.write({"active": True, "group_ids": [Command.link(family.id)]})
        return new | shared | accounts.concat(*known.values())

    def _log_family_role(self, user, company, family):
        if family not in user.group_ids:
            self.env["vsoko.account.keeper"]._log(user, company, family, True)

    def _invite_user(self, user):
        """Send the link that sets the password, to who has none yet; return what was done."""
        if not user.share:
            return "employee"
        company = user.company_id
        if self.env["vsoko.account"]._get_of(user, company).state not in ("new", "invited"):
            return "active"
        if self.env["vsoko.address.change"]._get_waiting(user.partner_id):
            return "waiting"
        self._follow_address(user)
        # The caller has made the account or checked that it is of a family of this school.
        user.partner_id.signup_prepare()
        template = self.env.ref("auth_signup.portal_set_password_email").sudo()
        template.with_context(lang=user.lang, medium="portalinvite").send_mail(user.id)
        return "invited"

    def _follow_address(self, user):
        """The login of who has not signed in yet follows a changed address, where it is free."""
        address = email_normalize(user.partner_id.email or "")
        if not address or user.login == address or "@" not in user.login:
            return
        if not user.search_count([("login", "=", address)], limit=1):
            user.login = address

    def _check_own_accounts(self, users):
        """Raise when a contact has an account in a school that is not the present user's."""
        foreign = users.filtered(lambda user: user.company_ids - self.env.user.company_ids)
        if foreign:
            raise UserError(
                self.env._(
                    "%(names)s: the account is kept by another school. Enter the parent on the card"
                    " anew, with the name and the address.",
                    names=", ".join(foreign.mapped("name")),
                )
            )

    def _prepare_family_account(self, partner, company, login):
        return {
            "name": partner.name,
            "login": login,
            "partner_id": partner.id,
            "lang": partner.lang or self.env.lang,
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
            "group_ids": [Command.set(self.env.ref("vsoko_module.group_family").ids)],
        }

    def _choose_logins(self, known):
        """Return {contact: login} of those without an account: the address, or a word made of the
        name where there is none or another parent signs in by it."""
        # Only whether a login is taken is asked of all users.
        users = self.env["res.users"].sudo().with_context(active_test=False)
        new = self.sudo().filtered(lambda partner: partner.id not in known)
        addresses = {partner.id: email_normalize(partner.email or "") for partner in new}
        taken = users.search([("login", "in", [*filter(None, addresses.values())])])
        self._check_addresses_of_families(taken)
        used = set(taken.mapped("login"))
        logins, without = {}, {}
        for partner in new:
            login = addresses[partner.id]
            if not login or login in used:
                without[partner.id] = partner.name
            else:
                logins[partner.id] = login
                used.add(login)
        return logins | self.env["vsoko.account.keeper"]._choose_free_logins(without, "family")

    def _check_addresses_of_families(self, users):
        """Raise when an address is the login of an employee or of somebody in another school."""
        foreign = users.filtered(
            lambda user: not user.share or user.company_ids - self.env.user.company_ids
        )
        if foreign:
            raise UserError(
                self.env._(
                    "These addresses already belong to other people: %(addresses)s.",
                    addresses=", ".join(sorted(foreign.mapped("login"))),
                )
            )

    def _find_known_family(self, company):
        """Return {contact: contact with an account} of people who were entered twice: the name is
        the same, and the address is the login or the address of an account of this school."""
        addresses = {email_normalize(partner.email or "") for partner in self} - {False, ""}
        # The administration is shown its own families and employees only.
        users = (
            self.env["res.users"]
            .sudo()
            .search(
                [
                    ("company_ids", "in", company.ids),
                    "|",
                    ("login", "in", list(addresses)),
                    ("partner_id.email_normalized", "in", list(addresses)),
                ]
            )
        )
        users = users.filtered(lambda user: not user.company_ids - self.env.user.company_ids)
        known = {}
        for user in users:
            for address in {user.login, user.partner_id.email_normalized}:
                known[address, self._name_key(user.name)] = user.partner_id.with_env(self.env)
        found = {
            partner: known.get((email_normalize(partner.email or ""), self._name_key(partner.name)))
            for partner in self
            if not partner.sudo().with_context(active_test=False).user_ids
        }
        return {one: other for one, other in found.items() if other and other != one}

    def _name_key(self, name):
        return " ".join((name or "").casefold().replace("ё", "е").split())
