from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain


class VsokoClass(models.Model):
    """The families of a class at once: their accounts, and a sheet with a link for each person."""

    _inherit = "vsoko.class"

    def action_print_family_sheets(self):
        """Make the accounts that are missing and print a sheet for whoever has no password yet.

        Employees keep their own account; families that do not use the portal are left out.
        """
        self.ensure_one()
        self._check_invites()
        self._take_turn()
        students = self._get_students_of_today().filtered("portal_consent")
        students._merge_known_family()
        family = students.guardian_ids | students.partner_id
        if not family:
            raise UserError(
                self.env._(
                    "No parents of %(name)s are entered: write them on the cards of the pupils or"
                    " load a list with them.",
                    name=self.display_name,
                )
            )
        users = family._make_family_accounts(self.company_id).filtered("share")
        accounts = self.env["vsoko.account"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("user_id", "in", users.ids),
                ("state", "in", ("new", "invited")),
            ]
        )
        if not accounts:
            raise UserError(
                self.env._("All families of %(name)s have passwords.", name=self.display_name)
            )
        return accounts.action_print_invitation()

    def action_open_families(self):
        """Open the pupils of the class with their parents and who of these signs in."""
        self.ensure_one()
        self._check_invites()
        return self._open_action(
            "vsoko_module.vsoko_student_action_family",
            self.env._("Families of %(class)s", **{"class": self.display_name}),
            domain=[("id", "in", self._get_students_of_today().ids)],
            context={},
        )

    def _check_invites(self):
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration invites families."))

    def _get_students_of_today(self):
        Enrolment = self.env["vsoko.enrolment"]
        present = Enrolment._get_present_domain(self.year_id._get_nearest_day())
        return Enrolment.search(Domain("class_id", "=", self.id) & present).student_id
