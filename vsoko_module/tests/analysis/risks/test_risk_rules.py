from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .risk_case import RiskCase


@tagged("post_install", "-at_install")
class TestRiskRules(RiskCase):
    """Whom each of the shipped rules names, and where it has nothing to look at."""

    def judged(self, name):
        check = self.env["vsoko.risk.check"].search(
            [("rule_id", "=", self.rule(name).id), ("horizon_id", "=", False)]
        )
        return check.judged

    def test_marks_that_fell(self):
        self.only("fall_two", "three_to_two")
        self.add_marks(
            {
                (self.first, self.math): 5,
                (self.first, self.rus): 4,
                (self.second, self.math): 3,
                (self.second, self.rus): 3,
            },
            self.q1,
        )
        with freeze_time("2026-01-15"):
            self.add_marks(
                {
                    (self.first, self.math): 3,
                    (self.first, self.rus): 3,
                    (self.second, self.math): 2,
                    (self.second, self.rus): 2,
                },
                self.q2,
            )
            self.q2._refresh_risks()
        found = self.risk(self.first, self.q2).reason_ids
        self.assertEqual(found.name, "Отметка упала на две и больше: Математика, 5 → 3")
        found = self.risk(self.second, self.q2).reason_ids
        self.assertEqual(found.subject_id, self.math | self.rus)
        self.assertEqual(found.rule_id, self.rule("three_to_two"))

    def test_the_first_term_has_nothing_to_compare_with(self):
        self.only("fall_two")
        self.give({(self.first, self.math): 2})
        self.assertFalse(self.risk(self.first))
        self.assertEqual(self.judged("fall_two"), 0)
        rule = self.rule("fall_two").with_context(lang="ru_RU")
        self.assertIn("Нет данных", rule.present_text)

    def test_missed_days(self):
        """From 1 September to 26 October there are eight weeks of six days; from 5 to 20 November
        there are 14 school days more, 62 in all. A tenth is 6.2 days."""
        self.only("absence")
        self.env["vsoko.absence"].create(
            [
                {
                    "student_id": pupil.id,
                    "date": "2025-09-01",
                    "date_to": "2025-10-11",
                    "days": days,
                }
                for pupil, days in ((self.first, 7), (self.second, 6))
            ]
        )
        self.q1._refresh_risks()
        name = "Пропущена десятая часть учебных дней и больше: 7 of 62 school days"
        self.assertEqual(self.reasons(self.first), [name])
        self.assertFalse(self.risk(self.second))

    def test_a_class_whose_absences_nobody_enters_has_no_data(self):
        self.only("absence")
        self.q1._refresh_risks()
        self.assertEqual(self.judged("absence"), 0)
        self.env["vsoko.absence"].create({"student_id": self.first.id, "date": "2025-09-10"})
        self.q1._refresh_risks()
        self.assertEqual(self.judged("absence"), 6)

    def test_a_work_far_below_the_journal_but_not_an_external_one(self):
        self.only("far_below_journal")
        self.add_marks({(self.first, self.math): 5, (self.second, self.math): 4}, self.q1)
        self.enter(self.work, ["00000", "11122"])
        self.q1._refresh_risks()
        self.assertEqual(
            self.reasons(self.first),
            ["Работа ниже журнала на две отметки и больше: Математика, the work 2, the journal 5"],
        )
        self.work.unlink()
        external = self.make_work(self.class_5a, kind="vpr")
        external.action_start()
        self.enter(external, ["00000", "00000"])
        self.q1._refresh_risks()
        self.assertEqual(self.reasons(self.first), [])
        self.assertEqual(self.judged("far_below_journal"), 0)

    def _make_elements(self):
        """Give the test elements 2.9 and 2.10 of the codifier, and the codifier a last 2.11."""
        Element = self.env["vsoko.content.element"]
        base = {"subject_id": self.math.id, "grade_from": 5, "grade_to": 5}
        base["company_id"] = self.env.company.id
        elements = Element.create(
            [{"code": code, "name": f"Тема {code}", **base} for code in ("2.10", "2.9", "2.11")]
        )
        tasks = self.test.task_ids
        tasks[:2].content_ids = [Command.set(elements[1].ids)]
        tasks[2:4].content_ids = [Command.set(elements[0].ids)]
        return elements

    def test_a_missed_element_that_the_next_topic_rests_on(self):
        self.only("elements")
        self._make_elements()
        # the first has missed both, the second the second pair, the third nothing
        self.enter(self.work, ["00000", "11000", "11123"])
        self.q1._refresh_risks()
        # after 2.9 the class has come to 2.10 already; after 2.10 comes 2.11, not yet checked
        name = "Не освоено то, на чём держится следующая тема: Математика, 2.10 Тема 2.10"
        self.assertEqual(self.reasons(self.first), [name])
        self.assertEqual(self.reasons(self.second), [name])
        self.assertFalse(self.risk(self.third))
        self.assertEqual(self.judged("elements"), 3)

    def test_trial_works_below_and_near_the_least_points(self):
        """A «3» begins at 3 points: 2 are below, 4 are near, 5 are far enough."""
        rules = self.only("trial_below", "trial_border")
        rules.condition = "[('procedure', '=', 'internal'), ('grade', '=', 5)]"
        self.enter(self.work, ["11000", "11110", "11120"])
        self.q1._refresh_risks()
        self.assertEqual(
            self.reasons(self.first),
            ["Пробный экзамен ниже минимума: Математика, 2 points, 3 are needed"],
        )
        self.assertEqual(self.risk(self.second).reason_ids.rule_id, self.rule("trial_border"))
        self.assertFalse(self.risk(self.third))

    def test_a_condition_that_cannot_be_computed_is_refused(self):
        for field, text in (
            ("condition", "[('teacher_id.name', '=', 'x')]"),
            ("pupil_condition", "[('nothing', '=', 1)]"),
            ("outcome", "__import__('os')"),
        ):
            with self.subTest(field), self.assertRaises(ValidationError):
                self.rule("one_three")[field] = text

    def test_rules_look_at_no_secret_registers(self):
        sources = dict(
            self.env["vsoko.risk.rule"]._fields["source"]._description_selection(self.env)
        )
        self.assertEqual(set(sources), {"mark", "student_term", "journal_pair", "result"})
