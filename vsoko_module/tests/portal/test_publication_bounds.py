from fractions import Fraction

from odoo.tests import tagged

from ..governance.documents.document_case import DocumentCase
from .common import reduce

GRADES = (1, 2, 3, 4, 6, 7, 8, 10)
# shares over the register of achievements: each may tell of the others
OF_PRIZES = ("olympiad_results", "olympiad_participants", "olympiad_prizes_regional")


@tagged("post_install", "-at_install")
class TestPublicationBounds(DocumentCase):
    """A school of 494 pupils: 30 in two classes of eight grades each beside those of the school.

    In each of the large classes but those of grades 7 and 8 six pupils won prizes of the region;
    nobody won one of the country. Both documents that give the right to teach are in force.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.large = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "grade": grade, "letter": letter}
                for grade in GRADES
                for letter in "ВГ"
            ]
        )
        for school_class in cls.large:
            cls.enrol(school_class, 30)
        for school_class in cls.large.filtered(lambda one: one.grade not in (7, 8)):
            cls.win(cls.pupils_of(school_class)[:6])
        for kind in ("licence", "accreditation"):
            cls.env["vsoko.document"].with_user(cls.deputy).create(
                {"name": "Бумага", "kind": kind, "outer_number": "1", "date": "2020-01-01"}
            ).action_approve()
        cls.q2.action_calculate()
        cls.q2.with_user(cls.director).action_approve()

    @classmethod
    def win(cls, pupils):
        cls.env["vsoko.achievement"].create(
            [
                {
                    "event": f"Олимпиада {pupil.id}",
                    "level": "regional",
                    "result": "winner",
                    "date": "2025-12-05",
                    "student_ids": pupil.ids,
                }
                for pupil in pupils
            ]
        )

    @classmethod
    def publish(cls, audience="public"):
        Publication = cls.env["vsoko.publication"].with_user(cls.director)
        publication = Publication.create({"period_id": cls.q2.id, "audience": audience})
        publication.action_approve()
        return {(line.indicator_code, line.cell): line for line in publication.sudo().line_ids}

    def test_nobody_in_the_whole_school_hides_no_number_of_pupils(self):
        lines = self.publish()
        # nobody of 494 won a prize of the country
        self.assertEqual(lines["olympiad_prizes_federal", "school"].bound, "most")
        self.assertEqual(lines["contingent", "school"].value, 494)
        # levels: 8 classes of the first to the fourth grade, 30 pupils each
        self.assertEqual(lines["contingent", "level:noo"].value, 240)
        self.assertFalse(lines["staff_pedagogic", "school"].bound)

    def test_numbers_behind_bounds_do_not_follow_from_what_is_told(self):
        """Nobody of grades 7 and 8 won: neither the number of one nor of both may be found."""
        lines = self.publish()
        self.assertEqual(lines["olympiad_prizes_regional", "grade:7"].bound, "most")
        self.assertEqual(lines["olympiad_prizes_regional", "grade:8"].bound, "most")
        for code in OF_PRIZES:
            rows = {}
            exact = [
                line
                for (found, _cell), line in lines.items()
                if found == code and line.value is not False and not line.bound
            ]
            for vector in [self.vector(line.cell) for line in exact]:
                self.add(vector, rows)
            for asked in ({7}, {8}, {7, 8}):
                vector = {grade: Fraction(1) for grade in asked}
                self.assertTrue(reduce(vector, rows), (code, asked))

    def vector(self, cell):
        """The numbers of which grades make the number of a cell."""
        scope, _colon, key = cell.partition(":")
        levels = {"noo": range(1, 5), "ooo": range(5, 10), "soo": range(10, 12)}
        grades = {
            "school": range(1, 12),
            "level": levels.get(key, ()),
            "grade": [int(key)] if scope == "grade" else (),
        }[scope]
        there = {5, 9, *GRADES}
        return {grade: Fraction(1) for grade in grades if grade in there}

    def add(self, vector, rows):
        left = reduce(vector, rows)
        if left:
            pivot = min(left)
            rows[pivot] = {key: value / left[pivot] for key, value in left.items()}

    def test_other_audiences_are_told_the_number(self):
        """What was hidden beside a bound does not close the figures of later publications."""
        public = self.publish()
        council = self.publish("council")
        beside = [key for key, line in public.items() if line.bound == "beside"]
        self.assertTrue(beside)
        self.assertTrue(all(public[key].is_hidden and not public[key].n for key in beside))
        self.assertFalse([key for key in beside if council[key].is_hidden])
        self.assertEqual(council["olympiad_prizes_federal", "school"].value, 0)

    def test_what_was_hidden_beside_a_bound_stays_hidden_on_the_open_page(self):
        first = self.publish()
        beside = {key for key, line in first.items() if line.bound == "beside"}
        self.q2.with_user(self.director).action_reopen()
        self.win(self.pupils_of(self.large.filtered(lambda one: one.grade == 7)[0])[:6])
        self.q2.action_calculate()
        self.q2.with_user(self.director).action_approve()
        second = self.publish()
        self.assertFalse(
            [key for key in beside if not (second[key].is_hidden or second[key].bound)]
        )

    def test_papers_are_nobody(self):
        """Two of two documents are in force: they are no group of one person."""
        for audience in ("public", "families", "council"):
            line = self.publish(audience)["licensing", "school"]
            self.assertEqual((line.is_hidden, line.value), (False, 100), audience)
