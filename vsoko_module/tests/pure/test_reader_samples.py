import unittest
from collections import Counter
from datetime import date

from reader_samples import (
    PERIODS,
    as_truth,
    load_json,
    manifest,
    read_sample,
    truth_marks,
)
from tools.readers.matching import PersonMatcher
from tools.readers.names import fold_person

LISTS = {"contingent": "contingent", "staff": "staff", "load": "load"}


class TestLedgers(unittest.TestCase):
    """All ledgers of the sample school against the marks they were made from."""

    @classmethod
    def setUpClass(cls):
        cls.truth = {
            (fold_person(name), subject, period): mark
            for (name, subject, period), mark in truth_marks().items()
        }

    def marks(self, extract):
        keyed = (as_truth(mark) for mark in extract.rows)
        return {
            (fold_person(name), subject, period): text for (name, subject, period), text in keyed
        }

    def test_every_mark_of_fifty_ledgers(self):
        found = {}
        for entry in manifest("class_ledger"):
            with self.subTest(entry["path"]):
                extract = read_sample(entry["path"])
                self.assertEqual(extract.layout, "class_ledger")
                self.assertEqual(extract.problems, ())
                found.update(self.marks(extract))
        self.assertEqual(found, self.truth)

    def test_titles_of_fifty_ledgers(self):
        for entry in manifest("class_ledger"):
            with self.subTest(entry["path"]):
                titles = read_sample(entry["path"]).titles
                self.assertEqual(str(titles.class_name), entry["class"])
                self.assertEqual(PERIODS[titles.period], entry["period"])
                self.assertEqual(titles.year, 2025)

    def test_rows_and_columns_point_into_the_sheet(self):
        first = read_sample("svod/svod_2A_Q3.xlsx").rows[0]
        self.assertEqual((first.sheet, first.row, first.column), ("Лист1", 10, 3))
        last = read_sample("svod/svod_2A_Q4.csv").rows[-1]
        self.assertEqual((last.row, last.column), (26, 11))

    def test_ledger_of_a_year_repeats_the_ledgers_of_its_periods(self):
        year = read_sample("svod/svod_year_6A.xlsx")
        self.assertEqual(year.layout, "class_ledger_year")
        ledgers = {}
        for entry in manifest("class_ledger"):
            if entry["class"] == "6А":
                ledgers.update(self.marks(read_sample(entry["path"])))
        listed = {name for name, _subject, _period in self.marks(year)}
        self.assertEqual(
            self.marks(year), {key: mark for key, mark in ledgers.items() if key[0] in listed}
        )
        self.assertEqual(len(listed), 20)


class TestBaseLists(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.expected = load_json("expected.json")

    def test_layouts_are_recognised_without_problems(self):
        for entry in manifest(*LISTS):
            with self.subTest(entry["path"]):
                extract = read_sample(entry["path"])
                self.assertEqual(extract.layout, LISTS[entry["kind"]])
                self.assertEqual(extract.problems, ())
                main = type(extract.rows[0])
                rows = [row for row in extract.rows if isinstance(row, main)]
                self.assertEqual(len(rows), entry["rows"])

    def test_pupils(self):
        rows = read_sample("base/contingent.xlsx").rows
        genders = {"male": "М", "female": "Ж"}
        found = {
            fold_person(row.name): (
                row.birthdate.isoformat(),
                genders[row.gender],
                str(row.class_name),
                row.date_from.isoformat(),
                row.date_to and row.date_to.isoformat(),
            )
            for row in rows
            if hasattr(row, "birthdate")
        }
        expected = {}
        for pupil in self.expected["dictionary"]["pupils"]:
            class_name, _start, end = pupil["spells"][-1]
            expected[fold_person(pupil["name"])] = (
                pupil["birth"],
                pupil["sex"],
                class_name,
                pupil["spells"][0][1],
                end,
            )
        self.assertEqual(found, expected)

    def test_movement(self):
        rows = read_sample("base/contingent.xlsx").rows
        found = Counter(
            (row.kind, row.name, row.day.isoformat(), str(row.to_class or row.from_class))
            for row in rows
            if hasattr(row, "kind")
        )
        movement = self.expected["movement"]
        self.assertEqual(
            found,
            Counter(
                (kind, move["pupil"], move["date"], move["class"])
                for kind, name in (("arrival", "came"), ("departure", "left"))
                for move in movement[name]
            ),
        )

    def test_staff(self):
        rows = read_sample("base/staff.xlsx").rows
        expected = self.expected["staff"]
        pedagogic = [row for row in rows if row.pedagogic]
        self.assertEqual(len(rows), expected["all"])
        self.assertEqual(len(pedagogic), expected["pedagogic"])
        self.assertEqual(
            sum(row.category == "highest" for row in pedagogic),
            expected["category_highest"]["count"],
        )
        self.assertEqual(
            sum(row.experience > 30 for row in pedagogic), expected["experience_over_30"]["count"]
        )
        self.assertEqual(
            sum(bool(row.fgos_course) for row in pedagogic), expected["trained_fgos"]["count"]
        )

    def test_load(self):
        rows = read_sample("base/load.xlsx").rows
        change = self.expected["movement"]["teacher_changed"][0]
        first_day = date.fromisoformat(change["first_day_of_new"])
        changed = {
            (row.teacher, row.subject)
            for row in rows
            if str(row.class_name) == change["class"] and row.date_from == first_day
        }
        self.assertEqual(changed, {(change["to"], subject) for subject in change["subjects"]})
        ended = {row.teacher for row in rows if row.date_to}
        self.assertEqual(ended, {change["from"]})
        teachers = PersonMatcher(
            enumerate(t["name"] for t in self.expected["dictionary"]["teachers"])
        )
        self.assertTrue(all(teachers.match(row.teacher).key is not None for row in rows))


class TestTeacherReports(unittest.TestCase):
    def test_numbers_are_those_of_the_expected_figures(self):
        expected = {
            (row["scope"], row["class"], row["subject"], row["period"]): row
            for row in load_json("expected.json")["marks"]
            if row["scope"] == "class_subject"
        }
        for entry in manifest("teacher_report"):
            with self.subTest(entry["path"]):
                extract = read_sample(entry["path"])
                self.assertEqual(extract.titles.teacher, entry["teacher"])
                self.assertEqual(PERIODS[extract.titles.period], entry["period"])
                for row in extract.rows:
                    key = ("class_subject", str(row.class_name), row.subject, entry["period"])
                    figures = expected[key]
                    self.assertEqual(
                        (row.n5, row.n4, row.n3, row.n2, row.na),
                        tuple(figures[name] for name in ("n5", "n4", "n3", "n2", "na")),
                    )
                    self.assertAlmostEqual(row.quality, figures["quality"], delta=0.0051)


if __name__ == "__main__":
    unittest.main()
