"""The rules of facts about people and marks, around every border: rows in → flags out.

The first quarter is from 1 September to 26 October, the second from 5 November to 30 December.
"""

from odoo.tests import tagged

from ..common import SchoolCase
from .fact_case import AFTER, FIRST, LAST, FactCases

ALWAYS = ((FIRST, None, None),)
HERE, GONE = "at_start at_end", "at_start departed"


class PupilCase(FactCases, SchoolCase):
    def enrol_one(self, stays):
        """Enrol a new pupil in 5А, then 5Б …: ``(first day, day of leaving, reason)`` each."""
        pupil = self.env["vsoko.student"].create({"name": "Ученик"})
        self.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": school_class.id,
                    "date_from": first,
                    "date_to": last,
                    "reason": reason,
                }
                for school_class, (first, last, reason) in zip(self.classes, stays, strict=False)
            ]
        )
        return pupil

    def mark_one(self, rows):
        """Give a new pupil marks in mathematics, then in Russian: ``(stays, marks)``."""
        stays, marks = rows
        pupil = self.enrol_one(stays)
        for subject, mark in zip((self.math, self.rus), marks, strict=False):
            beside = {"exam_status": "released"} if mark == "no_mark" else {}
            given = {"value": mark} if isinstance(mark, int) else {"status": mark, **beside}
            self.env["vsoko.mark"].create(
                {
                    "student_id": pupil.id,
                    "class_id": self.class_5a.id,
                    "subject_id": subject.id,
                    "period_id": self.q1.id,
                    **given,
                }
            )
        return pupil


@tagged("post_install", "-at_install")
class TestEnrolmentCases(PupilCase):
    source = "enrolment"
    flags = ("at_start", "arrived", "moved_in", "moved_out", "finished", "departed", "at_end")
    CASES = {
        # what it is: stays, then what the first and the second quarter say
        "from the first day": (ALWAYS, [HERE], [HERE]),
        "from the second day": ((("2025-09-02", None, None),), ["arrived at_end"], [HERE]),
        "from the last day": (((LAST, None, None),), ["arrived at_end"], [HERE]),
        "from the day after": (((AFTER, None, None),), [], ["arrived at_end"]),
        "from the last day of the second": (
            (("2025-12-30", None, None),), [], ["arrived at_end"]),
        "from the day after the second": ((("2025-12-31", None, None),), [], []),
        "left on the first day": (((FIRST, FIRST, "left"),), [], []),
        "left on the second day": (((FIRST, "2025-09-02", "left"),), [GONE], []),
        "left on the last day": (((FIRST, LAST, "left"),), [GONE], []),
        "left on the day after": (((FIRST, AFTER, "left"),), [HERE], [GONE]),
        "came and left": ((("2025-09-02", LAST, "left"),), ["arrived departed"], []),
        "left without a reason": (((FIRST, LAST, None),), [GONE], []),
        "graduated on the last day": (
            ((FIRST, LAST, "graduated"),), ["at_start finished"], []),
        "graduated on the day after": (
            ((FIRST, AFTER, "graduated"),), [HERE], ["at_start finished"]),
        "promoted in the middle": (((FIRST, LAST, "promoted"),), ["at_start moved_out"], []),
        "stays in the grade": (((FIRST, LAST, "repeated"),), ["at_start moved_out"], []),
        "moved on the last day": (
            ((FIRST, LAST, "transfer"), (LAST, None, None)),
            ["at_start moved_out", "moved_in at_end"], [HERE]),
        "moved on the day after": (
            ((FIRST, AFTER, "transfer"), (AFTER, None, None)),
            [HERE], ["at_start moved_out", "moved_in at_end"]),
        "moved, the reason forgotten": (
            ((FIRST, LAST, None), (LAST, None, None)),
            ["at_start moved_out", "moved_in at_end"], [HERE]),
        "graduated and came again at once": (
            ((FIRST, LAST, "graduated"), (LAST, None, None)),
            ["at_start moved_out", "moved_in at_end"], [HERE]),
        "away for a day": (
            ((FIRST, "2025-10-10", "left"), ("2025-10-11", None, None)),
            [GONE, "arrived at_end"], [HERE]),
        "a stay of no days between two": (
            ((FIRST, "2025-10-10", None), ("2025-10-10", "2025-10-10", None),
             ("2025-10-10", None, None)),
            ["at_start moved_out", "moved_in at_end"], [HERE]),
    }  # fmt: skip

    def test_cases(self):
        self.check(self.CASES, self.enrol_one, "student_id")

    def test_a_calendar_year_begins_with_nobody_who_came_in_it(self):
        calendar = self.env["vsoko.period"].create(
            {
                "year_id": self.year.id,
                "name": "2025",
                "kind": "calendar_year",
                "date_start": "2025-01-01",
                "date_end": "2025-12-31",
            }
        )
        for last, says in (
            (None, "arrived at_end"),
            ("2025-12-31", "arrived departed"),
            ("2026-01-01", "arrived at_end"),
        ):
            pupil = self.enrol_one(((FIRST, last, None),))
            self.assertEqual(self.say(calendar, student_id=pupil.id), [says], last)


