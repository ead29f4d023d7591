from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .risk_case import TODAY, RiskCase


@tagged("post_install", "-at_install")
class TestRiskList(RiskCase):
    """Who is in the list, since when, and how a pupil leaves it and comes back."""

    def test_each_pupil_is_there_once_with_all_reasons(self):
        self.give(
            {(self.first, self.math): 2, (self.first, self.rus): 2, (self.second, self.math): 4}
        )
        risk = self.risk(self.first)
        self.assertEqual(len(risk), 1)
        self.assertEqual(
            self.reasons(self.first), ["Есть «2»: Математика", "Есть «2»: Русский язык"]
        )
        self.assertEqual((risk.state, risk.list, risk.date_from), ("open", "attention", TODAY))
        self.assertEqual(risk.watcher_id, self.class_5a.homeroom_teacher_id)
        self.assertEqual(self.risk(self.third), self.env["vsoko.risk"])

    def test_the_list_is_the_same_when_it_is_made_again(self):
        self.give({(self.first, self.math): 2})
        before = self.risk(self.first).reason_ids.read(["date_from", "name", "value"])
        self.q1._refresh_risks()
        self.assertEqual(
            self.risk(self.first).reason_ids.read(["date_from", "name", "value"]), before
        )

    def test_a_pupil_leaves_with_the_reason(self):
        marks = self.add_marks({(self.first, self.math): 2}, self.q1)
        self.q1._refresh_risks()
        marks.value = 4
        with freeze_time("2025-11-25"):
            self.q1._refresh_risks()
        risk = self.risk(self.first)
        left = risk.reason_ids.filtered("date_to")
        self.assertEqual(left.mapped("date_to"), [date(2025, 11, 25)])
        # one «4» and nothing below it is the reserve
        self.assertEqual((risk.list, risk.state), ("attention", "left"))
        self.assertEqual(risk.date_left, date(2025, 11, 25))

    def test_who_was_looked_into_stays_off_until_a_new_reason(self):
        self.give({(self.first, self.math): 2})
        risk = self.risk(self.first)
        risk.with_user(self.users["teacher"])._settle("Болел, сдаёт долги до декабря")
        self.assertEqual(risk.state, "settled")
        self.q1._refresh_risks()
        self.assertEqual(risk.state, "settled")
        self.assertIn("Болел", risk.done)
        self.assertEqual((risk.note_date, risk.note_by_id), (TODAY, self.users["teacher"]))
        self.give({(self.first, self.rus): 2})
        self.assertEqual(risk.state, "open")
        self.assertEqual(len(self.reasons(self.first)), 2)

    def test_looking_into_asks_for_words(self):
        self.give({(self.first, self.math): 2})
        with self.assertRaises(UserError):
            self.risk(self.first)._settle("  ")
        self.assertEqual(self.risk(self.first).state, "open")

    def test_the_list_is_cut_where_nobody_more_can_be_helped(self):
        self.give(
            {
                (self.first, self.math): 2,
                (self.second, self.math): 2,
                (self.third, self.math): "not_attested",
            }
        )
        risks = self.risk(self.first) | self.risk(self.second) | self.risk(self.third)
        self.assertEqual(risks.mapped("is_within"), [True, True, True])
        self.year.with_user(self.users["administration"]).risk_capacity = 2
        # «2» comes before «н/а» in the order of the rules
        self.assertFalse(self.risk(self.third).is_within)
        self.assertTrue(self.risk(self.second).is_within)
        self.risk(self.first)._settle("Помогает учитель")
        self.assertTrue(self.risk(self.third).is_within)
        self.assertFalse(self.risk(self.first).is_within)

    def test_the_start_page_shows_as_many_as_the_school_can_help(self):
        self.give({(pupil, self.math): 2 for pupil in (self.first, self.second, self.third)})
        self.year.risk_capacity = 2
        self.assertEqual(self._card("administration")["count"], 2)
        self.assertIn("3", self._card("administration")["whole"])
        # the class teacher is not limited
        self.assertEqual(self._card("teacher")["count"], 3)
        self.assertFalse(self._card("teacher")["whole"])
        self.year.risk_capacity = 3
        self.assertFalse(self._card("administration")["whole"])

    def _card(self, role):
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return next(card for card in page["cards"] if card["key"] == "risks")

    def test_the_reserve_is_a_list_of_its_own(self):
        self.year.risk_capacity = 1
        self.give(
            {
                (self.first, self.math): 2,
                (self.second, self.math): 3,
                (self.second, self.rus): 5,
                (self.third, self.math): 4,
                (self.third, self.rus): 5,
            }
        )
        self.assertEqual(self.reasons(self.second), ["Одна «3»: Математика"])
        self.assertEqual(self.reasons(self.third), ["Одна «4»: Математика"])
        self.assertEqual(self.risk(self.second).list, "reserve")
        self.assertTrue(self.risk(self.first).is_within)
        self.assertTrue(self.risk(self.second).is_within)

    def test_the_next_term_goes_on_from_the_one_before(self):
        self.give({(self.first, self.math): 2})
        with freeze_time("2026-01-15"):
            self.add_marks({(self.first, self.math): 2}, self.q2)
            self.q2._refresh_risks()
            risk = self.risk(self.first, self.q2)
            self.assertEqual((risk.state, risk.date_from), ("open", TODAY))
            self.assertEqual(risk.reason_ids.date_from, date(2026, 1, 15))

    def test_a_load_and_the_night_make_the_list(self):
        self.add_marks({(self.first, self.math): 2}, self.q1)
        self.q1._after_load()
        self.assertEqual(self.risk(self.first).state, "open")
        self.add_marks({(self.second, self.math): 2}, self.q1)
        with self.enter_registry_test_mode():
            self.env.ref("vsoko_module.vsoko_cron_risks").method_direct_trigger()
        self.assertEqual(self.risk(self.second).state, "open")

    def test_the_letter_of_the_day_counts_and_names_nobody(self):
        self.give({(self.first, self.math): 2})
        days = {self.users[role]: TODAY for role in ("teacher", "administration", "user")}
        parts = {part.user: part for part in self.env["vsoko.risk"]._get_digest(days)}
        self.assertEqual(set(parts), {self.users["teacher"], self.users["administration"]})
        line = parts[self.users["teacher"]].lines[0]
        self.assertIn("1", line)
        self.assertNotIn("Ученик", line)
        self.assertTrue(parts[self.users["teacher"]].wakes)

    def test_the_number_of_statements_does_not_depend_on_pupils(self):
        self.give({(pupil, self.math): 2 for pupil in self.pupils_of(self.class_5a)})
        few = self._count_statements()
        others = self.students - self.pupils_of(self.class_5a)
        self.add_marks({(pupil, self.math): 2 for pupil in others}, self.q1)
        self.add_marks({(pupil, self.rus): 3 for pupil in self.students}, self.q1)
        self.assertEqual(self._count_statements(), few)
        self.assertEqual(len(self.env["vsoko.risk"].search([])), len(self.students))

    def _count_statements(self):
        self.q1._refresh_risks()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.q1._refresh_risks()
        return self.env.cr.sql_log_count - before
