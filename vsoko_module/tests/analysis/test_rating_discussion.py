from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingDiscussion(RatingCase):
    """What was discussed is what is approved: computed → discussed → approved."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rating = cls.make_rating(cls.component("quality"))
        cls.compute(cls.rating)
        cls.deputy = cls.rating.with_user(cls.users["administration"])
        cls.director = cls.rating.with_user(cls.users["director"])

    def discuss(self):
        self.deputy.discussion = "Педагогический совет, протокол № 3 от 14.11.2025"
        self.deputy.action_discuss()

    def test_nobody_has_discussed_it_without_minutes(self):
        self.deputy.discussion = "  "
        with self.assertRaisesRegex(UserError, self.rating.name):
            self.deputy.action_discuss()
        self.assertEqual(self.rating.state, "computed")

    def test_discussed_it_does_not_change_until_it_is_returned(self):
        self.discuss()
        for change in (
            self.deputy.action_compute,
            lambda: self.deputy.write({"min_n": 3}),
            lambda: self.deputy.write({"discussion": "Никто"}),
            lambda: self.deputy.component_ids.write({"hi": 90}),
            self.deputy.unlink,
        ):
            with self.assertRaises(UserError):
                change()
        self.deputy.action_return()
        self.deputy.action_compute()
        self.assertEqual(self.rating.state, "computed")

    def test_the_director_approves_what_was_discussed(self):
        self.discuss()
        index = self.rating.line_ids.mapped("index")
        with self.assertRaises(AccessError):
            self.deputy.action_approve()
        self.director.action_approve()
        self.assertEqual(self.rating.state, "approved")
        self.assertEqual(self.rating.line_ids.mapped("index"), index)
        self.assertIn("№ 3", self.rating.discussion)

    def test_each_step_begins_where_it_may(self):
        draft = self.make_rating(self.component("quality"), discussion="Совет, протокол № 1")
        for step in (draft.action_discuss, draft.action_return, draft.action_publish):
            with self.assertRaises(UserError):
                step()
        self.discuss()
        for step in (self.deputy.action_discuss, self.director.action_publish):
            with self.assertRaises(UserError):
                step()
        self.director.action_approve()
        with self.assertRaises(UserError):
            self.deputy.action_return()

    def test_pupils_are_laid_before_nobody(self):
        rating = self.make_rating(
            self.component("quality"),
            unit="student",
            class_id=self.class_5a.id,
            discussion="Совет, протокол № 1",
        )
        rating.action_compute()
        with self.assertRaises(UserError):
            rating.action_discuss()
        rating.with_user(self.users["director"]).action_approve()
        self.assertEqual(rating.state, "approved")

    def test_neither_a_report_nor_a_next_version_of_what_is_not_approved(self):
        self.discuss()
        for step in (self.deputy.action_make_report, self.deputy.action_new_version):
            with self.assertRaises(UserError):
                step()
        self.assertFalse(self.deputy.differences)
