from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestCompletenessMatrix(FiguresCase):
    """Classes by periods; 5А, 5Б and 9А have 6, 4 and 4 pupils with two subjects each."""

    def matrix(self, user=None, **choice):
        model = self.env["vsoko.completeness"].with_user(user or self.users["administration"])
        return model.get_matrix(**choice)

    def cells(self, found, row):
        place = [one["name"] for one in found["rows"]].index(row)
        return {
            period["name"]: cell
            for period, cell in zip(found["periods"], found["rows"][place]["cells"], strict=True)
        }

    def test_whole_part_nothing_and_unknown(self):
        of_5a = self.marks.filtered(lambda mark: mark.class_id == self.class_5a)
        of_9a = self.marks.filtered(lambda mark: mark.class_id == self.class_9a)
        (of_5a[:-1] | of_9a).unlink()
        self.q1.action_calculate()
        found = self.matrix()
        self.assertEqual([one["name"] for one in found["rows"]], ["5А", "5Б", "9А"])
        first = self.q1.name
        self.assertEqual(self.cells(found, "5Б")[first]["share"], 100)
        # 1 of 12 is 8,3 %, which is under the least share of the school
        part = self.cells(found, "5А")[first]
        self.assertEqual((part["share"], part["known"], part["expected"]), (8, 1, 12))
        self.assertEqual(self.cells(found, "9А")[first]["known"], 0)
        self.assertIsNone(self.cells(found, "5Б")[self.q2.name], "the second is not calculated")
        states = {one["name"]: one["is_calculated"] for one in found["periods"]}
        self.assertEqual((states[first], states[self.q2.name]), (True, False))
        self.assertEqual((found["total"][0]["known"], found["total"][0]["expected"]), (9, 28))

    def test_a_part_is_neither_all_nor_nothing(self):
        self.q1.action_calculate()
        row = self.env["vsoko.completeness"].search(
            [("period_id", "=", self.q1.id), ("cell", "=", "school")]
        )
        for known, share in ((299, 99), (1, 1), (300, 100), (0, 0)):
            row.write({"known": known, "expected": 300})
            found = self.matrix()["total"][0]
            self.assertEqual((found["known"], found["share"]), (known, share))

    def test_zones_wait_for_the_end_of_the_period(self):
        of_5a = self.marks.filtered(lambda mark: mark.class_id == self.class_5a)
        of_9a = self.marks.filtered(lambda mark: mark.class_id == self.class_9a)
        (of_5a[:1] | of_9a).unlink()
        self.q1.action_calculate()
        with freeze_time("2026-03-01"):
            over = self.matrix()
        with freeze_time("2025-10-01"):
            going_on = self.matrix()
        first = self.q1.name
        self.assertEqual(
            [self.cells(over, name)[first]["status"] for name in ("5А", "5Б", "9А")],
            ["acceptable", "optimal", "critical"],
        )
        self.assertEqual(
            [self.cells(going_on, name)[first]["status"] for name in ("5А", "5Б", "9А")],
            [False, "optimal", False],
        )

    def test_a_teacher_sees_the_own_classes(self):
        self.q1.action_calculate()
        names = [one["name"] for one in self.matrix(self.users["teacher"])["rows"]]
        self.assertIn("5А", names)
        self.assertNotIn("5Б", names)
        with self.assertRaises(AccessError):
            self.matrix(self.users["user"])

    def file(self, errors, **vals):
        made = self.env["vsoko.import"].create({"name": "a.xlsx", "file": b"MQ==", **vals})
        made._store({"state": "checked", "count_error": errors})
        return made

    def test_errors_of_files_stand_beside_the_class(self):
        self.q1.action_calculate()
        place = {"layout": "class_ledger", "class_id": self.class_5a.id, "period_id": self.q1.id}
        self.file(3, **place)
        self.assertEqual(self.files("5А")["errors"], 3)
        self.assertEqual(self.files("5Б"), {"errors": 0, "ids": []})
        # the later file of the same place counts, and the school counts what has no place
        last = self.file(2, **place)
        lost = self.file(1)
        self.assertEqual(self.files("5А"), {"errors": 2, "ids": last.ids})
        total = self.matrix()["total_files"]
        self.assertEqual((total["errors"], set(total["ids"])), (3, {last.id, lost.id}))
        last._store({"count_error": 0})
        self.assertEqual(self.files("5А")["errors"], 0)

    def test_a_class_that_has_only_a_wrong_file_has_a_row(self):
        place = {"layout": "class_ledger", "class_id": self.class_9a.id, "period_id": self.q1.id}
        self.file(4, **place)
        (row,) = self.matrix()["rows"]
        self.assertEqual((row["name"], row["files"]["errors"]), ("9А", 4))
        self.assertEqual(set(row["cells"]), {None})

    def test_whoever_reads_no_files_hears_nothing_of_them(self):
        self.q1.action_calculate()
        self.file(3, layout="class_ledger", class_id=self.class_5a.id, period_id=self.q1.id)
        found = self.matrix(self.users["teacher"])
        self.assertFalse(found["has_files"])
        self.assertEqual(found["total_files"], {"errors": 0, "ids": []})

    def files(self, name):
        return next(row["files"] for row in self.matrix()["rows"] if row["name"] == name)

    def test_the_number_of_queries_does_not_grow(self):
        self.q1.action_calculate()
        counts = []
        for letter in ("", "В", "Г", "Д", "Е"):
            if letter:
                vals = {"year_id": self.year.id, "grade": 5, "letter": letter}
                self.enrol(self.env["vsoko.class"].create(vals), 2)
                self.q1.action_calculate()
            self.matrix()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            rows = self.matrix()["rows"]
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(len(rows), 7)
        self.assertLessEqual(max(counts), counts[0], counts)
        self.assertLessEqual(counts[0], 11)
