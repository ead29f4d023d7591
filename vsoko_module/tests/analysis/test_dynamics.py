from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..evidence.common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestDynamics(AssessmentCase):
    """5А of six pupils was 4А of the year before; its works of mathematics are of the vector."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.past = cls.env["vsoko.year"].create(
            {
                "name": "2024/2025",
                "date_start": date(2024, 9, 1),
                "date_end": date(2025, 8, 31),
                "state": "closed",
            }
        )
        cls.past.action_make_quarters()
        cls.past_year = cls.past.period_ids.filtered(lambda period: period.kind == "year")
        cls.class_4a = cls.env["vsoko.class"].create(
            {"year_id": cls.past.id, "grade": 4, "letter": "А"}
        )
        cls.class_5a.previous_id = cls.class_4a
        cls.pupils = cls.pupils_of(cls.class_5a)
        cls.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": cls.class_4a.id,
                    "date_from": cls.past.date_start,
                    "date_to": cls.past.date_end,
                }
                for pupil in cls.pupils
            ]
        )

    def page(self, user=None, **choice):
        model = self.env["vsoko.dynamics"]
        return (model.with_user(user) if user else model).get_page(
            {"class": self.class_5a.id, "subject": self.math.id, "parallel": False} | choice
        )

    def mark(self, marks, period, school_class=None):
        """Give the first pupils of 5А marks of mathematics."""
        self.env["vsoko.mark"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": (school_class or self.class_5a).id,
                    "subject_id": self.math.id,
                    "period_id": period.id,
                    **({"value": mark} if mark else {"status": "not_attested"}),
                }
                for pupil, mark in zip(self.pupils, marks, strict=False)
            ]
        )

    def later_work(self, rows, kind="thematic", day="2025-12-15"):
        work = self.make_work(self.class_5a, kind, day)
        work.action_start()
        self.enter(work, rows)
        return work

    def test_only_those_who_wrote_every_work_count(self):
        # 8 7 6 4 3 3 points first, 5 5 4 4 - - later
        self.enter(self.work, VECTOR)
        later = self.later_work(["11111", "11111", "11110", "11110"])
        series = self.page()["series"]
        self.assertEqual(series["n"], 4)
        self.assertEqual([work["n"] for work in series["works"]], [6, 4])
        first, second = series["lines"]
        self.assertEqual((first["percent"], second["percent"]), (25 / 32 * 100, 18 / 32 * 100))
        self.assertAlmostEqual(second["change"], -7 / 32 * 100)
        # marks 5 5 4 3, then 4 4 3 3
        self.assertEqual((second["up"], second["same"], second["down"]), (0, 1, 3))
        self.assertEqual((first["quality"], second["quality"]), (75, 50))
        alone = self.page(works=[later.id])["series"]
        self.assertEqual(
            (alone["n"], len(alone["lines"]), alone["lines"][0]["change"]), (4, 1, None)
        )

    def test_external_works_are_offered_and_not_mixed_in(self):
        self.enter(self.work, VECTOR)
        self.later_work(["11123"] * 6)
        vpr = self.later_work(["11123"] * 6, "vpr", "2026-04-20")
        series = self.page()["series"]
        self.assertEqual([work["chosen"] for work in series["works"]], [True, True, False])
        chosen = self.page(works=[self.work.id, vpr.id])["series"]
        self.assertEqual([line["id"] for line in chosen["lines"]], [self.work.id, vpr.id])

    def test_the_class_over_years(self):
        # five pupils have both; one came to 5А later, one of 4А has left
        self.mark((5, 4, 4, 3, 3), self.past_year, self.class_4a)
        gone = self.enrol(self.class_4a, 1, date(2024, 9, 1))
        self.env["vsoko.mark"].create(
            {
                "student_id": gone.id,
                "class_id": self.class_4a.id,
                "subject_id": self.math.id,
                "period_id": self.past_year.id,
                "value": 2,
            }
        )
        self.mark((5, 4, 3, 3, 2, 5), self.q1)
        cohort = self.page()["cohort"]
        self.assertEqual(cohort["n"], 5)
        before, now = cohort["lines"]
        self.assertEqual((before["class"], now["class"]), ("4А", "5А"))
        self.assertEqual((before["same"]["quality"], now["same"]["quality"]), (60, 40))
        self.assertEqual((before["same"]["success"], now["same"]["success"]), (100, 80))
        self.assertEqual((before["whole"]["n"], before["whole"]["quality"]), (6, 50))
        self.assertEqual((now["whole"]["n"], now["period"]), (6, self.q1.name))

    def test_adaptation_compares_the_same_pupils(self):
        self.mark((5, 4, 4, 3, None), self.past_year, self.class_4a)
        self.mark((4, 4, 5, 2, 3, 5), self.q1)
        (line,) = self.page(subject=False)["adaptation"]["lines"]
        self.assertEqual((line["subject"], line["n"]), (self.math.name, 5))
        self.assertEqual((line["mean_before"], line["mean_after"]), (4, 3.6))
        self.assertEqual((line["quality_before"], line["quality_after"]), (60, 60))
        self.assertEqual((line["up"], line["same"], line["down"]), (1, 1, 2))
        self.assertFalse(self.page(**{"class": self.class_9a.id})["adaptation"])

    def test_without_data_nothing_is_zero(self):
        self.work.unlink()
        page = self.page()
        self.assertEqual((page["series"]["n"], page["series"]["lines"]), (0, []))
        self.assertEqual(page["cohort"]["n"], 0)
        self.assertIsNone(page["cohort"]["lines"][0]["same"]["quality"])
        self.assertEqual(page["adaptation"]["lines"], [])

    def test_a_teacher_looks_at_own_classes(self):
        self.enter(self.work, VECTOR)
        teacher = self.users["teacher"]
        page = self.page(teacher, **{"class": self.class_5b.id})
        names = {one["id"] for one in page["classes"]}
        self.assertEqual(names, {self.class_5a.id, self.class_9a.id})
        self.assertIn(page["choice"]["class"], names)
        with self.assertRaises(AccessError):
            self.page(self.users["specialist"])

    def test_opened_from_a_work(self):
        self.enter(self.work, VECTOR)
        page = self.env["vsoko.dynamics"].get_page({"work": self.work.id})
        self.assertEqual(page["choice"]["subject"], self.math.id)
        self.assertTrue(page["choice"]["parallel"])
        self.assertEqual(page["series"]["n"], 10)

    def test_the_number_of_queries_does_not_grow(self):
        self.enter(self.work, VECTOR)
        self.mark((5, 4), self.past_year, self.class_4a)
        self._count_queries()
        small = self._count_queries()
        self.mark((3, 4, 5, 5, 5, 5), self.q1)
        for day in ("2025-11-20", "2025-12-15", "2026-02-15"):
            self.later_work(["11111"] * 6, day=day)
        self.enrol(self.class_5a, 20)
        self.assertEqual(self._count_queries(), small)
        self.assertLess(small, 40)

    def _count_queries(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.page()
        return self.env.cr.sql_log_count - before
