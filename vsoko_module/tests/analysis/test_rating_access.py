from unittest.mock import patch

import psycopg2

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ...models.analysis.ratings import vsoko_rating_state
from ..common import make_users
from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingAccess(RatingCase):
    """Who reads what of a rating; users of the school as `SchoolCase` says."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # three teachers are too few to be opened, see `test_few_lines_are_not_opened`
        cls.startClassPatcher(patch.object(vsoko_rating_state, "MIN_LINES", 2))
        cls.add_marks({(pupil, cls.math): 5 for pupil in cls.students}, cls.q2)
        cls.add_marks({(pupil, cls.rus): 4 for pupil in cls.students}, cls.q2)
        cls.q2.action_calculate()
        cls.teacher, cls.director = cls.users["teacher"], cls.users["director"]
        cls.of_teachers = cls.open_rating("own", unit="teacher", changes=True)
        cls.of_classes = cls.open_rating("own", unit="class")
        cls.of_pupils = cls.open_rating("own", unit="student", class_id=cls.class_5a.id)
        cls.of_others = cls.open_rating("own", unit="student", class_id=cls.class_5b.id)
        cls.for_councils = cls.open_rating("councils", unit="class")
        cls.all = cls.of_teachers | cls.of_classes | cls.of_pupils | cls.of_others
        cls.all |= cls.for_councils
        cls.env.flush_all()
        cls.env.invalidate_all()

    @classmethod
    def open_rating(cls, audience, changes=False, **vals):
        mode = {"mode": "change", "lo": -50, "hi": 50} if changes else {}
        rating = cls.make_rating(
            cls.component("quality", **mode), audience=audience, period_id=cls.q2.id, **vals
        )
        cls.compute(rating)
        rating.with_user(cls.director).action_approve()
        rating.with_user(cls.director).action_publish()
        return rating

    def lines(self, role):
        Line = self.env["vsoko.rating.line"].with_user(self.users[role])
        return Line.search([("rating_id", "in", self.all.ids)]).sudo()

    def test_a_teacher_reads_the_own_line_and_the_mean(self):
        lines = self.lines("teacher")
        of_teachers = lines & self.of_teachers.line_ids
        self.assertEqual(of_teachers.teacher_id, self.teachers[0])
        self.assertEqual((lines & self.of_classes.line_ids).class_id, self.class_5a)
        # what one user has read stays in the cache of the test for the next one
        self.env.invalidate_all()
        rating = self.of_teachers.with_user(self.teacher)
        self.assertNotEqual(rating.mean, None)
        self.assertEqual(rating.line_ids.teacher_id, self.teachers[0])
        self.assertNotIn("Седов", rating.summary)
        self.assertEqual(rating.line_ids.part_ids.line_id, rating.line_ids)

    def test_pupils_are_read_by_their_class_teacher_alone(self):
        lines = self.lines("teacher")
        self.assertEqual(lines & self.of_pupils.line_ids, self.of_pupils.line_ids)
        self.assertFalse(lines & self.of_others.line_ids)
        with self.assertRaises(AccessError):
            self.of_others.with_user(self.teacher).read(["name", "mean"])
        for role in ("association_head", "pedagogical_council", "methodical_council"):
            own = self.lines(role) & (self.of_pupils | self.of_others).line_ids
            self.assertFalse(own, role)

    def test_councils_read_what_is_laid_before_them(self):
        for role in ("pedagogical_council", "methodical_council"):
            self.assertEqual(self.lines(role), self.for_councils.line_ids, role)

    def test_others_have_no_ratings(self):
        for role in ("user", "specialist", "medic", "governing_council", "family"):
            for model in ("vsoko.rating", "vsoko.rating.line", "vsoko.rating.part"):
                with self.subTest(role=role, model=model), self.assertRaises(AccessError):
                    self.env[model].with_user(self.users[role]).search([])

    def test_blind_reading_of_other_lines_finds_nothing(self):
        Line = self.env["vsoko.rating.line"].with_user(self.teacher)
        others = self.of_teachers.line_ids.filtered(lambda one: one.teacher_id != self.teachers[0])
        of_others = [("id", "in", others.ids)]
        self.assertFalse(Line.search_count(of_others))
        self.assertFalse(Line.search([*of_others, ("index", ">=", 0)], order="index desc"))
        groups = Line._read_group(of_others, ["teacher_id"], ["index:max", "__count"])
        self.assertFalse(groups)
        with self.assertRaises(AccessError):
            others.with_user(self.teacher).export_data(["index", "place"])
        with self.assertRaises(AccessError):
            others.with_user(self.teacher).mapped("part_ids").mapped("contribution")
        Rating = self.env["vsoko.rating"].with_user(self.teacher)
        best = [("id", "=", self.of_teachers.id), ("line_ids.teacher_id", "=", self.teachers[1].id)]
        self.assertFalse(Rating.search(best))

    def test_what_is_not_open_or_closed_again_is_the_administrations(self):
        self.all.with_user(self.director).action_withdraw()
        for role in ("teacher", "association_head", "pedagogical_council"):
            self.assertFalse(self.lines(role), role)
        self.assertEqual(self.lines("administration"), self.all.line_ids)

    def test_only_the_program_writes_lines(self):
        line = self.of_teachers.line_ids[:1]
        for role in ("teacher", "administration", "director"):
            with self.subTest(role), self.assertRaises(AccessError):
                line.with_user(self.users[role]).write({"index": 100})
        with self.assertRaises(AccessError):
            self.of_teachers.with_user(self.teacher).action_compute()

    def test_few_lines_are_not_opened(self):
        rating = self.make_rating(self.component("quality"), audience="own")
        self.compute(rating)
        rating.with_user(self.director).action_approve()
        with (
            patch.object(vsoko_rating_state, "MIN_LINES", 5),
            self.assertRaisesRegex(UserError, "3"),
        ):
            rating.with_user(self.director).action_publish()
        self.assertEqual(rating.state, "approved")

    def test_people_are_not_laid_before_councils(self):
        with (
            self.assertRaises(psycopg2.errors.CheckViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.make_rating(unit="teacher", audience="councils")
            self.env.flush_all()

    def test_two_schools(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        users = make_users(self.env, {"second_admin": ["administration"]}, second)
        Line = self.env["vsoko.rating.line"].with_user(users["second_admin"])
        self.assertFalse(Line.search([]))
        self.assertFalse(self.env["vsoko.rating"].with_user(users["second_admin"]).search([]))
