from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestCalculation(FiguresCase):
    def test_values_of_every_scope(self):
        self.q1.action_calculate()
        math = {"subject_id": self.math.id}
        self.assertAlmostEqual(self.figure("quality", "subject", **math).value, 50.0)
        school = self.figure("quality")
        self.assertEqual((school.numerator, school.denominator, school.n), (21, 28, 28))
        cell = self.figure("quality", "class_subject", class_id=self.class_9a.id, **math)
        self.assertEqual((cell.value, cell.n), (0, 4))
        teacher = self.figure("quality", "teacher", teacher_id=self.teachers[0].id)
        self.assertAlmostEqual(teacher.value, 30.0, msg="3 of 6 + 4 pupils of 5А and 9А")
        self.assertEqual(self.figure("contingent", "grade", grade=5).value, 10)

    def test_columns_outside_the_scope_are_empty(self):
        self.q1.action_calculate()
        cell = self.figure("quality", "class", class_id=self.class_5a.id)
        self.assertEqual(len(cell), 1)
        self.assertFalse(cell.level or cell.grade or cell.subject_id or cell.teacher_id)
        self.assertEqual(cell.cell, f"class:{self.class_5a.id}")

    def test_empty_base_has_a_reason_and_no_value(self):
        self.env["vsoko.mark"].search([("class_id", "=", self.class_9a.id)]).unlink()
        self.q1.action_calculate()
        cell = self.figure("pupils_excellent", "class", class_id=self.class_9a.id)
        self.assertEqual(cell.missing_reason, "empty_base")
        self.assertIs(cell.value, False)
        self.env.cr.execute("SELECT value FROM vsoko_indicator_value WHERE id = %s", [cell.id])
        self.assertIsNone(self.env.cr.fetchone()[0])
        self.assertFalse(self.figure("quality", "class", class_id=self.class_9a.id))

    def test_released_pupil_changes_nothing(self):
        self.q1.action_calculate()
        before = self.figure("quality").value
        newcomer = self.enrol(self.class_5b, 1)
        self.add_marks({(newcomer, self.math): "released"}, self.q1)
        self.q1.action_calculate()
        figure = self.figure("quality")
        self.assertEqual((figure.value, figure.n), (before, 28))

    def test_who_left_is_not_counted(self):
        enrolment = self.pupils_of(self.class_5a)[0].enrolment_ids
        enrolment.date_to = self.q1.date_end
        self.q1.action_calculate()
        self.assertEqual(self.figure("quality").n, 26)
        self.assertEqual(self.figure("contingent").value, 13)
        self.assertEqual(self.figure("departed").value, 1)

    def test_teacher_change_moves_later_marks_only(self):
        lesson = self.lessons[0]
        self.add_marks({(self.pupils_of(self.class_5a)[0], self.math): 5}, self.q2)
        lesson.date_to = self.q1.date_end
        self.env["vsoko.teaching"].create(
            {
                "class_id": self.class_5a.id,
                "subject_id": self.math.id,
                "teacher_id": self.teachers[1].id,
                "date_from": self.q2.date_start,
            }
        )
        (self.q1 | self.q2).action_calculate()
        old = self.figure("quality", "teacher_subject", teacher_id=self.teachers[0].id)
        self.assertEqual(old.n, 10)
        new = self.figure(
            "quality", "teacher_subject", period=self.q2, teacher_id=self.teachers[1].id
        )
        self.assertEqual(new.n, 1)
        self.assertFalse(
            self.figure("quality", "teacher", period=self.q2, teacher_id=self.teachers[0].id)
        )

    def test_change_against_the_previous_period(self):
        pupils = self.pupils_of(self.class_5a)
        self.add_marks({(pupil, self.math): 5 for pupil in pupils}, self.q2)
        (self.q1 | self.q2).action_calculate()
        keys = {"class_id": self.class_5a.id, "subject_id": self.math.id}
        cell = self.figure("quality", "class_subject", period=self.q2, **keys)
        self.assertEqual((cell.previous_value, cell.delta), (50, 50))
        self.assertIs(self.figure("quality", "class_subject", **keys).previous_value, False)

    def test_unchanged_values_are_not_rewritten(self):
        first = self.env["vsoko.calculation"]._run(self.q1)
        again = self.env["vsoko.calculation"]._run(self.q1)
        self.assertEqual(
            (again.value_count, again.new_count, again.changed_count, again.removed_count),
            (first.value_count, 0, 0, 0),
        )
        mark = self.marks.filtered(lambda mark: mark.value == 2)[:1]
        mark.value = 3
        third = self.env["vsoko.calculation"]._run(self.q1)
        self.assertFalse(third.new_count or third.removed_count)
        self.assertEqual(self.figure("success").run_id, third)
        untouched = self.figure("quality", "class", class_id=self.class_5b.id)
        self.assertEqual(untouched.run_id, first)

    def test_stale_values_are_removed(self):
        self.q1.action_calculate()
        self.marks.filtered(lambda mark: mark.class_id == self.class_5b).unlink()
        run = self.env["vsoko.calculation"]._run(self.q1)
        self.assertGreater(run.removed_count, 0)
        self.assertFalse(self.figure("quality", "class", class_id=self.class_5b.id))

    def test_status_by_bands_and_least_number(self):
        """The least number counts people: the four pupils of 9А have eight marks."""
        self.q1.action_calculate()
        five = self.figure("quality", "class", class_id=self.class_5a.id)
        bands = five.indicator_id.band_ids.sorted("lower")
        expected = [band for band in bands if band.lower <= five.value][-1].status
        self.assertEqual((five.status, five.people, five.n), (expected, 6, 12))
        nine = self.figure("quality", "class", class_id=self.class_9a.id)
        self.assertEqual((nine.people, nine.n), (4, 8))
        self.assertEqual((nine.status, nine.grey_reason), ("grey", "few"))
        school = self.figure("quality")
        self.assertEqual((school.people, school.n), (14, 28))

    def test_school_without_a_system_of_indicators_gets_its_own(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        year = self.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "company_id": company.id,
                "date_start": "2025-09-01",
                "date_end": "2026-08-31",
            }
        )
        year.action_make_quarters()
        run = self.env["vsoko.calculation"]._run(year.period_ids[0])
        self.assertEqual(run.framework_id.company_id, company)
        self.assertEqual(run.framework_id.state, "approved")
        self.assertEqual(len(run.framework_id.indicator_ids), len(self.framework.indicator_ids))

    def test_only_the_administration_calculates(self):
        for role in ("teacher", "pedagogical_council", "methodical_council", "specialist"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.q1.with_user(self.users[role]).action_calculate()
        self.q1.with_user(self.users["administration"]).action_calculate()
        self.assertTrue(self.figure("quality"))

    def test_no_system_in_force(self):
        self.env["vsoko.framework"].search([]).write({"state": "archived"})
        with self.assertRaises(UserError):
            self.q1.action_calculate()
