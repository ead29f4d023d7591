from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataFormCells(StatisticsCase):
    """Which cells a form has, and how many are filled in."""

    def test_greyed_and_blank_cells(self):
        self.assertEqual(self.counts(), (5, 0, 0, 0))
        self.assertEqual(self.form.state, "empty")
        self.save(self.row(self.events, 0), self.row(self.copies, reason="no_source"))
        self.assertEqual(self.counts(), (5, 1, 1, 0))
        self.assertEqual(self.form.completeness, 40)
        self.assertEqual(self.form.state, "filling")
        self.save(self.row(self.events, None))
        self.assertEqual(self.counts(), (5, 0, 1, 0))

    def test_a_form_with_a_greyed_class_is_filled_to_the_full(self):
        self.fill()
        self.assertEqual(self.counts(), (5, 4, 1, 0))
        self.assertEqual(self.form.completeness, 100)
        refused = self.save(self.row(self.pupils, 1, self.class_9a))
        self.assertEqual(refused, ["refused"])

    def test_a_class_that_closes_later_stays_in_the_form_of_before(self):
        stays = self.env["vsoko.enrolment"].search([("class_id", "=", self.class_5b.id)])
        stays.write({"date_to": "2025-12-01"})
        self.class_5a.name = "5 «Б»"
        (self.set.search([]))._make_forms()
        self.form._recount()
        self.assertEqual(self.counts(), (5, 0, 0, 0))
        # the second quarter ends after 5Б has closed
        self.set._make_forms()
        self.assertEqual(self.form_of(self.q2).expected, 4)

    def test_a_class_without_pupils_on_the_last_day_is_not_asked_for(self):
        stays = self.env["vsoko.enrolment"].search([("class_id", "=", self.class_5b.id)])
        # who leaves on the last day is not counted on it
        stays.write({"date_to": self.q1.date_end})
        self.set._make_forms()
        self.assertEqual(self.form.expected, 4)


@tagged("post_install", "-at_install")
class TestDataFormStates(StatisticsCase):
    def test_completing_names_what_is_blank(self):
        self.save(self.row(self.copies, 100))
        with self.assertRaises(UserError) as caught:
            self.form.action_complete()
        self.assertIn("События", str(caught.exception))
        self.assertIn("Ученики — 5А", str(caught.exception))
        self.assertEqual(self.form.state, "filling")

    def test_only_compulsory_cells_are_asked_for_where_the_set_says_so(self):
        self.set.write({"completion": "compulsory", "compulsory_ids": self.copies.ids})
        self.save(self.row(self.events, 1))
        with self.assertRaises(UserError):
            self.form.action_complete()
        self.save(self.row(self.copies, 0))
        self.form.action_complete()
        self.assertEqual((self.form.state, self.form.first_completeness), ("complete", 40))

    def test_in_time_is_said_by_the_first_completion(self):
        # the quarter ends on 26 October, two weeks later is 9 November
        self.assertEqual(str(self.form.due_date), "2025-11-09")
        self.fill()
        with freeze_time("2025-11-09"):
            self.form.action_complete()
        first = self.form.completed_date
        self.assertEqual(self.form.timely, "yes")
        with freeze_time("2025-12-01"):
            self.form.with_user(self.deputy)._give_back("Ошибка", None)
            self.save(self.row(self.copies, 90))
            self.form.action_complete()
        self.assertEqual((self.form.timely, self.form.completed_date), ("yes", first))

    def test_a_day_after_the_due_day_is_late(self):
        self.fill()
        with freeze_time("2025-11-10"):
            self.assertTrue(self.form.is_late)
            self.form.action_complete()
        self.assertEqual(self.form.timely, "no")
        self.assertFalse(self.form.is_late)

    def test_who_fills_in_does_not_check(self):
        self.fill()
        self.form.action_complete()
        with self.assertRaises(UserError):
            self.form.action_check()
        self.form.with_user(self.deputy).action_check()
        self.assertEqual((self.form.state, self.form.checked_by_id), ("checked", self.deputy))

    def test_who_completed_for_another_does_not_check_either(self):
        self.form.sudo().checker_id = False
        theirs = self.form.with_user(self.deputy)
        self.fill(theirs)
        theirs.action_complete()
        with self.assertRaises(UserError):
            theirs.action_check()

    def test_what_is_complete_is_locked_with_its_values(self):
        self.fill()
        self.form.action_complete()
        for who in (self.specialist, self.deputy, self.env.user):
            with self.subTest(who.name), self.assertRaises(UserError):
                self.save(self.row(self.copies, 1), form=self.form.with_user(who))
        with self.assertRaises(UserError):
            self.form.sudo().value_ids[0].write({"value_number": 5})
        with self.assertRaises(UserError):
            self.form.sudo().value_ids.unlink()

    def test_returned_with_a_reason_it_is_filled_in_again(self):
        self.fill()
        self.form.action_complete()
        theirs = self.form.with_user(self.deputy)
        with self.assertRaises(UserError):
            theirs._give_back("  ", None)
        theirs._give_back("Проверьте число экземпляров", None)
        self.assertEqual(self.form.state, "returned")
        self.save(self.row(self.copies, 90))
        self.assertEqual(self.form.state, "filling")

    def test_an_exception_ends_on_its_day(self):
        self.fill()
        self.form.action_complete()
        theirs = self.form.with_user(self.deputy)
        theirs.action_check()
        with freeze_time("2025-12-01"):
            with self.assertRaises(UserError):
                theirs._give_back("Ошибка", None)
            theirs._give_back("Ошибка", theirs.due_date.replace(month=12, day=3))
        with freeze_time("2025-12-03"):
            self.assertEqual(self.save(self.row(self.copies, 90)), ["saved"])
        with freeze_time("2025-12-04"), self.assertRaises(UserError):
            self.save(self.row(self.copies, 80))
        (kept,) = self.form.reopening_ids
        self.assertEqual(
            (kept.kind, kept.reason, kept.user_id), ("reopened", "Ошибка", self.deputy)
        )

    def test_what_was_checked_closes_by_itself(self):
        self.fill()
        self.form.action_complete()
        self.form.with_user(self.deputy).action_check()
        # due on 9 November, closed after sixty days: from 9 January
        with freeze_time("2026-01-08"):
            self.env["vsoko.data.form"]._lock_checked()
            self.assertEqual(self.form.state, "checked")
        with freeze_time("2026-01-09"):
            self.env["vsoko.data.form"]._lock_checked()
        self.assertEqual(self.form.state, "locked")
