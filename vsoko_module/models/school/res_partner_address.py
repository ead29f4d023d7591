from odoo import models


class ResPartner(models.Model):
    """A link that sets a password goes to no address that was changed a moment ago."""

    _inherit = "res.partner"

    def write(self, vals):
        before = self._get_addresses_of_accounts() if "email" in vals else {}
        result = super().write(vals)
        if before:
            self.env["vsoko.address.change"]._keep(before)
        return result

    def _get_addresses_of_accounts(self):
        # Whoever may write the contact; the account is only looked up.
        partners = self.sudo().with_context(active_test=False)
        return {user: user.partner_id.email_normalized for user in partners.user_ids}

    def _generate_signup_token(self, expiration=None):
        # Only whether somebody uses the account is asked, before the link is made.
        used = self.sudo().user_ids.filtered(lambda user: user._is_used())
        self.env["vsoko.address.change"]._check_settled(used.partner_id)
        return super()._generate_signup_token(expiration)


class ResUsers(models.Model):
    _inherit = "res.users"

    def _is_used(self):
        """Whether the person has a password or has signed in."""
        self.ensure_one()
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.id])
        row = self.env.cr.fetchone()
        # Only whether there is a day of signing in.
        return bool(row and row[0]) or bool(self.sudo().login_date)

    def _action_reset_password(self, signup_type="reset"):
        # As for the link itself; whoever has forgotten the password asks, too.
        self.env["vsoko.address.change"]._check_settled(self.sudo().partner_id)
        return super()._action_reset_password(signup_type)
