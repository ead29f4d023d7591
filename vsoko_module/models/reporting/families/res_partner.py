from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import email_normalize


class ResPartner(models.Model):
    _inherit = "res.partner"

    def _invite_to_vsoko(self, company):
        """Make the contacts portal users of the role of a family and write to them.

        The caller has checked the right to invite, that every contact has a valid address, and
        that they are the family of a pupil. Employees keep their account as it is.
        """
        # Accounts are made by the administration of the school, which has no right to users in
        # general; what is created here is fixed: a portal user of one role for a known contact.
        accounts = self.env["res.users"].sudo().with_context(active_test=False)
        known = {user.partner_id.id: user for user in self.sudo().user_ids}
        self._check_logins_free(known)
        new = accounts.with_context(no_reset_password=True).create(
            [
                self._prepare_family_account(partner, company)
                for partner in self.sudo()
                if partner.id not in known
            ]
        )
        shared = accounts.concat(*known.values()).filtered("share")
        family = self.env.ref("vsoko_module.group_family")
        shared.write({"active": True, "group_ids": [Command.link(family.id)]})
        invited = new | shared
        template = self.env.ref("auth_signup.portal_set_password_email").sudo()
        for user in invited:
            user.partner_id.signup_prepare()
            template.with_context(lang=user.lang, medium="portalinvite").send_mail(user.id)
        return invited

    def _prepare_family_account(self, partner, company):
        return {
            "name": partner.name,
            "login": email_normalize(partner.email),
            "partner_id": partner.id,
            "lang": partner.lang or self.env.lang,
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
            "group_ids": [Command.set(self.env.ref("vsoko_module.group_family").ids)],
        }

    def _check_logins_free(self, known):
        """Raise when the address of a new account already belongs to somebody else."""
        # As above: the administration is told of the addresses that it has just given, no more.
        logins = [
            email_normalize(partner.email) for partner in self.sudo() if partner.id not in known
        ]
        users = self.env["res.users"].sudo().with_context(active_test=False)
        taken = users.search([("login", "in", logins)]).mapped("login")
        repeated = {login for login in logins if logins.count(login) > 1}
        if taken or repeated:
            raise UserError(
                self.env._(
                    "These addresses already belong to other people: %(addresses)s.",
                    addresses=", ".join(sorted({*taken, *repeated})),
                )
            )
