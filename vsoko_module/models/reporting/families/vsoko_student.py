from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import email_normalize


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    portal_consent = fields.Boolean(
        string="Family uses the portal",
        default=True,
        tracking=True,
        help="Parents have the right to know the marks of their child (273-FZ, article 44). Clear"
        " the mark when the family withdraws its consent: the portal then shows nothing.",
    )

    def action_invite_family(self):
        """Give the family of the pupil access to the portal and send the invitations."""
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration invites families."))
        self.check_access("write")
        family = self._get_invited()
        users = family._invite_to_vsoko(self.company_id)
        if not users:
            raise UserError(
                self.env._(
                    "%(names)s: employees of the school, whose accounts do not open the pages of"
                    " families.",
                    names=", ".join(family.mapped("name")),
                )
            )
        for student in self:
            invited = (student.guardian_ids | student.partner_id) & users.partner_id
            names = ", ".join(invited.mapped("name"))
            student.message_post(body=self.env._("Invited to the portal: %(names)s", names=names))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "title": self.env._("The family is invited"),
                "message": ", ".join(users.mapped("login")),
            },
        }

    def _get_invited(self):
        """Return the contacts to invite, or raise with what is missing on the cards."""
        refused = self.filtered(lambda student: not student.portal_consent)
        if refused:
            raise UserError(
                self.env._(
                    "The family of %(names)s does not use the portal: see the mark on the card.",
                    names=", ".join(refused.mapped("name")),
                )
            )
        family = self.guardian_ids | self.partner_id
        if not family:
            raise UserError(
                self.env._("Enter the parents on the card of the pupil before inviting them.")
            )
        without = family.filtered(lambda partner: not email_normalize(partner.email))
        if without:
            raise UserError(
                self.env._(
                    "Enter a valid e-mail address of: %(names)s.",
                    names=", ".join(without.mapped("name")),
                )
            )
        return family
