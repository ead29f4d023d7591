from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .risk_case import RiskCase


@tagged("post_install", "-at_install")
class TestRiskCheck(RiskCase):
    """What a rule says of its own past is what a count by hand gives."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        pupils = cls.students
        # fourteen pupils: the first five failed in the first quarter; in the second failed the
        # first three of them, and the sixth and the tenth, whom nobody had named
        cls.before = {pupil: 2 if place < 5 else 4 for place, pupil in enumerate(pupils)}
        cls.after = {
            pupil: 2 if place in (0, 1, 2, 5, 9) else 4 for place, pupil in enumerate(pupils)
        }
        cls.add_marks({(pupil, cls.math): mark for pupil, mark in cls.before.items()}, cls.q1)
        cls.add_marks({(pupil, cls.math): mark for pupil, mark in cls.after.items()}, cls.q2)
        cls.startClassPatcher(freeze_time("2026-01-15"))
        cls.q2._check_risk_rules()

    def check_of(self, school_class=None, name="failing"):
        return self.env["vsoko.risk.check"].search(
            [
                ("rule_id", "=", self.rule(name).id),
                ("horizon_id", "!=", False),
                ("class_id", "=", school_class.id if school_class else False),
            ]
        )

    def test_the_school(self):
        check = self.check_of()
        self.assertEqual((check.period_id, check.horizon_id), (self.q1, self.q2))
        named = {pupil for pupil, mark in self.before.items() if mark == 2}
        came = {pupil for pupil, mark in self.after.items() if mark == 2}
        self.assertEqual(check.hits, len(named & came))
        self.assertEqual(check.alarms, len(named - came))
        self.assertEqual(check.missed, len(came - named))
        self.assertEqual((check.judged, check.marked), (14, 5))

    def test_what_is_printed_equals_the_count(self):
        """3 of 5 named, 60 %; 3 of 5 who came to it, 60 %; 5 of 14 in all, 36 %."""
        check = self.check_of().with_context(lang="ru_RU")
        self.assertIn("60 % [23–88]", check.precision)
        self.assertIn("36 %", check.base)
        self.assertIn("из 5", check.text)
        self.assertIn("закончили следующий период с «2»", check.text)
        self.assertEqual(self.rule("failing").with_context(lang="ru_RU").past_text, check.text)

    def test_each_class_is_counted_apart(self):
        """All of the named are in 5А: the rule is seen to name one class alone."""
        first, second = self.check_of(self.class_5a), self.check_of(self.class_5b)
        self.assertEqual((first.judged, first.marked, first.hits), (6, 5, 3))
        self.assertEqual((second.judged, second.marked, second.missed), (4, 0, 1))
        self.assertEqual(second.precision, "—")

    def test_a_rule_without_facts_has_no_data(self):
        check = self.check_of(name="absence").with_context(lang="ru_RU")
        self.assertEqual(check.judged, 0)
        self.assertIn("Нет данных", check.text)

    def test_the_check_does_not_see_what_came_later(self):
        """A work of the second quarter is no part of what the rules knew in the first."""
        self.enter(self.make_late_work(), ["00000"] * 6)
        self.q2._check_risk_rules()
        check = self.check_of(name="far_below_journal")
        self.assertEqual((check.judged, check.marked), (0, 0))

    def make_late_work(self):
        work = self.make_work(self.class_5a, day="2025-12-01")
        work.action_start()
        return work

    def test_it_is_counted_the_same_again(self):
        before = self.check_of().read(["hits", "alarms", "missed", "others"])[0] | {"id": 0}
        self.rule("failing").with_user(self.users["administration"]).action_check_past()
        after = self.check_of().read(["hits", "alarms", "missed", "others"])[0] | {"id": 0}
        self.assertEqual(after, before)

    def test_only_the_administration_asks_for_it(self):
        with self.assertRaises(AccessError):
            self.rule("failing").with_user(self.users["teacher"]).action_check_past()
        with self.assertRaises(AccessError):
            self.rule("failing").with_user(self.users["teacher"]).read(["past_text"])
