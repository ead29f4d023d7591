from odoo.tests import tagged

from .test_rating import RatingCase

TEACHERS = 300
# lines and parts are stored by the hundred
# the last asks for the toast whether the rating is still there
STATEMENTS = 31


@tagged("post_install", "-at_install")
class TestRatingQueries(RatingCase):
    """A rating of all teachers of a large school reads its figures at once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = [{"name": f"Учитель {number:03}"} for number in range(TEACHERS)]
        teachers = cls.env["vsoko.teacher"].create(names)
        cls.env["vsoko.indicator.value"].search([("scope", "=", "teacher")]).unlink()
        cls.env["vsoko.indicator.value"].create(
            [
                {
                    "indicator_id": cls.indicators[code].id,
                    "period_id": cls.q1.id,
                    "company_id": cls.env.company.id,
                    "scope": "teacher",
                    "teacher_id": teacher.id,
                    "cell": f"teacher:{teacher.id}",
                    "value": 40 + number % 50,
                    "delta": number % 30 - 15,
                    "n": 25,
                    "previous_n": 25,
                    "rating_allowed": True,
                }
                for number, teacher in enumerate(teachers)
                for code in ("quality", "success")
            ]
        )
        cls.env.flush_all()

    def test_three_hundred_teachers(self):
        change = {"mode": "change", "lo": -50, "hi": 50}
        rating = self.make_rating(
            self.component("quality", **change),
            self.component("success", **change),
            unit="teacher",
        )
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(STATEMENTS):
            rating.action_compute()
            self.env.flush_all()
        self.assertEqual(len(rating.line_ids), TEACHERS)
        self.assertEqual(len(rating.line_ids.part_ids), 2 * TEACHERS)
        self.assertFalse(rating.line_ids.filtered(lambda line: line.index is False))
