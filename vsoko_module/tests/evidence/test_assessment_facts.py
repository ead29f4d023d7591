from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestFacts(AssessmentCase):
    def value(self, code, period=None, scope="school", **keys):
        domain = [
            ("indicator_id.code", "=", code),
            ("period_id", "=", (period or self.q1).id),
            ("scope", "=", scope),
            *((name, "=", record.id) for name, record in keys.items()),
        ]
        return self.env["vsoko.indicator.value"].search(domain)

    def test_figures_of_works_in_breakdowns(self):
        # marks 5 5 4 3 3 3 in 5А and 2 2 2 2 in 5Б
        self.enter(self.work, VECTOR)
        self.q1.action_calculate()
        school = self.value("tests_success")
        self.assertEqual((school.numerator, school.denominator, school.value), (6, 10, 60))
        self.assertEqual(
            self.value("tests_quality", scope="class", class_id=self.class_5a).value, 50
        )
        self.assertEqual(
            self.value("tests_success", scope="teacher", teacher_id=self.teachers[2]).value, 0
        )
        self.assertAlmostEqual(self.value("task_percent").value, 43.75)
        self.assertEqual(self.value("test_intermediate").value, 30)
        self.assertIs(self.value("test_initial").value, False)

    def test_a_work_counts_in_its_term_and_in_its_year(self):
        self.enter(self.work, VECTOR)
        (self.q2 | self.year_period).action_calculate()
        self.assertIs(self.value("tests_success", self.q2).value, False)
        self.assertEqual(self.value("tests_success", self.year_period).value, 60)

    def test_the_absent_are_no_facts_of_tasks(self):
        results = self.enter(self.work, VECTOR)
        results[0].attendance = "absent"
        facts = self.env["vsoko.fact.task_score"].search([("period_id", "=", self.q1.id)])
        self.assertEqual(len(facts), 45)
        self.assertNotIn(results[0].student_id, facts.student_id)
        self.assertEqual(sum(facts.mapped("score")), 27)

    def test_pairs_with_the_journal(self):
        results = self.enter(self.work, VECTOR)
        journal = (5, 3, 5, 3)
        pupils = results[:4].student_id
        self.add_marks(
            {(pupil, self.math): mark for pupil, mark in zip(pupils, journal, strict=True)}, self.q1
        )
        self.q1.action_calculate()
        shares = [
            self.value(f"objectivity_{name}").value for name in ("lowered", "confirmed", "raised")
        ]
        self.assertEqual(shares, [25, 50, 25])
        pairs = self.env["vsoko.fact.journal_pair"].search([("period_id", "=", self.q1.id)])
        self.assertEqual(pairs.filtered("far_apart").student_id, pupils[1])

    def test_vpr_is_counted_apart_and_never_in_a_figure_for_ratings(self):
        vpr = self.make_work(self.class_5b, "vpr", self.q1.date_end)
        vpr.action_start()
        self.enter(self.work, VECTOR)
        self.enter(vpr, ["11123"] * 4)
        self.q1.action_calculate()
        self.assertEqual(self.value("vpr_results").value, 100)
        self.assertEqual(self.value("tests_success").denominator, 10)
        self.assertAlmostEqual(self.value("task_percent").value, 43.75)
        indicator = self.value("vpr_results").indicator_id
        # the lock of an approved version would refuse it first
        indicator.framework_id.state = "draft"
        indicator.rating_allowed = True
        indicator.framework_id.state = "approved"
        self.q1.action_calculate()
        self.assertIs(self.value("vpr_results").value, False)

    def test_a_formula_for_ratings_rests_on_nothing_barred(self):
        approved = self.env.ref("vsoko_module.framework_regulation")
        framework = self.env["vsoko.framework"].browse(approved.action_new_version()["res_id"])
        vals = {
            "framework_id": framework.id,
            "criterion_id": framework.criterion_ids[0].id,
            "code": "with_vpr",
            "name": "С ВПР",
            "kind": "formula",
            "formula": "vpr_results + 1",
        }
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.env["vsoko.indicator"].create(vals)
        self.assertTrue(self.env["vsoko.indicator"].create(vals | {"rating_allowed": False}))
