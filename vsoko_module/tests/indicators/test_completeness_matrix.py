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

    def test_errors_of_a_file_stand_in_its_class_and_period(self):
        self.q1.action_calculate()
        place = {"layout": "class_ledger", "class_id": self.class_5a.id, "period_id": self.q1.id}
        self.file(3, **place)
        self.file(5, **place | {"period_id": self.q2.id})
        self.assertEqual(self.errors("5А"), {self.q1.name: 3, self.q2.name: 5})
        self.assertEqual(self.errors("5Б"), {})
        # the later file of the same place counts
        last = self.file(2, **place)
        self.assertEqual(self.errors("5А"), {self.q1.name: 2, self.q2.name: 5})
        last._store({"count_error": 0})
        self.assertEqual(self.errors("5А"), {self.q2.name: 5})

    def test_the_school_counts_files_without_a_class_or_a_period(self):
        self.q1.action_calculate()
        known = self.file(3, layout="class_ledger", class_id=self.class_5a.id, year_id=self.year.id)
        of_period = self.file(2, layout="class_ledger", period_id=self.q1.id)
        lost = self.file(1)
        found = self.matrix()
        places = [one["name"] for one in found["periods"]]
        total = found["total_files"]
        self.assertEqual(total[places.index(self.q1.name)], {"errors": 2, "ids": of_period.ids})
        self.assertEqual((total[-1]["errors"], set(total[-1]["ids"])), (4, {known.id, lost.id}))
        self.assertEqual(self.errors("5А"), {None: 3})
        self.assertEqual(len(total), len(places) + 1)

    def test_a_class_that_has_only_a_wrong_file_has_a_row(self):
        place = {"layout": "class_ledger", "class_id": self.class_9a.id, "period_id": self.q1.id}
        self.file(4, **place)
        (row,) = self.matrix()["rows"]
        self.assertEqual((row["name"], self.errors("9А")), ("9А", {self.q1.name: 4}))
        self.assertEqual(set(row["cells"]), {None})

    def test_a_class_whose_pupils_nobody_has_entered_is_missing_too(self):
        self.q1.action_calculate()
        self.env["vsoko.class"].create(
            [{"year_id": self.year.id, "grade": grade, "letter": "Я"} for grade in (1, 7)]
        )
        names = [row["name"] for row in self.matrix()["rows"]]
        # the first grade has no marks
        self.assertEqual(names, ["5А", "5Б", "9А", "7Я"])
        overview = self.env["vsoko.dashboard"].with_user(self.users["director"]).get_overview()
        told = {figure["classes"] for figure in overview["main"]} - {""}
        self.assertEqual(len(told), 1)
        self.assertRegex(told.pop(), "3.*4")

    def test_whoever_reads_no_files_hears_nothing_of_them(self):
        self.q1.action_calculate()
        self.file(3, layout="class_ledger", class_id=self.class_5a.id, period_id=self.q1.id)
        found = self.matrix(self.users["teacher"])
        self.assertFalse(found["has_files"])
        told = [*found["total_files"], *(one for row in found["rows"] for one in row["files"])]
        self.assertEqual({one["errors"] for one in told}, {0})

    def errors(self, name):
        """Return {name of a period, None for files without one: errors of a class}."""
        found = self.matrix()
        files = next(row["files"] for row in found["rows"] if row["name"] == name)
        periods = [*(one["name"] for one in found["periods"]), None]
        return {
            period: one["errors"]
            for period, one in zip(periods, files, strict=True)
            if one["errors"]
        }

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