@tagged("post_install", "-at_install")
class TestMarkCases(PupilCase):
    source = "mark"
    CASES = {
        # what it is: (stays, mark), then (class, mark, points) of its row in the first quarter
        "«5»": ((ALWAYS, (5,)), ("5А", 5, 100)),
        "«4»": ((ALWAYS, (4,)), ("5А", 4, 64)),
        "«3»": ((ALWAYS, (3,)), ("5А", 3, 36)),
        "«2»": ((ALWAYS, (2,)), ("5А", 2, 16)),
        "«1»": ((ALWAYS, (1,)), ("5А", 1, 4)),
        "«н/а»": ((ALWAYS, ("not_attested",)), ("5А", None, 7)),
        "«осв.»": ((ALWAYS, ("released",)), ("5А", None, None)),
        "«зач.»": ((ALWAYS, ("passed",)), ("5А", None, None)),
        "«незач.»": ((ALWAYS, ("failed",)), ("5А", None, None)),
        "an exam without the mark": ((ALWAYS, ("no_mark",)), None),
        "came on the last day": ((((LAST, None, None),), (5,)), ("5А", 5, 100)),
        "came on the day after": ((((AFTER, None, None),), (5,)), None),
        "left on the last day": ((((FIRST, LAST, "left"),), (5,)), None),
        "left on the day after": ((((FIRST, AFTER, "left"),), (5,)), ("5А", 5, 100)),
        "moved on the last day": (
            (((FIRST, LAST, None), (LAST, None, None)), (5,)), ("5Б", 5, 100)),
        "moved on the day after": (
            (((FIRST, AFTER, None), (AFTER, None, None)), (5,)), ("5А", 5, 100)),
    }  # fmt: skip

    def test_cases(self):
        made = {name: self.mark_one(rows) for name, (rows, _row) in self.CASES.items()}
        found = {}
        facts = self.env["vsoko.fact.mark"]
        query = facts._search([("period_id", "=", self.q1.id)])
        columns = ("student_id", "class_id", "value", "learning_points")
        for student, school_class, value, points in self.env.execute_query(
            query.select(*(facts._field_to_sql(query.table, name, query) for name in columns))
        ):
            found[student] = (self.classes.browse(school_class).name, value, points)
        for name, (_rows, row) in self.CASES.items():
            with self.subTest(name):
                self.assertEqual(found.get(made[name].id), row)
        self.assertEqual(len(found), sum(row is not None for _rows, row in self.CASES.values()))


@tagged("post_install", "-at_install")
class TestStudentTermCases(PupilCase):
    source = "student_term"
    flags = ("in_base", "is_failing", "is_good")
    CASES = {
        # what it is: (stays, marks in two subjects), then what the first quarter says
        "no marks": ((ALWAYS, ()), [""]),
        "5 5": ((ALWAYS, (5, 5)), ["in_base"]),
        "5 4": ((ALWAYS, (5, 4)), ["in_base is_good"]),
        "4": ((ALWAYS, (4,)), ["in_base is_good"]),
        "4 3": ((ALWAYS, (4, 3)), ["in_base"]),
        "4 2": ((ALWAYS, (4, 2)), ["in_base is_failing"]),
        "4 1": ((ALWAYS, (4, 1)), ["in_base is_failing"]),
        "4 н/а": ((ALWAYS, (4, "not_attested")), ["in_base is_failing"]),
        "4 незач.": ((ALWAYS, (4, "failed")), ["in_base is_failing"]),
        "4 зач.": ((ALWAYS, (4, "passed")), ["in_base is_good"]),
        "4 осв.": ((ALWAYS, (4, "released")), ["in_base is_good"]),
        "н/а": ((ALWAYS, ("not_attested",)), ["in_base is_failing"]),
        "осв. зач.": ((ALWAYS, ("released", "passed")), [""]),
        "an exam without the mark": ((ALWAYS, ("no_mark",)), [""]),
        "came on the last day": ((((LAST, None, None),), (4,)), ["in_base is_good"]),
        "came on the day after": ((((AFTER, None, None),), (4,)), []),
        "left on the last day": ((((FIRST, LAST, "left"),), (4,)), []),
        "left on the day after": ((((FIRST, AFTER, "left"),), (4,)), ["in_base is_good"]),
        "moved: one row": (
            (((FIRST, LAST, None), (LAST, None, None)), (2,)), ["in_base is_failing"]),
    }  # fmt: skip

    def test_cases(self):
        self.check(self.CASES, self.mark_one, "student_id")

    def test_numbers_of_one_pupil(self):
        pupil = self.mark_one((ALWAYS, (4, 1)))
        row = self.env["vsoko.fact.student_term"].search(
            [("period_id", "=", self.q1.id), ("student_id", "=", pupil.id)]
        )
        self.assertEqual((row.mark_count, row.mark_points, row.average), (2, 5, 2.5))
        self.assertEqual((row.fives, row.fours, row.threes, row.twos), (0, 1, 0, 1))
        self.assertEqual((row.not_attested, row.failed), (0, 0))
        self.assertEqual(self.say(self.q2, student_id=pupil.id), [""], "another quarter")


