from datetime import date

from odoo.fields import Command
from odoo.tests import tagged

from ..fixtures import FixtureCase

# Numbers of «5», «4», «3», «2», «н/а» → N, degree of learning, success, quality, average mark;
# counted by a script outside the program from the formulas of the school ledger.
VECTORS = [
    ((5, 10, 8, 2, 0), (25, 58.40, 92.0, 60.0, 3.72)),
    ((4, 9, 10, 2, 0), (25, 54.72, 92.0, 52.0, 3.60)),
    ((6, 12, 7, 0, 0), (25, 64.80, 100.0, 72.0, 3.96)),
    ((3, 8, 12, 1, 1), (25, 50.68, 92.0, 44.0, 3.541667)),
    ((2, 6, 13, 3, 1), (25, 44.28, 84.0, 32.0, 3.291667)),
    ((5, 9, 10, 4, 0), (28, 53.571429, 85.714286, 50.0, 3.535714)),
    ((10, 10, 10, 0, 0), (30, 66.666667, 100.0, 66.666667, 4.0)),
    ((25, 0, 0, 0, 0), (25, 100.0, 100.0, 100.0, 5.0)),
    ((0, 25, 0, 0, 0), (25, 64.0, 100.0, 100.0, 4.0)),
    ((0, 0, 25, 0, 0), (25, 36.0, 100.0, 0.0, 3.0)),
    ((0, 0, 0, 5, 0), (5, 16.0, 0.0, 0.0, 2.0)),
]
CODES = ("sou", "success", "quality", "average_mark")


