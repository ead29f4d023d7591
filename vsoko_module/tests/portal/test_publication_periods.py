from datetime import timedelta

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import SchoolCase

CODE = "arrived"


@tagged("post_install", "-at_install")
class TestPublicationPeriods(SchoolCase):
    """A school of 75: nine came to 2А and 8А in each of the first two quarters, but to 2А three in
    the second one. The year is the sum, so it gives the three away to who knows the rest."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.second, cls.eighth = cls.env["vsoko.class"].create(
            [{"year_id": cls.year.id, "grade": grade, "letter": "А"} for grade in (2, 8)]
        )
        for school_class in (cls.second, cls.eighth):
            cls.enrol(school_class, 30)
        for period, sizes in ((cls.q1, (9, 9)), (cls.q2, (3, 9))):
            day = period.date_start + timedelta(days=20)
            for school_class, size in zip((cls.second, cls.eighth), sizes, strict=True):
                cls.enrol(school_class, size, day)
        for period in (cls.q1, cls.q2, cls.year_period):
            period.action_calculate()
            period.with_user(cls.users["director"]).action_approve()

    def draft(self, period):
        Publication = self.env["vsoko.publication"].with_user(self.users["director"])
        return Publication.create({"period_id": period.id, "audience": "council"})

    def line(self, publication, cell="grade:2"):
        return publication.sudo().line_ids.filtered(
            lambda line: line.cell == cell and line.indicator_code == CODE
        )

    def test_the_year_hides_what_a_quarter_has_hidden(self):
        alone = self.draft(self.year_period)
        self.assertEqual(self.line(alone).value, 12)
        self.draft(self.q1).action_approve()
        second = self.draft(self.q2)
        self.assertTrue(self.line(second).is_hidden)
        second.action_approve()
        self.assertTrue(self.line(self.draft(self.year_period)).is_hidden)

    def test_a_quarter_hides_what_the_year_would_give(self):
        year = self.draft(self.year_period)
        self.assertFalse(self.line(year).is_hidden)
        year.action_approve()
        self.assertTrue(self.line(self.draft(self.q1)).is_hidden)

    def test_a_draft_is_judged_anew(self):
        draft = self.draft(self.year_period)
        self.assertFalse(draft.is_stale)
        for period in (self.q1, self.q2):
            self.draft(period).action_approve()
        draft.invalidate_recordset(["is_stale"])
        self.assertTrue(draft.is_stale)
        with self.assertRaises(UserError):
            draft.action_approve()
        draft.action_refresh()
        self.assertTrue(self.line(draft).is_hidden)
        draft.action_approve()
        self.assertEqual(draft.state, "approved")

    def test_a_draft_of_an_earlier_rule_says_so(self):
        draft = self.draft(self.q1)
        draft.sudo()._store({"rule": 1})
        self.assertTrue(draft.is_stale)
        draft.action_refresh()
        self.assertFalse(draft.is_stale)
