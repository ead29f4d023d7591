"""The rules of facts about works, around every border: results in → flags out.

The first quarter is from 1 September to 26 October; the school year has lessons to 26 May.
"""

from datetime import date

from odoo.tests import tagged

from ..evidence.common import AssessmentCase
from .fact_case import FactCases

PRESENT = {"attendance": "present"}
ABSENT = {"attendance": "absent"}


class WorkFactCase(FactCases, AssessmentCase):
    """Each case is the result of one pupil of 5А and 5Б in a work of 1 October."""

    def check_results(self, cases, write):
        """Write each result, then ask what its row of the first quarter says."""
        results = iter(self.work.result_ids.sorted("id"))
        made = {}
        for name, (given, _says) in cases.items():
            made[name] = result = next(results)
            write(result, given)
        for name, (_given, says) in cases.items():
            with self.subTest(name):
                self.assertEqual(self.say(self.q1, student_id=made[name].student_id.id), says)
        self.assertEqual(len(made), len(cases))

    def write(self, result, vals):
        result.write(vals)

    def invalid(self, result):
        """Make the result an attempt that does not count."""
        self.env.flush_all()
        self.env.cr.execute("UPDATE vsoko_result SET is_valid = FALSE WHERE id = %s", [result.id])
        result.invalidate_recordset(["is_valid"])


@tagged("post_install", "-at_install")
class TestResultCases(WorkFactCase):
    source = "result"
    flags = ("wrote", "has_mark", "has_outcome", "passed")
    BY_MARK = {
        "not entered": ({"attendance": False}, [""]),
        "absent": (ABSENT, [""]),
        "exempt": ({"attendance": "exempt"}, [""]),
        "present without a mark": ({**PRESENT, "mark": False}, ["wrote"]),
        "«5»": ({**PRESENT, "mark": 5}, ["wrote has_mark has_outcome passed"]),
        "«3»": ({**PRESENT, "mark": 3}, ["wrote has_mark has_outcome passed"]),
        "«2»": ({**PRESENT, "mark": 2}, ["wrote has_mark has_outcome"]),
        "«1»": ({**PRESENT, "mark": 1}, ["wrote has_mark has_outcome"]),
        "points of 100 without a border": ({**PRESENT, "test_score": 90}, ["wrote"]),
    }
    # the least score is 40
    BY_SCORE = {
        "no score": (PRESENT, ["wrote"]),
        "none of 100": ({**PRESENT, "test_score": 0}, ["wrote has_outcome"]),
        "one less": ({**PRESENT, "test_score": 39}, ["wrote has_outcome"]),
        "exactly the border": ({**PRESENT, "test_score": 40}, ["wrote has_outcome passed"]),
        "one more": ({**PRESENT, "test_score": 41}, ["wrote has_outcome passed"]),
        "a mark comes with it": (
            {**PRESENT, "test_score": 39, "mark": 3}, ["wrote has_mark has_outcome passed"]),
        "absent": (ABSENT, [""]),
    }  # fmt: skip
    # day of a work: in which of the first quarter, the second and the year it is
    DAYS = {
        "2025-09-01": (True, False, True),
        "2025-10-26": (True, False, True),
        "2025-10-27": (False, False, True),
        "2025-11-04": (False, False, True),
        "2025-11-05": (False, True, True),
        "2025-12-30": (False, True, True),
        "2026-06-20": (False, False, True),
    }

    def test_by_the_mark(self):
        self.check_results(self.BY_MARK, self.write)

    def test_by_the_least_score(self):
        self.work.minimum_test_score = 40
        self.check_results(self.BY_SCORE, self.write)

    def test_a_work_is_in_the_term_of_its_day_and_in_its_school_year(self):
        pupil = self.pupils_of(self.class_9a)[0]
        for day, expected in self.DAYS.items():
            work = self.make_work(self.class_9a, day=date.fromisoformat(day))
            work.action_start()
            periods = (self.q1, self.q2, self.year_period)
            found = tuple(
                bool(self.say(period, assessment_id=work.id, student_id=pupil.id))
                for period in periods
            )
            self.assertEqual(found, expected, day)

    def test_an_attempt_that_does_not_count_is_no_row(self):
        result = self.work.result_ids.sorted("id")[0]
        result.write({**PRESENT, "mark": 5})
        self.assertEqual(len(self.say(self.q1, student_id=result.student_id.id)), 1)
        self.invalid(result)
        self.assertEqual(self.say(self.q1, student_id=result.student_id.id), [])
        self.assertEqual(len(self.say(self.q1)), len(self.work.result_ids) - 1)


