import importlib.util
from datetime import date
from pathlib import Path

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, freeze_time, tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestPromotionBack(SchoolCase):
    """A promotion is taken back until the new year has facts; a year is deleted in words."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.users["administration"]
        cls.before = cls._picture()
        cls.new_year = cls._promote()

    @classmethod
    def _promote(cls):
        promotion = Form(cls.env["vsoko.promotion"].with_user(cls.deputy)).save()
        return cls.env["vsoko.year"].browse(promotion.action_apply()["res_id"])

    @classmethod
    def _picture(cls):
        """All stays of the school, as a set."""
        cls.env.invalidate_all()
        stays = cls.env["vsoko.enrolment"].search([("company_id", "=", cls.env.company.id)])
        return {
            (stay.student_id, stay.class_id, stay.date_from, stay.date_to, stay.reason)
            for stay in stays
        }

    def _take_back(self):
        return self.new_year.with_user(self.deputy).action_take_back_promotion()

    def _blocked(self, *words):
        with self.assertRaises(UserError) as caught:
            self._take_back()
        for word in (self.new_year.name, *words):
            self.assertIn(word, str(caught.exception))
        self.assertTrue(self.new_year.exists())

    def test_everything_is_as_it_was(self):
        action = self._take_back()
        self.assertEqual(action["res_id"], self.year.id)
        self.assertFalse(self.new_year.exists())
        self.assertEqual(self._picture(), self.before)

    def test_promoting_again_finds_everybody(self):
        self._take_back()
        again = Form(self.env["vsoko.promotion"].with_user(self.deputy)).save()
        self.assertFalse(again.obstacle)
        self.assertEqual(again.line_ids.mapped("student_count"), [6, 4, 4])
        year = self.env["vsoko.year"].browse(again.action_apply()["res_id"])
        self.assertEqual(sum(year.class_ids.mapped("student_count")), 10)

    def test_promoting_a_promoted_year_finds_nothing(self):
        again = self.env["vsoko.promotion"].with_user(self.deputy).create({"year_id": self.year.id})
        self.assertIn(self.new_year.name, again.obstacle)
        with self.assertRaises(UserError):
            again.action_apply()

    def test_a_year_without_pupils_is_not_promoted(self):
        self._take_back()
        self.students.enrolment_ids.write({"date_to": date(2026, 6, 1), "reason": "left"})
        again = self.env["vsoko.promotion"].with_user(self.deputy).create({"year_id": self.year.id})
        self.assertTrue(again.obstacle)
        with self.assertRaisesRegex(UserError, self.year.name):
            again.action_apply()
        self.assertFalse(self.env["vsoko.year"].search([("name", "=", "2026/2027")]))

    def test_a_promotion_of_an_older_version_is_taken_back(self):
        self.env.flush_all()
        self.cr.execute("UPDATE vsoko_enrolment SET promotion_year_id = NULL")
        self.env.invalidate_all()
        self.assertFalse(self.new_year.is_promoted)
        script = Path(__file__).parents[2] / "migrations/19.0.1.1.0/post-facts_of_their_time.py"
        spec = importlib.util.spec_from_file_location("post_facts_of_their_time", script)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.migrate(self.cr, "19.0.1.0.0")
        self.env.invalidate_all()
        self._take_back()
        self.assertEqual(self._picture(), self.before)

    def test_who_left_before_stays_away(self):
        self._take_back()
        gone = self.students[0]
        gone.enrolment_ids.write({"date_to": date(2026, 3, 2), "reason": "left"})
        picture = self._picture()
        self.new_year = self._promote()
        self._take_back()
        self.assertEqual(self._picture(), picture)

    def test_marks_of_the_new_year_stand_in_the_way(self):
        pupil = self.students[0]
        autumn = self.new_year.period_ids.sorted("date_end")[0]
        self.add_marks({(pupil, self.math): 4}, autumn)
        self._blocked("1")
        self.env["vsoko.mark"].search([("period_id", "=", autumn.id)]).unlink()
        self._take_back()

    def test_a_newcomer_stands_in_the_way_by_name(self):
        newcomer = self.enrol(self.new_year.class_ids[0], 1, date(2026, 9, 7))
        self._blocked(newcomer.name)

    def test_figures_do_not_stand_in_the_way(self):
        self.new_year.period_ids.action_calculate()
        domain = [("period_id", "in", self.new_year.period_ids.ids)]
        self.assertTrue(self.env["vsoko.indicator.value"].search_count(domain))
        self._take_back()
        self.assertEqual(self._picture(), self.before)

    def test_an_approved_period_stands_in_the_way(self):
        autumn = self.new_year.period_ids.sorted("date_end")[0]
        autumn.action_calculate()
        autumn.with_user(self.users["director"]).action_approve()
        self._blocked(autumn.name)

    def test_a_current_year_gives_its_place_back(self):
        self.new_year.with_user(self.deputy).action_set_current()
        self.assertEqual(self.year.state, "closed")
        self._take_back()
        self.assertEqual(self.year.state, "current")

    def test_only_what_a_promotion_made_is_taken_back(self):
        self.assertEqual((self.year | self.new_year).mapped("is_promoted"), [False, True])
        self.assertFalse(self.year.is_promoted)
        with self.assertRaisesRegex(UserError, f"{self.year.name} were not made"):
            self.year.with_user(self.deputy).action_take_back_promotion()
        with self.assertRaises(AccessError):
            self.new_year.with_user(self.users["teacher"]).action_take_back_promotion()

    def test_deleting_a_year_speaks_words(self):
        with self.assertRaises(UserError) as caught:
            self.new_year.with_user(self.deputy).unlink()
        self.assertIn("classes: 2", str(caught.exception))
        self.assertNotIn("constraint", str(caught.exception))

    def test_an_empty_year_is_deleted_with_its_calendar(self):
        year = self.env["vsoko.year"].create(
            {"name": "2030/2031", "date_start": "2030-09-01", "date_end": "2031-08-31"}
        )
        year.action_make_quarters()
        periods = year.period_ids
        self.assertEqual(len(periods), 5)
        year.with_user(self.deputy).unlink()
        self.assertEqual((self.year | self.new_year).exists(), self.year | self.new_year)
        self.assertFalse(year.exists() or periods.exists())

    def test_the_question_before_the_end_of_the_year(self):
        self._take_back()
        Promotion = self.env["vsoko.promotion"].with_user(self.deputy)
        for day, is_early in (("2025-11-26", True), ("2026-05-20", True), ("2026-06-15", False)):
            with self.subTest(day), freeze_time(day):
                self.assertEqual(Form(Promotion).is_early, is_early)
