from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestScoreSheet(AssessmentCase):
    def filled(self, sheet, texts=VECTOR):
        rows = sheet["rows"][: len(texts)]
        for row, text in zip(rows, texts, strict=True):
            row["attendance"] = "present"
            row["scores"] = [None if sign == "-" else int(sign) for sign in text]
        return rows

    def test_the_sheet_shows_pupils_tasks_and_scale(self):
        sheet = self.work.get_score_sheet()
        self.assertEqual([task["max_score"] for task in sheet["tasks"]], [1, 1, 1, 2, 3])
        self.assertEqual(len(sheet["rows"]), 10)
        self.assertEqual([row["class"] for row in sheet["rows"]], ["5А"] * 6 + ["5Б"] * 4)
        self.assertEqual(sheet["rows"][0]["scores"], [None] * 5)
        self.assertTrue(sheet["is_open"])

    def test_one_call_saves_everything(self):
        rows = self.filled(self.work.get_score_sheet())
        rows[9].update(attendance="absent", variant="2")
        answer = self.work.save_score_sheet(rows)
        self.assertEqual((len(answer["saved"]), answer["conflicts"]), (10, []))
        results = self.work.result_ids.sorted(lambda r: (r.class_id.name, r.student_id.name))
        self.assertEqual(results.mapped("score")[:9], [8, 7, 6, 4, 3, 3, 2, 1, 1])
        self.assertEqual(results[0].mark, 5)
        self.assertIs(results[9].score, False)
        self.assertEqual(results[9].variant, "2")

    def test_not_reached_stays_apart_from_zero(self):
        self.work.save_score_sheet(self.filled(self.work.get_score_sheet(), ["1-0--"]))
        row = self.work.get_score_sheet()["rows"][0]
        self.assertEqual(row["scores"], [1, None, 0, None, None])

    def test_a_row_that_was_emptied_has_no_points(self):
        rows = self.filled(self.work.get_score_sheet(), ["11123"])
        row = self.work.save_score_sheet(rows)["saved"][0]
        row.update(attendance=False, scores=[None] * 5)
        saved = self.work.save_score_sheet([row])["saved"][0]
        self.assertEqual((saved["attendance"], saved["scores"]), (False, [None] * 5))
        self.assertIs(self.work.result_ids.browse(row["id"]).score, False)

    def test_two_people_do_not_overwrite_each_other_silently(self):
        mine, theirs = self.work.get_score_sheet(), self.work.get_score_sheet()
        self.work.save_score_sheet(self.filled(theirs, ["11123"]))
        answer = self.work.save_score_sheet(self.filled(mine, ["00000", "11111"]))
        self.assertEqual(len(answer["saved"]), 1)
        self.assertEqual([row["scores"] for row in answer["conflicts"]], [[1, 1, 1, 2, 3]])
        stored = self.work.get_score_sheet()["rows"]
        self.assertEqual([row["scores"] for row in stored[:2]], [[1, 1, 1, 2, 3], [1] * 5])

    def test_points_out_of_range_store_nothing(self):
        for wrong in (2, -1, 0.5, "1", True):
            rows = self.filled(self.work.get_score_sheet(), ["00000", "00000"])
            rows[1]["scores"][0] = wrong
            with self.subTest(wrong), self.assertRaises(ValidationError):
                self.work.save_score_sheet(rows)
        self.assertEqual(self.work.pending_count, 10)

    def test_a_teacher_saves_the_own_lessons_only(self):
        work = self.work.with_user(self.users["teacher"])
        rows = self.filled(work.get_score_sheet(), VECTOR[:6])
        self.assertEqual(len(work.save_score_sheet(rows)["saved"]), 6)
        foreign = self.work.get_score_sheet()["rows"][6:]
        self.assertEqual(
            work.save_score_sheet(self.filled({"rows": foreign}, ["00000"])),
            {
                "saved": [],
                "conflicts": [],
            },
        )
        homeroom = self.work.with_user(self.users["association_head"])
        with self.assertRaises(AccessError):
            homeroom.save_score_sheet(rows)

    def test_the_head_of_the_association_reads_the_sheet_of_the_subject(self):
        """Of classes without own lessons, too; results may be entered by the teacher alone."""
        sheet = self.work.with_user(self.users["association_head"]).get_score_sheet()
        self.assertEqual(len(sheet["rows"]), 10)
        self.assertFalse(any(row["writable"] for row in sheet["rows"]))
        self.assertIn(self.pupils_of(self.class_5a)[0].name, [row["name"] for row in sheet["rows"]])

    def test_a_closed_work_saves_nothing(self):
        rows = self.filled(self.work.get_score_sheet())
        self.work.save_score_sheet(rows)
        self.work.action_close()
        with self.assertRaises(UserError):
            self.work.save_score_sheet(self.work.get_score_sheet()["rows"])

    def test_the_number_of_queries_does_not_grow(self):
        self._count_saving(3, VECTOR)
        few = self._count_saving(3, VECTOR[::-1])
        self.enrol(self.class_5a, 40)
        self.work.action_start()
        # a part of the rows both times: the rest of the sheet is read once more after the saving
        self._count_saving(40, VECTOR)
        self.assertEqual(self._count_saving(40, VECTOR[::-1]), few)

    def _count_saving(self, size, texts):
        rows = self.work.get_score_sheet()["rows"][:size]
        rows = self.filled({"rows": rows}, (texts * 6)[:size])
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.work.save_score_sheet(rows)
        return self.env.cr.sql_log_count - before