@tagged("post_install", "-at_install")
class TestTaskScoreCases(WorkFactCase):
    """Tasks of 1, 1, 1, 2 and 3 points; each case is the points of one pupil for all five."""

    source = "task_score"
    flags = ("not_reached", "is_full", "is_partial", "is_zero")
    FULL, PART, ZERO, EMPTY = "is_full", "is_partial", "is_zero", "not_reached is_zero"
    CASES = {
        "all of it": ("11123", [FULL] * 5),
        "nothing": ("00000", [ZERO] * 5),
        "not reached": ("-----", [EMPTY] * 5),
        "one of two, one of three": ("11111", [FULL, FULL, FULL, PART, PART]),
        "two of three": ("01022", [ZERO, FULL, ZERO, FULL, PART]),
        "a task not reached among others": ("1-1-3", [FULL, EMPTY, FULL, EMPTY, FULL]),
    }

    def write(self, result, points):
        result.attendance = "present"
        self.env["vsoko.task.score"].create(
            [
                {
                    "result_id": result.id,
                    "task_id": task.id,
                    "score": False if text == "-" else int(text),
                }
                for task, text in zip(self.test.task_ids, points, strict=True)
            ]
        )

    def test_cases(self):
        self.check_results(self.CASES, self.write)

    def test_only_who_wrote_and_counts(self):
        results = self.work.result_ids.sorted("id")[:3]
        for result in results:
            self.write(result, "11123")
        results[0].attendance = "absent"
        self.invalid(results[1])
        said = [self.say(self.q1, student_id=result.student_id.id) for result in results]
        self.assertEqual(said, [[], [], [self.FULL] * 5])

    def test_points_of_a_task_that_was_not_reached_are_none_of_its_maximum(self):
        result = self.work.result_ids.sorted("id")[0]
        self.write(result, "1--23")
        domain = [("period_id", "=", self.q1.id), ("student_id", "=", result.student_id.id)]
        rows = self.env["vsoko.fact.task_score"].search(domain).sorted("task_id")
        self.assertEqual(rows.mapped("score"), [1, 0, 0, 2, 3])
        self.assertEqual(rows.mapped("max_score"), [1, 1, 1, 2, 3])
        self.assertEqual(len(self.say(self.q2)), 0)


@tagged("post_install", "-at_install")
class TestJournalPairCases(WorkFactCase):
    source = "journal_pair"
    flags = ("lowered", "confirmed", "raised", "far_apart")
    # what it is: ((mark of the work, mark kept with it), mark of the ledger), then the row
    CASES = {
        "the same": (({**PRESENT, "mark": 4}, 4), ["confirmed"]),
        "one below": (({**PRESENT, "mark": 3}, 4), ["lowered"]),
        "two below": (({**PRESENT, "mark": 2}, 4), ["lowered far_apart"]),
        "one above": (({**PRESENT, "mark": 5}, 4), ["raised"]),
        "two above": (({**PRESENT, "mark": 5}, 3), ["raised far_apart"]),
        "no mark in the ledger": (({**PRESENT, "mark": 4}, None), []),
        "«н/а» in the ledger": (({**PRESENT, "mark": 4}, "not_attested"), []),
        "no mark of the work": (({**PRESENT, "mark": False}, 4), []),
        "absent": ((ABSENT, 4), []),
        "the kept mark comes first": (
            ({**PRESENT, "mark": 4, "journal_mark": 5}, 4), ["lowered"]),
    }  # fmt: skip

    def write(self, result, given):
        vals, ledger = given
        result.write(vals)
        if ledger:
            self.add_marks({(result.student_id, self.math): ledger}, self.q1)

    def test_cases(self):
        self.check_results(self.CASES, self.write)

    def test_the_mark_of_another_quarter_is_none(self):
        result = self.work.result_ids.sorted("id")[0]
        result.write({**PRESENT, "mark": 4})
        self.add_marks({(result.student_id, self.math): 4}, self.q2)
        self.add_marks({(result.student_id, self.rus): 4}, self.q1)
        self.assertEqual(self.say(self.q1, student_id=result.student_id.id), [])
        self.add_marks({(result.student_id, self.math): 5}, self.q1)
        self.assertEqual(self.say(self.q1, student_id=result.student_id.id), ["lowered"])
        self.invalid(result)
        self.assertEqual(self.say(self.q1, student_id=result.student_id.id), [])
