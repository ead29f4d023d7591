from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import make_user
from ..portal.common import PublicationCase


@tagged("post_install", "-at_install")
class TestFamilyCases(PublicationCase):
    """What families are like: each has its answer, in words."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pupil = cls.pupils_of(cls.class_5v)[1]
        cls.mother, cls.father = cls.env["res.partner"].create(
            [
                {"name": "Иванова Мария", "email": "Ivanovy@Example.com"},
                {"name": "Иванов Пётр", "email": "ivanovy@example.com"},
            ]
        )

    def invite(self, *guardians, pupil=None):
        pupil = pupil or self.pupil
        if guardians:
            pupil.guardian_ids = pupil.browse().guardian_ids.concat(*guardians)
        return pupil.with_user(self.deputy).action_invite_family()["params"]["message"]

    def letters(self, partner):
        return self.env["mail.message"].search_count(
            [("partner_ids", "in", partner.ids), ("model", "=", "res.users")]
        ) + self.env["mail.mail"].search_count([("recipient_ids", "in", partner.ids)])

    def test_two_parents_with_one_address(self):
        message = self.invite(self.mother, self.father)
        self.assertEqual(self.mother.user_ids.login, "ivanovy@example.com")
        self.assertEqual(self.father.user_ids.login, "ivanov.p")
        self.assertIn("ivanov.p", message)
        self.assertTrue(self.letters(self.father))

    def test_same_person_entered_twice(self):
        self.invite(self.mother)
        twin = self.mother.copy({"name": "ИВАНОВА  Мария"})
        brother = self.pupils_of(self.class_9b)[3]
        message = self.invite(twin, pupil=brother)
        self.assertEqual(brother.guardian_ids, self.mother)
        self.assertIn("дважды", message)
        self.assertEqual(len(self.mother.user_ids), 1)

    def test_employee_who_is_a_parent_reads_the_child_in_the_back_office(self):
        teacher = self.users["specialist"]
        self.assertNotIn(self.menu(), self.menus_of(teacher))
        message = self.invite(teacher.partner_id)
        self.assertIn("Мой ребёнок", message)
        children = self.env["vsoko.family.child"].with_user(teacher).search([])
        self.assertEqual(children.student_id.id, self.pupil.id)
        self.assertIn(self.math.name, children.page)
        self.assertIn(self.menu(), self.menus_of(teacher))

    def test_employee_entered_as_a_new_contact_is_the_employee(self):
        teacher = make_user(self.env, "petrova@example.com", "teacher", name="Петрова Анна")
        contact = self.env["res.partner"].create(
            {"name": "Петрова Анна", "email": "petrova@example.com"}
        )
        self.invite(contact)
        self.assertEqual(self.pupil.guardian_ids, teacher.partner_id)
        self.assertFalse(contact.user_ids)

    def menu(self):
        return self.env.ref("vsoko_module.vsoko_family_child_menu").id

    def menus_of(self, user):
        return self.env["ir.ui.menu"].with_user(user).load_menus(False)

    def test_employees_see_no_children_of_others(self):
        for role in ("teacher", "administration", "director"):
            user = self.users[role]
            self.assertFalse(self.env["vsoko.family.child"].with_user(user).search([]), role)
            self.assertFalse(self.env["vsoko.family.mark"].with_user(user).search([]), role)

    def test_changed_address_is_followed_until_the_first_entry(self):
        self.invite(self.mother)
        self.mother.email = "new@example.com"
        self.invite()
        self.assertEqual(self.mother.user_ids.login, "new@example.com")

    def test_who_signs_in_keeps_the_login_and_gets_no_link(self):
        self.invite(self.mother)
        self.mother.user_ids.password = "long enough for Odoo"
        before = self.letters(self.mother)
        self.mother.email = "evil@example.com"
        message = self.invite()
        self.assertEqual(self.mother.user_ids.login, "ivanovy@example.com")
        self.assertIn("уже", message)
        self.assertEqual(self.letters(self.mother), before)

    def test_pupil_who_left_is_not_invited_but_stays_readable(self):
        stay = self.child.enrolment_ids
        stay.write({"date_to": date(2026, 1, 10), "reason": "left"})
        self.env.flush_all()
        with self.assertRaisesRegex(UserError, "10.01.2026"):
            self.invite(pupil=self.child)
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        self.assertEqual(child.left_on, date(2026, 1, 10))
        self.assertTrue(child._prepare_years(self.env["vsoko.publication"]))

    def test_marks_of_an_open_period_are_named_so(self):
        self.add_marks({(self.child, self.math): 3}, self.q2)
        self.env.flush_all()
        child = self.env["vsoko.family.child"].with_user(self.family).search([])
        (year,) = child._prepare_years(self.env["vsoko.publication"])
        self.assertEqual(year["periods"], ["1 четверть", "2 четверть (ещё не утверждено)"])
        self.assertTrue(year["is_preliminary"])

    def test_card_of_the_pupil_tells_who_is_invited(self):
        self.pupil.guardian_ids = self.mother
        card = self.pupil.with_user(self.deputy)
        self.assertIn("не приглашён", card.family_access)
        self.invite()
        self.env.invalidate_all()
        self.assertIn("Иванова Мария: приглашён", card.family_access)
        self.assertIn("вход", self.child.with_user(self.deputy).family_access.lower())
