from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from ...models.analysis.ratings import vsoko_rating_state
from .test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingTour(RatingCase, HttpCase):
    """Why such a place: by the deputy and by the class teacher of 5А; and the list of pupils."""

    def test_why_this_place(self):
        self.startPatcher(patch.object(vsoko_rating_state, "MIN_LINES", 2))
        rating = self.make_rating(self.component("quality"), audience="own")
        self.compute(rating)
        director = rating.with_user(self.users["director"])
        director.action_approve()
        director.action_publish()
        deputy, teacher = self.users["administration"].login, self.users["teacher"].login
        self.start_tour("/odoo/vsoko-ratings", "vsoko_rating_why", login=deputy)
        self.start_tour("/odoo/vsoko-ratings", "vsoko_rating_why_own", login=teacher)

    def test_a_teacher_proposes_a_correction(self):
        change = self.component("quality", mode="change", lo=-50, hi=50)
        rating = self.make_rating(change, unit="teacher")
        rating.action_send_rosters()
        login = self.users["teacher"].login
        self.start_tour("/odoo/vsoko-rating-lists", "vsoko_rating_roster", login=login)
        self.env.invalidate_all()
        correction = rating.roster_ids.correction_ids
        self.assertEqual((correction.state, len(correction)), ("proposed", 1))
        self.assertEqual(correction.roster_id.class_id, self.class_5a)
        self.assertEqual(correction.proposed_by_id, self.users["teacher"])
