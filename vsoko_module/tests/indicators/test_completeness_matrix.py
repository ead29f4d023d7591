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
