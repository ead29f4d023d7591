from odoo.tests import tagged

from ..evidence.rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestObservationFacts(RubricCase):
    """Which sheets count in which period."""

    def say(self, period):
        """The results of the rows of a period in the order of days; None without a result."""
        rows = self.env["vsoko.fact.observation"].search([("period_id", "=", period.id)])
        return [row.percent if row.has_total else None for row in rows]

    def test_a_sheet_is_in_the_term_and_the_year_of_its_day(self):
        # 9 of 10 = 90 %; 5 of 10 = 50 %
        self.make_sheet(2, 1, 2, 2, 2).action_complete()
        self.make_sheet(1, 1, 1, 1, 1, date="2026-06-10").action_complete()
        self.assertEqual(self.say(self.q1), [90.0])
        self.assertEqual(self.say(self.q2), [])
        # June is after the last lesson and in the school year
        self.assertEqual(self.say(self.year_period), [90.0, 50.0])

    def test_what_is_not_complete_or_withdrawn_does_not_count(self):
        self.make_sheet(2, 1, 2, 2, 2)
        withdrawn = self.make_sheet(2, 1, 2, 2, 2)
        withdrawn.action_complete()
        withdrawn.with_user(self.users["director"]).action_withdraw()
        self.assertEqual(self.say(self.q1), [])

    def test_a_sheet_without_a_result_is_a_row_without_a_number(self):
        self.make_sheet(2, 2, 2, "na", "na").action_complete()
        self.assertEqual(self.say(self.q1), [None])

    def test_whose_the_facts_are(self):
        self.make_sheet(2, 1, 2, 2, 2).action_complete()
        facts = self.env["vsoko.fact.observation"]
        self.assertTrue(facts.with_user(self.users["teacher"]).search([]))
        # the lesson is of a subject of the association
        self.assertTrue(facts.with_user(self.users["association_head"]).search([]))
        self.assertFalse(facts.with_user(self.users["pedagogical_council"]).has_access("read"))
        row = facts.search([("period_id", "=", self.q1.id)])
        self.assertEqual(
            (row.class_id, row.grade, row.teacher_id), (self.class_5a, 5, self.teachers[0])
        )
        self.assertEqual(
            (row.kind, row.rubric_code, row.outcome), ("lesson", "own_lesson", "Высокий")
        )