@tagged("post_install", "-at_install")
class TestStaffCases(FactCases, SchoolCase):
    source = "staff"
    flags = ("is_pedagogic", "experience_known", "has_degree", "trained_recently", "course_fgos")
    CASES = {
        # what it is: fields of a teacher, then what the first quarter says
        "nothing is known": ({}, ["is_pedagogic"]),
        "hired on the last day": ({"date_hired": LAST}, ["is_pedagogic"]),
        "hired on the day after": ({"date_hired": AFTER}, [], ["is_pedagogic"]),
        "left on the last day": ({"date_left": LAST}, []),
        "left on the day after": ({"date_left": AFTER}, ["is_pedagogic"], []),
        "archived": ({"active": False}, []),
        "no pedagogue": ({"is_pedagogic": False}, [""]),
        "no years on a day": (
            {"experience_years": 0, "experience_date": FIRST}, ["is_pedagogic experience_known"]),
        "years without a day": ({"experience_years": 1}, ["is_pedagogic experience_known"]),
        "no years, no day": ({"experience_years": 0}, ["is_pedagogic"]),
        "an empty degree": ({"degree": ""}, ["is_pedagogic"]),
        "a degree": ({"degree": "к. п. н."}, ["is_pedagogic has_degree"]),
        "a course in the fifth year": (
            {"course_date": "2021-01-01"}, ["is_pedagogic trained_recently"]),
        "a course in the sixth year": ({"course_date": "2020-12-31"}, ["is_pedagogic"]),
        "a course of the standard": ({"course_fgos": True}, ["is_pedagogic course_fgos"]),
    }  # fmt: skip
    # what it is: fields, then age and experience on 26 October 2025
    YEARS = {
        "a birthday on the last day": ({"birthdate": "1995-10-26"}, (30, None)),
        "a birthday on the day after": ({"birthdate": "1995-10-27"}, (29, None)),
        "nothing": ({}, (None, None)),
        "years without a day": ({"experience_years": 7}, (None, 7)),
        "a year later": ({"experience_years": 7, "experience_date": "2024-10-26"}, (None, 8)),
        "a day before": ({"experience_years": 7, "experience_date": "2024-10-27"}, (None, 7)),
        "a beginner": ({"experience_years": 0, "experience_date": "2025-10-26"}, (None, 0)),
    }

    def hire(self, vals):
        return self.env["vsoko.teacher"].create({"name": "Учитель", **vals})

    def test_cases(self):
        self.check(self.CASES, self.hire, "teacher_id")

    def test_age_and_experience_are_those_of_the_last_day(self):
        made = {name: self.hire(vals) for name, (vals, _years) in self.YEARS.items()}
        facts = self.env["vsoko.fact.staff"]
        query = facts._search([("period_id", "=", self.q1.id)])
        columns = ("teacher_id", "age", "experience_years")
        rows = self.env.execute_query(
            query.select(*(facts._field_to_sql(query.table, name, query) for name in columns))
        )
        found = {teacher: (age, experience) for teacher, age, experience in rows}
        for name, (_vals, years) in self.YEARS.items():
            with self.subTest(name):
                self.assertEqual(found[made[name].id], years)
        self.assertEqual(len(found), len(made) + len(self.teachers))