class MarksCase(FixtureCase):
    """A school year with one quarter and classes whose marks are given as counts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.company.vsoko_not_attested_weight = 7
        cls.year = cls.env["vsoko.year"].create(
            {"name": "2031/2032", "date_start": "2031-09-01", "date_end": "2032-05-31"}
        )
        cls.period = cls.env["vsoko.period"].create(
            {
                "year_id": cls.year.id,
                "name": "1",
                "kind": "quarter",
                "number": 1,
                "date_start": "2031-09-01",
                "date_end": "2031-10-25",
            }
        )
        cls.subject = cls.env["vsoko.subject"].create({"name": "Subject", "code": "vector"})

    @classmethod
    def make_class(cls, letter, pupils, grade=5):
        """A class of as many new pupils."""
        return cls.env["vsoko.class"].create(
            {
                "year_id": cls.year.id,
                "grade": grade,
                "letter": letter,
                "enrolment_ids": [
                    Command.create(
                        {
                            "student_id": cls.env["vsoko.student"]
                            .create({"name": f"Pupil {letter} {number}"})
                            .id,
                            "date_from": "2031-09-01",
                        }
                    )
                    for number in range(pupils)
                ],
            }
        )

    @classmethod
    def give(cls, school_class, *columns, subject=None):
        """Give marks to the pupils in turn: a number, or a status such as «not_attested»."""
        pupils = school_class.enrolment_ids.sorted("id").student_id
        cls.env["vsoko.mark"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": school_class.id,
                    "subject_id": (subject or cls.subject).id,
                    "period_id": cls.period.id,
                    **({"value": mark} if isinstance(mark, int) else {"status": mark}),
                }
                for pupil, mark in zip(pupils, columns, strict=False)
                if mark
            ]
        )

    def figure(self, code, school_class=None):
        domain = [("period_id", "=", self.period.id), ("indicator_id.code", "=", code)]
        domain += (
            [("class_id", "=", school_class.id), ("scope", "=", "class")]
            if school_class
            else [("scope", "=", "school")]
        )
        return self.env["vsoko.indicator.value"].search(domain)


@tagged("post_install", "-at_install")
class TestDefinitions(MarksCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.classes = []
        for number, (counts, _figures) in enumerate(VECTORS):
            school_class = cls.make_class(chr(ord("А") + number), sum(counts))
            marks = [
                mark
                for mark, count in zip((5, 4, 3, 2, "not_attested"), counts, strict=True)
                for _pupil in range(count)
            ]
            cls.give(school_class, *marks)
            cls.classes.append(school_class)
        cls.period.action_calculate()

    def test_figures_of_each_vector(self):
        for school_class, (counts, (size, *figures)) in zip(self.classes, VECTORS, strict=True):
            for code, expected in zip(CODES, figures, strict=True):
                found = self.figure(code, school_class)
                self.assertAlmostEqual(found.value, expected, 5, f"{code} {counts}")
            self.assertEqual(self.figure("quality", school_class).n, size)

    def test_average_mark_leaves_out_who_is_not_attested(self):
        figure = self.figure("average_mark", self.classes[3])
        self.assertEqual((figure.n, figure.denominator, figure.numerator), (24, 24, 85))

    def test_school_is_counted_from_marks_not_from_classes(self):
        fives_and_fours = sum(counts[0] + counts[1] for counts, _figures in VECTORS)
        everybody = sum(sum(counts) for counts, _figures in VECTORS)
        figure = self.figure("quality")
        self.assertEqual((figure.numerator, figure.denominator), (fives_and_fours, everybody))
        self.assertAlmostEqual(figure.value, 100 * fives_and_fours / everybody, 6)

    def test_coefficient_of_not_attested_is_a_setting(self):
        expected = {8: (50.72, 44.32), 0: (50.40, 44.00)}
        for weight, values in expected.items():
            self.env.company.vsoko_not_attested_weight = weight
            self.period.action_calculate()
            found = [self.figure("sou", self.classes[place]).value for place in (3, 4)]
            self.assertAlmostEqual(found[0], values[0], 5)
            self.assertAlmostEqual(found[1], values[1], 5)


@tagged("post_install", "-at_install")
class TestBaseOfMarks(MarksCase):
    def test_released_passed_and_empty_are_outside(self):
        school_class = self.make_class("А", 6)
        self.give(school_class, 5, 2, "not_attested", "released", "passed", None)
        self.period.action_calculate()
        self.assertEqual(self.figure("success", school_class).n, 3)
        self.assertAlmostEqual(self.figure("success", school_class).value, 100 / 3, 6)
        self.assertAlmostEqual(self.figure("not_attested", school_class).value, 100 / 3, 6)
        self.assertAlmostEqual(self.figure("average_mark", school_class).value, 3.5, 6)

    def test_class_with_nothing_to_count_has_no_value_but_a_reason(self):
        school_class = self.make_class("А", 2)
        self.give(school_class, "released", "released")
        self.period.action_calculate()
        figure = self.figure("quality", school_class)
        self.assertEqual(figure.missing_reason, "empty_base")
        self.assertIs(figure.value, False)
        self.assertFalse(figure.status)

    def test_one_counts_as_two(self):
        school_class = self.make_class("А", 4)
        self.give(school_class, 1, 2, 3, 5)
        self.period.action_calculate()
        self.assertAlmostEqual(self.figure("failing_share", school_class).value, 50)
        self.assertAlmostEqual(self.figure("success", school_class).value, 50)
        self.assertAlmostEqual(self.figure("pupils_failing", school_class).value, 50)


@tagged("post_install", "-at_install")
class TestPupilGroups(MarksCase):
    # marks of a pupil in four subjects → the groups of the pupil
    PUPILS = [
        ((5, 5, 5, 5), {"excellent", "quality", "success"}),
        ((5, 5, 5, 4), {"good", "one_four", "quality", "success"}),
        ((4, 4, 5, 4), {"good", "quality", "success"}),
        ((5, 4, 4, 3), {"one_three", "success"}),
        ((5, 3, 4, 3), {"two_three", "success"}),
        ((3, 3, 3, 3), {"success"}),
        ((5, 5, 5, 2), {"failing", "with_two"}),
        ((5, 5, 5, "not_attested"), {"failing", "not_attested"}),
        ((3, 2, 2, 2), {"failing", "with_two", "low_mean"}),
        ((3, 4, 4, "not_attested"), {"failing", "not_attested"}),
        (("not_attested", "released", None, None), {"failing", "not_attested"}),
        (("released", "passed", None, None), None),
        ((None, None, None, None), None),
    ]

    def test_shares_of_pupils(self):
        school_class = self.make_class("А", len(self.PUPILS))
        subjects = self.env["vsoko.subject"].create(
            [{"name": f"Subject {place}", "code": f"group_{place}"} for place in range(4)]
        )
        for place, subject in enumerate(subjects):
            column = [marks[place] for marks, _groups in self.PUPILS]
            self.give(school_class, *column, subject=subject)
        self.period.action_calculate()
        base = [groups for _marks, groups in self.PUPILS if groups is not None]
        names = set().union(*base)
        for name in sorted(names):
            figure = self.figure(f"pupils_{name}", school_class)
            expected = sum(name in groups for groups in base)
            self.assertEqual((figure.numerator, figure.n), (expected, len(base)), name)
            self.assertAlmostEqual(figure.value, 100 * expected / len(base), 6, name)


@tagged("post_install", "-at_install")
class TestContingentFigures(MarksCase):
    def test_movement_inside_a_period(self):
        school_class = self.make_class("А", 5)
        stays = school_class.enrolment_ids.sorted("id")
        stays[0].write({"date_to": date(2031, 10, 1), "reason": "left"})
        stays[1].date_from = date(2031, 9, 15)
        stays[2].write({"date_to": self.period.date_end, "reason": "left"})
        self.period.action_calculate()
        found = {
            code: self.figure(code, school_class).value
            for code in ("contingent_start", "contingent", "arrived", "departed")
        }
        self.assertEqual(
            found, {"contingent_start": 4, "contingent": 3, "arrived": 1, "departed": 2}
        )
        share = self.figure("departed_share", school_class)
        self.assertAlmostEqual(share.value, 50.0)
        self.assertEqual(share.status, "critical")

    def test_promotion_on_the_first_day_leaves_the_old_class_out(self):
        year = self.env["vsoko.year"].create(
            {"name": "2032/2033", "date_start": "2032-09-01", "date_end": "2033-05-31"}
        )
        autumn = self.env["vsoko.period"].create(
            {
                "year_id": year.id,
                "name": "1",
                "kind": "quarter",
                "number": 1,
                "date_start": "2032-09-01",
                "date_end": "2032-10-25",
            }
        )
        promoted, left = self.make_class("А", 2), self.make_class("Б", 1)
        promoted.enrolment_ids.write({"date_to": "2032-09-01", "reason": "promoted"})
        left.enrolment_ids.write({"date_to": "2032-09-01", "reason": "left"})
        facts = self.env["vsoko.fact.enrolment"].search([("period_id", "=", autumn.id)])
        self.assertEqual(facts.class_id, left)
        self.assertEqual(
            [(fact.at_start, fact.at_end, fact.departed) for fact in facts], [(True, False, True)]
        )
