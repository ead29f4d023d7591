from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...models.analysis.ratings import vsoko_rating_state
from .rating_ways import RatingWays
from .test_rating import RatingCase

EVERYTHING = {
    "own teacher",
    "other teacher",
    "own class",
    "other class",
    "own subject",
    "other subject",
    "own pupil",
    "other pupil",
    "class before councils",
}
# role → which lines it reads; reviewed by hand. The user «teacher» leads mathematics and 5А, the
# head of the association has no lessons and no class
READS = {
    "user": None,
    "specialist": None,
    "medic": None,
    "governing_council": None,
    "family": None,
    "teacher": {"own teacher", "own class", "own subject", "own pupil"},
    "association_head": set(),
    "pedagogical_council": {"class before councils"},
    "methodical_council": {"class before councils"},
    "administration": EVERYTHING,
    "director": EVERYTHING,
}


@tagged("post_install", "-at_install")
class TestRatingPrivacy(RatingWays, RatingCase):
    """Each role, each kind of line, each way to read it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(patch.object(vsoko_rating_state, "MIN_LINES", 2))
        change = cls.component("quality", mode="change", lo=-50, hi=50)
        marks = {(pupil, subject): 5 for pupil in cls.students for subject in (cls.math, cls.rus)}
        cls.add_marks(marks, cls.q2)
        cls.q2.action_calculate()
        of_teachers = cls.open("own", change, unit="teacher")
        of_classes = cls.open("own", unit="class")
        of_subjects = cls.open("own", unit="subject")
        of_pupils = [
            cls.open("own", unit="student", class_id=one.id) for one in (cls.class_5a, cls.class_5b)
        ]
        cls.kinds = {
            "own teacher": cls.line_of(of_teachers, cls.teachers[0]),
            "other teacher": cls.line_of(of_teachers, cls.teachers[2]),
            "own class": cls.line_of(of_classes, cls.class_5a),
            "other class": cls.line_of(of_classes, cls.class_5b),
            "own subject": cls.line_in(of_subjects, cls.math),
            "other subject": cls.line_in(of_subjects, cls.rus),
            "own pupil": of_pupils[0].line_ids[0],
            "other pupil": of_pupils[1].line_ids[0],
            "class before councils": cls.line_of(cls.open("councils", unit="class"), cls.class_9a),
        }
        cls.env.flush_all()

    @classmethod
    def line_in(cls, rating, subject):
        return rating.line_ids.filtered(lambda line: line.subject_id == subject)

    @classmethod
    def open(cls, audience, *components, **vals):
        components = components or (cls.component("quality"),)
        rating = cls.make_rating(*components, audience=audience, period_id=cls.q2.id, **vals)
        cls.compute(rating)
        rating.with_user(cls.users["director"]).action_approve()
        rating.with_user(cls.users["director"]).action_publish()
        return rating

    def test_each_role_reads_what_is_its_own(self):
        self.check_roles(READS, self.users)

    def test_a_pupil_does_not_leave_the_back_office(self):
        line = self.kinds["own pupil"]
        for role in ("governing_council", "family"):
            user = self.users[role]
            for model in ("vsoko.rating", "vsoko.rating.line", "vsoko.rating.part"):
                with self.subTest(role=role, model=model), self.assertRaises(AccessError):
                    self.env[model].with_user(user).search_count([])
            publications = self.env["vsoko.publication"].with_user(user)
            with self.assertRaises(AccessError):
                publications.search([("rating_ids", "in", line.rating_id.ids)])
