from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..evidence.common import VECTOR, AssessmentCase

# figures of the vector, worked out outside the program
DISCRIMINATION = (0.6667, 0.6667, 1.0, 0.8333, 0.7778)
ITEM_TOTAL = (0.5817, 0.6332, 0.7916, 0.8809, 0.9471)
ITEM_REST = (0.4644, 0.4970, 0.7015, 0.7805, 0.8607)
COUNTS = [(8, 0, 2), (6, 0, 4), (4, 0, 6), (2, 4, 4), (1, 4, 5)]


@tagged("post_install", "-at_install")
class TestAnalysis(AssessmentCase):
    def test_item_analysis_of_the_vector(self):
        self.enter(self.work, VECTOR)
        found = self.work.get_item_analysis()
        self.assertEqual(set(found), {"n", "alpha", "sem", "ferguson", "items"})
        self.assertEqual(found["n"], 10)
        for name, expected in (("alpha", 0.8195), ("sem", 1.1547), ("ferguson", 0.9675)):
            self.assertAlmostEqual(found[name], expected, delta=1e-4)
        self.assertEqual([item["number"] for item in found["items"]], list("12345"))
        for name, expected in (
            ("discrimination", DISCRIMINATION),
            ("item_total", ITEM_TOTAL),
            ("item_rest", ITEM_REST),
        ):
            for item, value in zip(found["items"], expected, strict=True):
                self.assertAlmostEqual(item[name], value, delta=1e-4)
        counts = [(item["full"], item["partial"], item["zero"]) for item in found["items"]]
        self.assertEqual(counts, COUNTS)

    def test_an_absent_pupil_changes_nothing(self):
        self.enter(self.work, VECTOR)
        before = self.work.get_item_analysis()
        newcomer = self.enrol(self.class_5a, 1)
        self.work.action_start()
        result = self.work.result_ids.filtered(lambda row: row.student_id == newcomer)
        self.env["vsoko.task.score"].create(
            [
                {"result_id": result.id, "task_id": task.id, "score": 0}
                for task in self.test.task_ids
            ]
        )
        result.attendance = "absent"
        self.assertEqual(self.work.get_item_analysis(), before)

    def test_nobody_wrote(self):
        found = self.work.get_item_analysis()
        self.assertEqual((found["n"], found["alpha"], found["ferguson"]), (0, None, None))
        self.assertEqual([item["difficulty"] for item in found["items"]], [None] * 5)
        self.assertEqual(
            self.work.get_objectivity(), {"pairs": 0, "lowered": 0, "same": 0, "raised": 0}
        )

    def test_objectivity_against_the_journal(self):
        # marks of the work 5 5 4 3 3 3 2 2 2 2
        results = self.enter(self.work, VECTOR)
        journal = (5, 4, 5, 3, 4, 3, 3, "not_attested", 2)
        self.add_marks(
            {
                (result.student_id, self.math): mark
                for result, mark in zip(results[:9], journal, strict=True)
            },
            self.q1,
        )
        self.assertEqual(
            self.work.get_objectivity(), {"pairs": 8, "lowered": 3, "same": 4, "raised": 1}
        )
        results[9].journal_mark = 3
        self.assertEqual(self.work.get_objectivity()["lowered"], 4)

    def test_mathematics_of_the_upper_grades_against_either_journal(self):
        """The journal of 9А says «Алгебра» or «Математика»; of a pupil with both algebra counts."""
        work = self.make_work(self.class_9a)
        work.action_start()
        # 5 4 3 2 by the borders 0, 3, 5, 7
        results = self.enter(work, ["11123", "11112", "11110", "10000"])
        algebra = self.env.ref("vsoko_module.vsoko_subject_alg")
        self.assertEqual((work.subject_id, work.journal_subject_id), (self.math, algebra))
        self.assertEqual(work.get_objectivity()["pairs"], 0)
        pupils = results.student_id.sorted("id")
        self.add_marks({(pupil, self.math): 3 for pupil in pupils}, self.q1)
        marks = results.sorted(lambda one: one.student_id.id).mapped("mark")
        told = [sum(mark < 3 for mark in marks), marks.count(3), sum(mark > 3 for mark in marks)]
        found = work.get_objectivity()
        self.assertEqual([found[name] for name in ("lowered", "same", "raised")], told)
        self.assertEqual(found["pairs"], 4)
        self.add_marks({(pupils[0], algebra): marks[0]}, self.q1)
        again = work.get_objectivity()
        self.assertEqual((again["pairs"], again["same"]), (4, told[1] + (marks[0] != 3)))
        pairs = self.env["vsoko.fact.journal_pair"].search(
            [("assessment_id", "=", work.id), ("period_id", "=", self.q1.id)]
        )
        self.assertEqual(len(pairs), 4)

    def test_a_teacher_sees_the_own_pupils_in_the_figures(self):
        self.enter(self.work, VECTOR)
        own = self.work.with_user(self.users["teacher"]).get_item_analysis()
        self.assertEqual(own["n"], 6)
        stranger = self.work.with_user(self.users["specialist"])
        self.assertRaises(AccessError, stranger.get_item_analysis)

    def test_the_number_of_queries_does_not_grow(self):
        self.enter(self.work, VECTOR[:2])
        small = self._count_queries()
        self.enrol(self.class_5a, 40)
        self.work.action_start()
        self.work.result_ids.task_score_ids.unlink()
        self.enter(self.work, (VECTOR * 5)[:50])
        self.assertEqual(self.work.get_item_analysis()["n"], 50)
        self.assertEqual(self._count_queries(), small)

    def _count_queries(self):
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.work.get_item_analysis()
        self.work.get_objectivity()
        return self.env.cr.sql_log_count - before
