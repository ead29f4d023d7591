from datetime import date
from fractions import Fraction
from itertools import cycle

from odoo.tests import tagged

from ..common import SchoolCase
from .common import reduce

AUDIENCES = ("families", "council", "staff", "public")
# one row a pupil in all of these: a reader may add and subtract them
OF_PUPILS = {
    "pupils_success": range(2, 12),
    "attestation_results": (2, 3, 4, 5, 6, 7, 8, 10),
    "contingent": range(1, 12),
}


@tagged("post_install", "-at_install")
class TestPublicationOverlaps(SchoolCase):
    """A school with four ninth-graders, whose base two indicators see differently.

    2А 12, 5А 6, 5Б 4, 5В 14, 7А 18 and 8А 14 pupils, 9А 4; in 7А everybody failed everywhere.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        sizes = {(2, "А"): 12, (5, "В"): 14, (7, "А"): 18, (8, "А"): 14}
        cls.more = {
            key: cls.env["vsoko.class"].create(
                {"year_id": cls.year.id, "grade": key[0], "letter": key[1]}
            )
            for key in sizes
        }
        for key, size in sizes.items():
            cls.enrol(cls.more[key], size)
        cls.add_marks(cls.prepare_marks(), cls.q1)
        cls.q1.action_calculate()
        cls.q1.with_user(cls.users["director"]).action_approve()
        cls.lines = {audience: cls.publish(audience).sudo().line_ids for audience in AUDIENCES}

    @classmethod
    def prepare_marks(cls):
        marks, values = {}, cycle((4, 5, 3, 2, 4, 3, 3))
        stays = cls.env["vsoko.enrolment"].search([("year_id", "=", cls.year.id)])
        for stay in stays.sorted("id"):
            for subject in cls.math | cls.rus:
                failed = stay.class_id == cls.more[7, "А"]
                marks[stay.student_id, subject] = 2 if failed else next(values)
        return marks

    @classmethod
    def publish(cls, audience):
        Publication = cls.env["vsoko.publication"].with_user(cls.users["director"])
        publication = Publication.create({"period_id": cls.q1.id, "audience": audience})
        publication.action_approve()
        return publication

    def line(self, code, cell, audience="council"):
        return self.lines[audience].filtered(
            lambda line: line.cell == cell and line.indicator_code == code
        )

    def classes_of(self, cell):
        """The classes whose pupils a cell counts."""
        scope, _colon, key = cell.partition(":")
        levels = {"noo": range(1, 5), "ooo": range(5, 10), "soo": range(10, 12)}
        classes = self.classes | self.more[2, "А"].browse([one.id for one in self.more.values()])
        if scope == "level":
            return classes.filtered(lambda one: one.grade in levels[key])
        if scope == "grade":
            return classes.filtered(lambda one: one.grade == int(key))
        return classes.filtered(lambda one: scope == "school" or one.id == int(key))

    def shown_vectors(self):
        """What a reader of all publications knows of the numbers of pupils, by classes."""
        for lines in self.lines.values():
            for line in lines.filtered(lambda one: not one.is_hidden and one.n):
                grades = OF_PUPILS.get(line.indicator_code)
                if grades:
                    counted = [one for one in self.classes_of(line.cell) if one.grade in grades]
                    yield {one.id: Fraction(1) for one in counted}

    def test_system_of_all_figures_does_not_give_the_ninth_grade(self):
        rows = {}
        for vector in [*self.shown_vectors(), {self.class_9a.id: Fraction(1)}]:
            left = reduce(vector, rows)
            if left:
                pivot = min(left)
                rows[pivot] = {key: value / left[pivot] for key, value in left.items()}
        self.assertTrue(len(rows) > 2)
        # the last one, asked after all the published ones, was not known before
        self.assertTrue(left)

    def test_school_is_told_by_one_of_the_two_indicators(self):
        lines = [self.line(code, "school") for code in ("pupils_success", "attestation_results")]
        self.assertIn(True, [line.is_hidden for line in lines])
        self.assertIn(False, [line.is_hidden for line in lines])
        self.assertTrue(self.line("pupils_success", "grade:9").is_hidden)

    def test_failure_of_everybody_is_a_bound_on_the_open_page(self):
        failing = self.line("failing_share", "grade:7", "public")
        success = self.line("success", "grade:7", "public")
        self.assertEqual(
            (failing.text, failing.value), ("≥\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}%", 90)
        )
        self.assertEqual(
            (success.text, success.value), ("≤\N{NO-BREAK SPACE}10\N{NO-BREAK SPACE}%", 10)
        )
        # the mean mark would tell that there is nothing but twos
        self.assertTrue(self.line("average_mark", "grade:7", "public").is_hidden)
        self.assertEqual(self.line("failing_share", "grade:7", "council").value, 100)

    def test_bound_does_not_follow_from_the_other_grades(self):
        others = [self.line("failing_share", f"grade:{grade}", "public") for grade in (5, 8, 9)]
        level = self.line("failing_share", "level:ooo", "public")
        self.assertTrue(level.is_hidden or any(line.is_hidden for line in others))

    def test_files_tell_the_bound_too(self):
        figures = [line._prepare_published({}) for line in self.lines["public"] if line.bound]
        self.assertTrue(figures)
        self.assertTrue(all(one.text for one in figures))
        self.assertFalse([one for one in figures if one.figure.value in (0, 100)])


@tagged("post_install", "-at_install")
class TestPublicationMovement(SchoolCase):
    """A school of 75 pupils: one came to 8А in October, nobody left."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.large = cls.env["vsoko.class"].create(
            [{"year_id": cls.year.id, "grade": grade, "letter": "А"} for grade in (2, 8)]
        )
        for school_class in cls.large:
            cls.enrol(school_class, 30)
        cls.enrol(cls.large[1], 1, date(2025, 10, 1))

    def publish(self):
        self.q1.action_calculate()
        self.q1.with_user(self.users["director"]).action_approve()
        Publication = self.env["vsoko.publication"].with_user(self.users["director"])
        publication = Publication.create({"period_id": self.q1.id, "audience": "council"})
        return {(line.indicator_code, line.cell): line for line in publication.sudo().line_ids}

    def test_one_who_came_is_told_of_the_school_alone(self):
        lines = self.publish()
        self.assertEqual(lines["arrived", "school"].value, 1)
        for cell in ("level:ooo", "grade:8", f"class:{self.large[1].id}", "grade:2"):
            self.assertTrue(lines["arrived", cell].is_hidden, cell)
            self.assertTrue(lines["departed", cell].is_hidden, cell)
            self.assertTrue(lines["contingent_start", cell].is_hidden, cell)
        self.assertFalse(lines["contingent", "level:ooo"].is_hidden)

    def test_many_who_came_are_told_where_they_are_many(self):
        for school_class in self.large:
            self.enrol(school_class, 9, date(2025, 10, 1))
        lines = self.publish()
        self.assertEqual(lines["arrived", "school"].value, 19)
        self.assertEqual(lines["arrived", "grade:8"].value, 10)
        self.assertEqual(lines["arrived", "grade:2"].value, 9)

    def test_no_count_of_a_few_people_is_told_of_a_part_of_the_school(self):
        """All indicators that count, all audiences: a number of one to four people is shown of a
        large school alone."""
        indicators = self.env.ref("vsoko_module.framework_regulation").indicator_ids
        counting = indicators.filtered(lambda one: one.aggregate in ("count", "distinct_students"))
        stay = self.env["vsoko.enrolment"].search([("class_id", "=", self.large[0].id)], limit=3)
        stay.write({"date_to": date(2025, 10, 10), "reason": "left"})
        codes = set(counting.mapped("code")) | {"arrived", "departed", "contingent"}
        self.publish()
        told = 0
        for audience in ("council", "public", "families", "staff"):
            publication = (
                self.env["vsoko.publication"]
                .with_user(self.users["director"])
                .create({"period_id": self.q1.id, "audience": audience})
            )
            for line in publication.sudo().line_ids:
                if line.indicator_code not in codes or line.value is False:
                    continue
                told += 1
                if 0 < line.value < 5:
                    with self.subTest(audience, code=line.indicator_code, cell=line.cell):
                        self.assertEqual(line.scope, "school")
        self.assertGreater(told, 10)
