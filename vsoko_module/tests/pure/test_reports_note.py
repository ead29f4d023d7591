import json
import unittest
from dataclasses import replace
from datetime import date

from tools.analysis import Aggregate
from tools.reports.assessment import make_note
from tools.reports.types import REPORT_TYPES
from tools.translation import plain
from work_samples import values, work


class TestNote(unittest.TestCase):
    """Expected numbers were worked out by hand from the points of the sample."""

    def note(self, **changes):
        return make_note(work(**changes), plain)

    def test_results_of_classes_come_from_counts(self):
        first, second, total = values(self.note()["classes"])
        # 5А: marks 5 5 4 3 3 3, points 8 7 6 4 3 3
        self.assertEqual(first[:8], ["5А", "Орлова А. П.", 6, 6, 2, 1, 3, 0])
        self.assertEqual(first[8:10], [100.0, 50.0])
        self.assertAlmostEqual(first[10], (2 * 100 + 64 + 3 * 36) / 6)
        self.assertAlmostEqual(first[12], 31 / 6)
        # the absent pupil of 5Б is on the list and nowhere else
        self.assertEqual(second[2:8], [5, 4, 0, 0, 0, 4])
        self.assertEqual(total[2:8], [11, 10, 2, 1, 3, 4])
        self.assertEqual((total[8], total[9], total[12], total[13]), (60.0, 30.0, 3.5, 43.75))

    def test_tasks_have_shares_counts_and_readings(self):
        note = self.note()
        rows = values(note["tasks"])
        for row, share in zip(rows, (80, 60, 40, 40, 30), strict=True):
            self.assertAlmostEqual(row[9], share)
        self.assertEqual([row[5:8] for row in rows][3:], [[2, 4, 4], [1, 4, 5]])
        readings = ["sufficient", "sufficient", "insufficient", "sufficient", "sufficient"]
        self.assertEqual([row[10] for row in rows], readings)
        self.assertIn(
            "Tasks with an insufficient share: 3 (40,0\u00a0%).", note["tasks"]["sentences"]
        )

    def test_a_task_that_just_a_fifth_did_not_begin_is_named(self):
        def named(empty):
            pupils = [
                replace(pupil, points=(None, *pupil.points[1:])) if pupil.key < empty else pupil
                for pupil in work().pupils
            ]
            lines = self.note(pupils=tuple(pupils))["tasks"]["sentences"]
            return [line for line in lines if "did not begin" in line]

        self.assertEqual(named(1), [])
        self.assertIn("1 (2)", named(2)[0])

    def test_five_results_at_a_border_are_the_least_that_is_named(self):
        def named(at_border):
            like = work().pupils[0]
            scores = [3] * at_border + [4] * 7 + [5] * 8
            pupils = tuple(
                replace(like, key=key, score=score, points=(1, 1, 1, score - 3, 0))
                for key, score in enumerate(scores)
            )
            lines = self.note(pupils=pupils, bands=((0, 2), (3, 3)))["distribution"]["sentences"]
            return [line for line in lines if "border of a mark" in line]

        self.assertEqual(named(4), [])
        self.assertIn("5 results", named(5)[0])

    def test_elements_in_the_order_of_codes_with_their_classes(self):
        rows = values(self.note()["content"])
        self.assertEqual([row[0] for row in rows], ["1.2 Сложение", "1.10 Дроби", "2.10 Задачи"])
        # 1.2: 14 of 20 points; 5А 6 + 5 of 12, 5Б 2 + 1 of 8
        self.assertAlmostEqual(rows[0][2], 70)
        self.assertAlmostEqual(rows[0][4], 11 / 12 * 100)
        self.assertAlmostEqual(rows[0][5], 3 / 8 * 100)

    def test_what_to_teach_again_names_class_tasks_and_pupils(self):
        note = self.note()
        rows = values(note["reteaching"])
        # nothing in 5А; 5Б: 3 of 8 points in 1.2, 1 of 12 in 2.10, none in 1.10
        self.assertEqual({row[0] for row in rows}, {"5Б"})
        names = {row[2]: row for row in rows}
        self.assertEqual(names["1.2 Сложение"][3], "1, 2")
        self.assertEqual(names["1.2 Сложение"][6], "1 of 4")
        self.assertEqual(names["1.10 Дроби"][6], "4 of 4")
        self.assertIn(
            "Elements and skills to be taught again: 5Б — ", note["summary"]["sentences"][0]
        )

    def test_journal_is_compared_in_neutral_words(self):
        table = self.note()["objectivity"]
        # pairs 5-5 5-4 4-5 3-3 3-4 3-3 2-3 2-2 2-3
        self.assertEqual(values(table)[-1][:3], ["Total", 9, 4])
        self.assertEqual([values(table)[-1][place] for place in (4, 6, 8)], [4, 1, 0])
        # lowered: 2 of 6 pairs in 5А, 2 of 3 in 5Б: both above 30 %
        self.assertEqual(
            table["sentences"][1],
            "Needs further study (marks of the work and of the journal): 5А, 5Б.",
        )

    def test_few_pupils_give_no_indices_of_the_test(self):
        few = self.note(pupils=work().pupils[:9])
        reliability = values(few["measurement"])[2]
        self.assertEqual(reliability[1], "not enough data")
        self.assertIn("Fewer than 10", few["measurement"]["sentences"][0])
        enough = values(self.note()["measurement"])[2]
        self.assertAlmostEqual(enough[1], 0.8195, delta=1e-4)

    def test_pupils_who_need_help_and_what_they_have_not_mastered(self):
        rows = values(self.note()["pupils"])
        self.assertEqual([row[1] for row in rows], [f"Ученик {place}" for place in range(6, 10)])
        # 10010: one of two points in 1.2, one of three in 2.10, none of three in 1.10
        self.assertEqual(rows[0][6], "1.10, 2.10")
        self.assertEqual(rows[3][6], "1.2, 1.10, 2.10")

    def test_levels_of_achievement_of_the_school(self):
        note = self.note(
            levels=((0, "Низкий"), (50, "Базовый"), (85, "Высокий")), levels_origin="Приказ"
        )
        # points 8 7 | 6 4 | 3 3 2 1 1 0 of 8
        self.assertEqual([row[2] for row in values(note["levels"])], [6, 2, 2])
        self.assertEqual(values(note["levels"])[0][3], 60.0)
        self.assertEqual(note["levels"]["note"], "Приказ")
        self.assertNotIn("levels", self.note())

    def test_mastery_follows_the_setting_of_the_school(self):
        rows = values(self.note(mastered_from=75)["pupils"])
        self.assertEqual(rows[0][6], "1.2, 1.10, 2.10")

    def test_the_same_pupils_in_the_earlier_work(self):
        earlier = {0: (5, 4), 6: (5, 3), 99: (10, 5)}
        note = self.note(previous=("Входная", date(2025, 9, 10), 10, earlier))
        first, second, total = values(note["progress"])
        self.assertEqual(first[:5], ["5А", 1, 50.0, 100.0, 50.0])
        self.assertEqual(second[:5], ["5Б", 1, 50.0, 25.0, -25.0])
        self.assertEqual(total[1:], [2, 50.0, 62.5, 12.5, 1, 0, 1])
        self.assertNotIn("progress", self.note(previous=("", date(2025, 9, 10), 10, {99: (1, 2)})))

    def test_a_crossing_needs_groups_of_ten(self):
        pupils = work().pupils
        strong, weak = pupils[0], pupils[8]
        many = tuple(replace(strong, key=f"s{n}", points=(0, 1, 1, 2, 3)) for n in range(10))
        many += tuple(replace(weak, key=f"w{n}") for n in range(10))
        crossed = self.note(pupils=many)["groups"]
        self.assertIn("«2» > «5»", values(crossed)[0])
        self.assertIn("In tasks 1 ", crossed["sentences"][0])
        few = self.note(pupils=many[1:])["groups"]
        self.assertIn("too small", few["sentences"][0])

    def test_a_study_without_pupils_shows_what_was_returned(self):
        group = Aggregate("Регион", "ЯНАО", 100, (5.0, 30.0, 45.0, 20.0))
        note = self.note(pupils=(), tasks=(), aggregates=(group,))
        self.assertEqual(values(note["aggregates"]), [["Регион: ЯНАО", 100, 5.0, 30.0, 45.0, 20.0]])
        sections = REPORT_TYPES["assessment_note"].present_sections(note)
        self.assertEqual([part.code for part in sections], ["passport", "classes", "summary"])

    def test_a_group_whose_marks_were_not_returned_has_a_row_without_them(self):
        groups = (Aggregate("Регион", "ЯНАО", 100, None), Aggregate("Школа", "№ 1", 0, ()))
        note = self.note(pupils=(), tasks=(), aggregates=groups)
        missing = [None, None, None, None]
        self.assertEqual(values(note["aggregates"])[0], ["Регион: ЯНАО", 100, *missing])
        self.assertEqual(values(note["aggregates"])[1], ["Школа: № 1", 0, *missing])
        self.assertEqual(len(note["aggregates"]["columns"]), 6)

    def test_a_note_of_some_of_the_classes_says_so(self):
        def told(**changes):
            return [one for one in self.note(**changes)["passport"]["sentences"] if "rests" in one]

        self.assertEqual(told(), [])
        self.assertEqual(told(planned=("5А", "5Б")), [])
        text = "The note rests on the data of 2 of 3 classes; not in it: 5В."
        self.assertEqual(told(planned=("5А", "5Б", "5В")), [text])
        # nobody of 5Б is entered yet: neither written nor absent
        waiting = [
            replace(one, attendance="") if one.class_name == "5Б" else one for one in work().pupils
        ]
        text = "The note rests on the data of 1 of 2 classes; not in it: 5Б."
        self.assertEqual(told(pupils=tuple(waiting)), [text])

    def test_the_note_is_plain_data(self):
        note = self.note()
        self.assertEqual(json.loads(json.dumps(note)), note)
        declared = set(REPORT_TYPES["assessment_note"].given())
        self.assertLessEqual(set(note), declared)
