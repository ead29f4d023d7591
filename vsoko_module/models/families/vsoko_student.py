from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tools import email_normalize, format_date


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    portal_consent = fields.Boolean(
        string="Family uses the portal",
        default=True,
        tracking=True,
        help="Parents have the right to know the marks of their child (273-FZ, article 44). Clear"
        " the mark when the family withdraws its consent: the portal then shows nothing.",
    )
    family_access = fields.Text(
        string="Access of the family",
        compute="_compute_family_access",
        groups="vsoko_module.group_administration",
        help="Who of the family is invited and who signs in",
    )

    @api.depends("guardian_ids", "partner_id")
    def _compute_family_access(self):
        for student in self:
            lines = [
                student._describe_access(partner)
                for partner in student.guardian_ids | student.partner_id
            ]
            student.family_access = "\n".join(lines)

    def _describe_access(self, partner):
        # The administration, which alone reads the field, keeps the accounts of families.
        user = partner.sudo().with_context(active_test=False).user_ids[:1]
        account = self.env["vsoko.account"]._get_of(user, user.company_id)
        names = dict(account._fields["state"]._description_selection(self.env))
        if not user:
            state = self.env._("not invited")
        elif not user.share:
            state = self.env._("an employee: reads “My child” in the own menu")
        else:
            state = names.get(account.sudo().state, "").lower()
        return f"{partner.name}: {state}"

    @api.model_create_multi
    def create(self, vals_list):
        students = super().create(vals_list)
        students._forget_menus(vals_list)
        return students

    def write(self, vals):
        before = self.guardian_ids if "guardian_ids" in vals else self.env["res.partner"]
        result = super().write(vals)
        self._forget_menus([vals], before)
        return result

    def _forget_menus(self, vals_list, before=None):
        """An employee gets or loses the menu «My child» with the child."""
        if not any("guardian_ids" in vals or "partner_id" in vals for vals in vals_list):
            return
        partners = self.guardian_ids | self.partner_id
        partners |= before or partners.browse()
        # Only whether any of them works here is asked.
        if partners.sudo().user_ids.filtered(lambda user: not user.share):
            self.env.registry.clear_cache()

    def action_invite_family(self):
        """Give the family of the pupil access to the portal and send the invitations."""
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration invites families."))
        self.check_access("write")
        self._check_may_be_invited()
        merged = self._merge_known_family()
        done = self._get_invited()._invite_to_vsoko(self.company_id)
        lines = self._describe_invitation(done, merged)
        for student in self:
            student.message_post(body="\n".join(student._describe_invitation(done, merged)))
        return self.browse()._toast(
            "; ".join(lines),
            type="success" if "invited" in done.values() else "info",
            title=self.env._("Access of the family"),
            sticky=True,
            reload=True,
        )

    def _check_may_be_invited(self):
        refused = self.filtered(lambda student: not student.portal_consent)
        if refused:
            raise UserError(
                self.env._(
                    "The family of %(names)s does not use the portal: see the mark on the card.",
                    names=", ".join(refused.mapped("name")),
                )
            )
        today = fields.Date.context_today(self)
        for student in self:
            ends = student.enrolment_ids.mapped("date_to")
            if ends and all(ends) and max(ends) <= today:
                raise UserError(
                    self.env._(
                        "%(name)s left the school on %(date)s: there is nobody to invite. Who has"
                        " an account already still reads the marks of the past.",
                        name=student.name,
                        date=format_date(self.env, max(ends)),
                    )
                )

    def _merge_known_family(self):
        """Put the known contact in the place of the same person entered twice; return the pairs."""
        known = self.guardian_ids._find_known_family(self.company_id)
        for student in self:
            for one, other in known.items():
                if one in student.guardian_ids:
                    student.guardian_ids = [Command.unlink(one.id), Command.link(other.id)]
        return known

    def _describe_invitation(self, done, merged):
        """Return a line for each person of the family: what was done, in words."""
        lines = []
        for partner in (self.guardian_ids | self.partner_id).filtered(
            lambda contact: contact in done
        ):
            # The login was given by the administration or told to it a moment ago.
            login = partner.sudo().user_ids[:1].login
            texts = {
                "invited": self.env._(
                    "%(name)s is invited, a letter goes to %(email)s, the login is %(login)s",
                    name=partner.name,
                    email=partner.email,
                    login=login,
                ),
                "active": self.env._(
                    "%(name)s signs in already as %(login)s and needs no letter",
                    name=partner.name,
                    login=login,
                ),
                "waiting": self.env["vsoko.address.change"]._get_waiting_text(partner),
                "employee": self.env._(
                    "%(name)s works in the school and reads “My child” in the own menu",
                    name=partner.name,
                ),
            }
            lines.append(texts[done[partner]])
        lines += [
            self.env._("%(name)s was entered twice: the known contact is used", name=one.name)
            for one, other in merged.items()
            if other in self.guardian_ids
        ]
        return lines

    def _get_invited(self):
        """Return the contacts to invite, or raise with what is missing on the cards."""
        family = self.guardian_ids | self.partner_id
        if not family:
            raise UserError(
                self.env._("Enter the parents on the card of the pupil before inviting them.")
            )
        without = family.filtered(lambda partner: not email_normalize(partner.email or ""))
        if without:
            raise UserError(
                self.env._(
                    "Enter a valid e-mail address of: %(names)s.",
                    names=", ".join(without.mapped("name")),
                )
            )
        return family
