from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ...models.school.res_company_naming import NO_NAME
from ..common import SchoolCase, make_user

SCHOOL = ("МБОУ «Школа у реки»", "Речная, 1", "Заречье", "", "", "")


@tagged("post_install", "-at_install")
@freeze_time("2025-11-28")
class TestFirstSteps(SchoolCase):
    """The small school of the tests, after its first quarter: lessons, no marks, no accounts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.write({"name": "My Company", "city": False})
        cls.page = cls.env["vsoko.first.steps"].with_user(cls.users["director"])

    def steps(self):
        return {step["key"]: step for step in self.page.get_page()["steps"]}

    def test_steps_are_done_by_data(self):
        steps = self.steps()
        done = [key for key, step in steps.items() if step["is_done"]]
        # two of the employees have accounts, and no position asks for another one
        self.assertEqual(done, ["year", "people"])
        parts = {part["key"]: part["is_done"] for part in steps["files"]["parts"]}
        self.assertEqual(parts, {"pupils": True, "staff": True, "load": True, "marks": False})
        self.assertTrue(steps["report"]["is_later"])

    def test_marks_end_the_step_of_files_and_their_loss_begins_it_again(self):
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.assertTrue(self.steps()["files"]["is_done"])
        self.env["vsoko.mark"].search([]).unlink()
        self.assertFalse(self.steps()["files"]["is_done"])

    @freeze_time("2025-09-10")
    def test_no_marks_are_asked_for_before_a_term_has_ended(self):
        files = self.steps()["files"]
        self.assertNotIn("marks", [part["key"] for part in files["parts"]])
        self.assertTrue(files["is_done"])

    def test_name_of_the_school(self):
        self.assertEqual(self.steps()["school"]["values"]["name"], "")
        with self.assertRaises(UserError):
            self.page.save_school("", *SCHOOL[1:])
        self.page.save_school(*SCHOOL)
        self.assertTrue(self.steps()["school"]["is_done"])
        self.assertEqual((self.env.company.name, self.env.company.city), (SCHOOL[0], SCHOOL[2]))

    def test_no_paper_is_headed_by_the_name_that_odoo_gives(self):
        self.env["res.company"]._unname_schools()
        self.assertEqual(self.env.company.name, NO_NAME)
        self.assertFalse(self.steps()["school"]["is_done"])
        self.page.save_school(*SCHOOL)
        self.env["res.company"]._unname_schools()
        self.assertEqual(self.env.company.name, SCHOOL[0])

    def test_all_classes_have_a_class_teacher(self):
        self.assertFalse(self.steps()["homeroom"]["is_done"])
        self.class_9a.homeroom_teacher_id = self.teachers[1]
        self.assertTrue(self.steps()["homeroom"]["is_done"])

    def test_accounts_of_those_whose_position_asks_for_one(self):
        self.teachers[1].position = "Учитель русского языка"
        self.teachers[2].position = "Дворник"
        self.assertEqual(self.steps()["people"]["missing"], 1)
        self.page.make_accounts()
        self.assertTrue(self.teachers[1].user_id)
        self.assertFalse(self.teachers[2].user_id)
        self.assertTrue(self.steps()["people"]["is_done"])

    def test_first_report(self):
        with self.assertRaises(UserError):
            self.page.make_report()
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        self.assertFalse(self.steps()["report"]["is_later"])
        self.page.make_report()
        self.assertTrue(self.steps()["report"]["is_done"])

    def test_banner_says_the_next_step_and_goes_when_all_is_done(self):
        banner = self.page.get_banner()
        self.assertEqual((banner["done"], banner["all"]), (2, 6))
        self.assertEqual(banner["next"], self.steps()["school"]["name"])
        self.page.save_school(*SCHOOL)
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        self.class_9a.homeroom_teacher_id = self.teachers[1]
        self.page.make_report()
        self.assertFalse(self.page.get_banner())

    @freeze_time("2026-09-05")
    def test_steps_come_back_when_the_year_is_over(self):
        page = self.page.get_page()
        self.assertTrue(page["is_new_year"])
        year = self.steps()["year"]
        self.assertTrue(year["is_over"])
        self.assertFalse(year["is_done"])

    @freeze_time("2026-09-05")
    def test_new_year_without_classes_begins_with_the_files(self):
        self.page.make_year("quarter")
        year = self.env["vsoko.year"].search([("state", "=", "current")])
        self.assertEqual(year.date_start, date(2026, 9, 1))
        self.assertEqual(self.year.state, "closed")
        page = self.page.get_page()
        self.assertTrue(page["is_new_year"])
        self.assertFalse(self.steps()["files"]["is_done"])

    def test_only_the_administration_takes_the_steps(self):
        for role in ("teacher", "methodical_council", "family"):
            with self.subTest(role):
                page = self.env["vsoko.first.steps"].with_user(self.users[role])
                self.assertFalse(page.get_banner())
                with self.assertRaises(AccessError):
                    page.get_page()
                with self.assertRaises(AccessError):
                    page.save_school(*SCHOOL)

    def test_school_of_somebody_else_stays(self):
        other = self.env["res.company"].create({"name": "Другая школа"})
        user = make_user(self.env, "other", "administration", company=other)
        self.page.with_user(user).with_company(other).save_school(*SCHOOL)
        self.assertEqual(other.name, SCHOOL[0])
        self.assertEqual(self.env.company.name, "My Company")
