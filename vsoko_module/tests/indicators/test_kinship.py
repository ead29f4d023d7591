from datetime import date

from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestKinship(FiguresCase):
    """Classes of 2026/2027 against those of 2025/2026: mathematics of the first quarter.

    Last year 5А (six pupils) had «4» everywhere and 5Б (four pupils) «3»: quality 100 and 0 %.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.marks.unlink()
        cls.pupils_a, cls.pupils_b = cls.pupils_of(cls.class_5a), cls.pupils_of(cls.class_5b)
        cls.give(cls.pupils_a, 4, cls.q1)
        cls.give(cls.pupils_b, 3, cls.q1)
        cls.q1.action_calculate()
        cls.next_year = cls.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        cls.next_year.action_make_quarters()
        cls.autumn = cls.next_year.period_ids.filtered(
            lambda one: (one.kind, one.number) == ("quarter", 1)
        )

    @classmethod
    def give(cls, pupils, value, period):
        return cls.add_marks({(pupil, cls.math): value for pupil in pupils}, period)

    def promote(self, *targets):
        """Make classes ``(letter, class before or empty, pupils)``; calculate, return them."""
        day = self.next_year.date_start
        stays = self.env["vsoko.enrolment"].search([("date_to", "=", False)])
        stays.write({"date_to": day, "reason": "promoted"})
        self.env.flush_all()
        made = self.env["vsoko.class"]
        for letter, before, pupils in targets:
            made |= self.env["vsoko.class"].create(
                {
                    "year_id": self.next_year.id,
                    "grade": 6,
                    "letter": letter,
                    "previous_id": before.id if before else False,
                }
            )
            self.env["vsoko.enrolment"].create(
                [
                    {"student_id": pupil.id, "class_id": made[-1].id, "date_from": day}
                    for pupil in pupils
                ]
            )
        return made

    def compare(self, school_class, scope="class"):
        self.autumn.action_calculate()
        return self.figure("quality", scope, self.autumn, class_id=school_class.id)

    def check_barrier(self, figure, barrier):
        self.assertIs(figure.previous_value, False)
        self.assertIs(figure.last_year_value, False)
        self.assertEqual((figure.previous_barrier, figure.last_year_barrier), (barrier,) * 2)

    def test_the_same_class_is_compared(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_a))
        self.give(self.pupils_a, 3, self.autumn)
        figure = self.compare(one)
        self.assertFalse(figure.last_year_barrier)
        self.assertAlmostEqual(figure.last_year_delta, -100)
        self.assertNotIn("объединён", figure.with_context(lang="ru_RU").explanation)

    def test_one_pupil_of_another_class_is_no_merger(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_a | self.pupils_b[0]))
        self.give(self.pupils_a | self.pupils_b[0], 4, self.autumn)
        self.assertAlmostEqual(self.compare(one).last_year_delta, 0)

    def test_a_merged_class_is_not_compared(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_a | self.pupils_b))
        self.give(self.pupils_a, 4, self.autumn)
        self.give(self.pupils_b, 3, self.autumn)
        for scope in ("class", "class_subject"):
            self.check_barrier(self.compare(one, scope), "merged")
        text = self.compare(one).with_context(lang="ru_RU").explanation
        self.assertIn("класс объединён", text)
        # the pages of the overview say it by the same key
        Dashboard = self.env["vsoko.dashboard"]
        quality = self.indicators["quality"].id
        heat_map = Dashboard.get_heat_map(self.autumn.id, quality)
        self.assertEqual({row["total"]["barrier"] for row in heat_map["rows"]}, {"merged"})
        rows = Dashboard.get_card("vsoko.class", one.id)["rows"]
        cells = next(row["cells"] for row in rows if row["indicator"]["code"] == "quality")
        self.assertEqual((cells[-1]["barrier"], cells[-1]["delta"]), ("merged", None))

    def test_a_small_class_in_a_large_one_is_a_merger(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_a | self.pupils_b[:2]))
        self.pupils_b[2:].enrolment_ids.write({"reason": "left"})
        self.give(self.pupils_a | self.pupils_b[:2], 4, self.autumn)
        self.check_barrier(self.compare(one), "merged")

    def test_a_divided_class_is_not_compared(self):
        weak, strong = self.pupils_a[:3], self.pupils_a[3:]
        old, new = self.promote(("А", self.class_5a, weak), ("Г", self.env["vsoko.class"], strong))
        self.give(weak, 3, self.autumn)
        self.give(strong, 4, self.autumn)
        self.check_barrier(self.compare(old), "divided")
        self.check_barrier(self.compare(new), "divided")
        text = self.compare(old).with_context(lang="ru_RU").explanation
        self.assertIn("класс разделён", text)

    def test_a_class_whose_pupils_are_of_another_is_not_compared(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_b))
        self.give(self.pupils_b, 4, self.autumn)
        self.check_barrier(self.compare(one), "other")

    def test_who_has_left_the_school_divides_nothing(self):
        (one,) = self.promote(("А", self.class_5a, self.pupils_a[:3]))
        self.give(self.pupils_a[:3], 4, self.autumn)
        self.assertAlmostEqual(self.compare(one).last_year_delta, 0)

    def test_classes_that_become_one_within_the_year(self):
        day = date(2025, 11, 10)
        self.pupils_b.enrolment_ids.write({"date_to": day, "reason": "transfer"})
        self.env.flush_all()
        self.env["vsoko.enrolment"].create(
            [
                {"student_id": pupil.id, "class_id": self.class_5a.id, "date_from": day}
                for pupil in self.pupils_b
            ]
        )
        self.give(self.pupils_a, 4, self.q2)
        self.give(self.pupils_b, 3, self.q2)
        self.q2.action_calculate()
        figure = self.figure("quality", "class", self.q2, class_id=self.class_5a.id)
        self.assertIs(figure.previous_value, False)
        self.assertEqual(figure.previous_barrier, "merged")

    def test_a_merged_class_does_not_head_what_has_worsened(self):
        self.promote(("А", self.class_5a, self.pupils_a | self.pupils_b))
        self.give(self.pupils_a, 3, self.autumn)
        self.autumn.action_calculate()
        worse = self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", self.autumn.id),
                ("scope", "in", ("class", "class_subject")),
                ("previous_value", "!=", False),
            ]
        )
        self.assertFalse(worse)

    def test_grade_and_level_say_that_they_compare_other_children(self):
        pupils = self.pupils_a | self.pupils_b
        sixth = self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 6, "letter": "А"})
        self.give(self.enrol(sixth, 5), 4, self.q1)
        self.q1.action_calculate()
        self.promote(("А", self.class_5a, pupils))
        self.give(pupils, 3, self.autumn)
        self.autumn.action_calculate()
        for scope, key in (("grade", {"grade": 6}), ("level", {"level": "ooo"})):
            figure = self.figure("quality", scope, self.autumn, **key)
            self.assertIsNot(figure.last_year_value, False, scope)
            text = figure.with_context(lang="ru_RU").explanation
            self.assertIn("другие дети", text, scope)
        school = self.figure("quality", "school", self.autumn)
        self.assertNotIn("другие дети", school.with_context(lang="ru_RU").explanation)
