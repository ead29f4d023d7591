from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..analysis.test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingPublication(RatingCase):
    """Ratings of classes and subjects are published by groups, from five units on.

    To the three classes of the school come four of five pupils; 5Б and 9А have four pupils each
    and are not named.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = cls.users["director"]
        vals = [{"year_id": cls.year.id, "grade": 6, "letter": letter} for letter in "АБВГ"]
        cls.more = cls.env["vsoko.class"].create(vals)
        for school_class in cls.more:
            pupils = cls.enrol(school_class, 5)
            cls.add_marks({(pupil, cls.rus): 4 for pupil in pupils}, cls.q1)
        cls.q1.action_calculate()
        cls.rating = cls.approve(cls.make_rating(cls.component("quality")))
        cls.q1.with_user(cls.director).action_approve()

    @classmethod
    def approve(cls, rating):
        cls.compute(rating)
        rating.with_user(cls.director).action_approve()
        return rating

    def publish(self, rating, audience="council"):
        return (
            self.env["vsoko.publication"]
            .with_user(self.director)
            .create(
                {
                    "period_id": self.q1.id,
                    "audience": audience,
                    "rating_ids": rating.ids,
                }
            )
        )

    def test_groups_without_places_and_without_small_classes(self):
        publication = self.publish(self.rating)
        publication.action_approve()
        (rating,) = publication.ratings
        named = [name for group in rating["groups"] for name in group["units"]]
        self.assertEqual(sorted(named), ["5А", "6А", "6Б", "6В", "6Г"])
        self.assertEqual(rating["unnamed"], 2)
        shown = publication.with_user(self.users["governing_council"])._prepare_content()
        self.assertEqual(shown["ratings"], publication.ratings)
        self.assertNotIn("75", str(rating["groups"]))

    def test_four_are_refused(self):
        subjects = self.approve(self.make_rating(self.component("quality"), unit="subject"))
        with self.assertRaisesRegex(ValidationError, "2"), self.env.cr.savepoint():
            self.publish(subjects)
        of_four = self.rating.copy()
        self.compute(of_four)
        of_four.sudo().line_ids.filtered(lambda one: one.class_id == self.more[0]).unlink()
        of_four.with_user(self.director).action_approve()
        with self.assertRaisesRegex(ValidationError, "4"):
            self.publish(of_four)

    def test_people_are_published_to_nobody(self):
        change = self.component("quality", mode="change", lo=-50, hi=50)
        of_teachers = self.make_rating(change, unit="teacher")
        of_pupils = self.make_rating(
            self.component("quality"), unit="student", class_id=self.class_5a.id
        )
        for rating in (of_teachers, of_pupils):
            self.approve(rating)
            for audience in ("public", "families", "council", "staff"):
                with self.assertRaises(ValidationError), self.env.cr.savepoint():
                    self.publish(rating, audience)

    def test_classes_are_not_for_everybody(self):
        for audience in ("public", "families"):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.publish(self.rating, audience)

    def test_only_what_is_approved_and_of_the_period(self):
        draft = self.make_rating(self.component("quality"))
        self.compute(draft)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.publish(draft)
