from datetime import date

from odoo.tests import tagged

from ..common import SchoolCase
from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestFactBorders(SchoolCase):
    """The rules of facts at their borders, one row of the table a case."""

    def facts(self, source, **keys):
        domain = [("period_id", "=", self.q1.id), *((k, "=", v) for k, v in keys.items())]
        return self.env[f"vsoko.fact.{source}"].search(domain)

    def test_groups_of_pupils(self):
        """(marks of a pupil) → in the base, failing, «на 4 и 5»."""
        cases = (
            ((5, "passed"), (True, False, False)),
            ((5, "failed"), (True, True, False)),
            ((4, "failed"), (True, True, False)),
            (("failed",), (True, True, False)),
            (("passed",), (False, False, False)),
            ((5, "released"), (True, False, False)),
            ((4, "not_attested"), (True, True, False)),
            ((4, 1), (True, True, False)),
            ((4, 5), (True, False, True)),
        )
        subjects = (self.math, self.rus)
        pupils = self.students[: len(cases)]
        for pupil, (marks, _expected) in zip(pupils, cases, strict=True):
            self.add_marks({(pupil, subjects[n]): m for n, m in enumerate(marks)}, self.q1)
        for pupil, (marks, expected) in zip(pupils, cases, strict=True):
            row = self.facts("student_term", student_id=pupil.id)
            self.assertEqual((row.in_base, row.is_failing, row.is_good), expected, marks)

    def test_a_failed_course_is_no_success(self):
        """«5» and «незач» of one pupil: success 50 %, no «отличник»."""
        pupil = self.students[0]
        self.add_marks({(pupil, self.math): 5, (pupil, self.rus): "failed"}, self.q1)
        self.q1.action_calculate()
        values = self.env["vsoko.indicator.value"].search(
            [("period_id", "=", self.q1.id), ("student_id", "=", pupil.id)]
        )
        found = {value.indicator_id.code: value.value for value in values}
        self.assertEqual((found["success"], found["quality"], found["sou"]), (50, 50, 100))
        school = self.env["vsoko.indicator.value"].search(
            [("period_id", "=", self.q1.id), ("cell", "=", "school")]
        )
        found = {value.indicator_id.code: value.value for value in school}
        self.assertEqual((found["pupils_excellent"], found["pupils_failing"]), (0, 100))

    def test_points_of_marks_are_settings_of_the_school(self):
        marks = dict(zip(self.students, (5, 4, 3, 2, 1), strict=False))
        self.add_marks({(pupil, self.math): mark for pupil, mark in marks.items()}, self.q1)
        points = {row.value: row.learning_points for row in self.facts("mark")}
        self.assertEqual(points, {5: 100, 4: 64, 3: 36, 2: 16, 1: 4})
        self.env.company.vsoko_mark_weight_1 = 7
        rows = self.facts("mark", value=1)
        rows.invalidate_recordset()
        self.assertEqual(rows.learning_points, 7)

    def test_courses_of_the_last_five_calendar_years(self):
        """The period ends in 2025: 2021 is the earliest year that counts."""
        days = (date(2021, 1, 1), date(2020, 12, 31), date(2025, 9, 1), False)
        cases = dict(zip(days, (True, False, True, False), strict=True))
        for teacher, day in zip(self.teachers, cases, strict=True):
            teacher.course_date = day
        for teacher, expected in zip(self.teachers, cases.values(), strict=True):
            row = self.facts("staff", teacher_id=teacher.id)
            self.assertEqual(row.trained_recently, expected, teacher.course_date)

    def test_graduates_are_no_drop_outs(self):
        stays = self.pupils_of(self.class_9a).enrolment_ids
        stays[0].write({"date_to": self.q1.date_end, "reason": "graduated"})
        stays[1].write({"date_to": self.q1.date_end, "reason": "left"})
        self.q1.action_calculate()
        departed = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", self.q1.id),
                ("cell", "=", "school"),
                ("indicator_id.code", "=", "departed"),
            ]
        )
        self.assertEqual(departed.value, 1)


@tagged("post_install", "-at_install")
class TestFigureBorders(FiguresCase):
    def test_a_total_over_several_periods_is_none(self):
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q2)
        (self.q1 | self.q2).action_calculate()
        domain = [
            ("indicator_id.code", "=", "quality"),
            ("scope", "=", "class"),
            ("class_id", "=", self.class_5a.id),
        ]
        rows = self.env["vsoko.indicator.value"]._read_group(domain, [], ["value:avg"])
        self.assertFalse(rows[0][0], "two quarters have no common figure")
        one = [*domain, ("period_id", "=", self.q1.id)]
        rows = self.env["vsoko.indicator.value"]._read_group(one, [], ["value:avg"])
        self.assertTrue(rows[0][0])

    def test_a_formula_rests_on_the_weakest_of_its_operands(self):
        """Excellent and good pupils of 9А are four, marks eight: the formula rests on four."""
        draft = self.framework._copy_version(
            name="Своя", company_id=self.env.company.id, date_from="2025-01-01"
        )
        formula = self.env["vsoko.indicator"].create(
            {
                "framework_id": draft.id,
                "criterion_id": draft.criterion_ids[0].id,
                "code": "both",
                "name": "both",
                "kind": "formula",
                "formula": "quality + pupils_quality",
                "band_ids": [
                    (0, 0, {"lower": 0, "status": "critical", "origin": "test"}),
                    (0, 0, {"lower": 50, "status": "optimal", "origin": "test"}),
                ],
            }
        )
        draft.action_approve()
        self.q1.action_calculate()
        value = self.env["vsoko.indicator.value"].search(
            [("indicator_id", "=", formula.id), ("cell", "=", f"class:{self.class_9a.id}")]
        )
        self.assertEqual((value.n, value.people), (4, 4))
        self.assertEqual((value.status, value.grey_reason), ("grey", "few"))

    def test_the_own_system_comes_before_a_later_common_one(self):
        own = self.framework._copy_version(
            name="Своя", company_id=self.env.company.id, date_from="2025-01-01"
        )
        own.action_approve()
        common = self.framework._copy_version(
            name="Общая", company_id=False, date_from="2025-06-01"
        )
        common.action_approve()
        found = self.env["vsoko.framework"]._get_in_force(self.q1.date_end, self.env.company)
        self.assertEqual(found, own)
