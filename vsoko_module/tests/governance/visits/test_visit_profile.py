from odoo.tests import tagged

from ...common import make_users
from ...evidence.rubric_case import RubricCase

# two visitors of ten criteria in E: 7 of 10 equal, kappa 0.595
ONE, OTHER = (2, 2, 1, 1, 0, 2), (2, 1, 1, 1, 0, 2)


@tagged("post_install", "-at_install")
class TestVisitProfile(RubricCase):
    """What several visits say of a teacher, of the school and of the visitors."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first, cls.second = cls.users["methodical_council"], cls.users["administration"]
        cls.director = cls.users["director"]

    def visit(self, *points, day, by=None, **vals):
        sheet = self.make_sheet(*points, user=by or self.first, date=f"2025-10-{day:02}", **vals)
        sheet.action_complete()
        return sheet

    def seen(self, model, user=None):
        self.env.flush_all()
        return self.env[model].with_user(user or self.director).search([])

    def profile(self, user=None):
        return {
            row.criterion_id.name: (round(row.percent, 1), row.visits, row.visitors)
            for row in self.seen("vsoko.visit.profile", user)
        }

    def test_three_lessons_and_two_visitors(self):
        self.visit(2, 2, 2, 2, 2, day=1)
        self.visit(1, 2, 2, 2, 2, day=2)
        self.visit(2, 2, 2, 2, 2, day=3)
        self.assertFalse(self.profile())
        # the third criterion was not applicable in the lesson of the other visitor
        self.visit(0, 1, "na", 2, 2, day=6, by=self.second)
        found = self.profile()
        # 2 + 1 + 2 + 0 of 8
        self.assertEqual(found["Критерий 1"], (62.5, 4, 2))
        self.assertNotIn("Критерий 3", found)
        self.assertEqual(self.profile(self.users["teacher"]), found)

    def test_a_doubled_visit_is_one_lesson(self):
        self.visit(2, 2, 2, 2, 2, day=1)
        self.visit(2, 2, 2, 2, 2, day=2)
        self.visit(2, 2, 2, 2, 2, day=2, by=self.second)
        self.assertFalse(self.profile())

    def test_whose_profile_is_read(self):
        for day in (1, 2):
            self.visit(2, 2, 2, 2, 2, day=day)
        self.visit(2, 2, 2, 2, 2, day=3, by=self.second)
        self.assertEqual(len(self.profile(self.users["association_head"])), 5)
        # a lesson of a subject of another association is behind the row
        self.visit(2, 2, 2, 2, 2, day=6, subject_id=self.rus.id)
        self.assertFalse(self.profile(self.users["association_head"]))
        other = make_users(
            self.env,
            {"other_director": ["director"]},
            self.env["res.company"].create({"name": "Школа № 2"}),
        )["other_director"]
        self.assertFalse(self.profile(other))

    def test_what_is_weak_in_the_school(self):
        for place, teacher in enumerate(self.teachers[:3], start=1):
            self.visit(1, 2, 2, 2, 2, day=place, teacher_id=teacher.id)
        weak = self.seen("vsoko.visit.weak")
        self.assertEqual(weak.filtered("is_weak").criterion_id.name, "Критерий 1")
        self.assertEqual((weak[0].percent, weak[0].teachers), (50.0, 3))
        names_nobody = {"teacher_id", "expert_id"}.isdisjoint(weak._fields)
        self.assertTrue(names_nobody)

    def test_two_teachers_are_not_the_school(self):
        for place, teacher in enumerate(self.teachers[:2], start=1):
            self.visit(1, 2, 2, 2, 2, day=place, teacher_id=teacher.id)
        self.assertFalse(self.seen("vsoko.visit.weak"))

    def test_agreement_of_two_visitors(self):
        self.visit(*ONE, day=1)
        self.visit(*OTHER, day=1, by=self.second)
        (pair,) = self.seen("vsoko.visit.pair")
        # 5 of 6 equal; chance: 28 of 36 pairs of points away, seen 1
        self.assertEqual((pair.compared, round(pair.share, 1)), (6, 83.3))
        self.assertEqual(round(pair.kappa, 2), 0.79)
        rubric = self.rubric.with_user(self.director)
        self.assertEqual((rubric.pair_count, rubric.agreement_kappa), (1, pair.kappa))
        self.assertFalse(rubric.copy().agreement_kappa)

    def test_withdrawn_sheets_say_nothing(self):
        for place, teacher in enumerate(self.teachers[:3], start=1):
            sheet = self.visit(1, 2, 2, 2, 2, day=place, teacher_id=teacher.id)
        sheet.with_user(self.director).action_withdraw()
        self.assertFalse(self.seen("vsoko.visit.weak"))
        self.assertEqual(len(self.seen("vsoko.visit.mark")), 10)
