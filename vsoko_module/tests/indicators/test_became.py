from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestBecame(FiguresCase):
    """A figure says what became of it by more than chance: 60 and 80 of 250 differ, of 25 not."""

    def figure(self, **vals):
        indicator = self.env["vsoko.indicator"].search(
            [("unit", "=", "percent"), ("direction", "=", "more")], limit=1
        )
        known = {"indicator_id": indicator.id, "value": 60, "n": 250, "previous_value": 80}
        return self.env["vsoko.indicator.value"].new({**known, "previous_n": 250, **vals})

    def test_many_people_tell(self):
        self.assertEqual(self.figure().became, "worse")
        self.assertEqual(self.figure(value=90, previous_value=70).became, "better")
        self.assertEqual(self.figure(last_year_value=80).became_in_year, "worse")
        self.assertFalse(self.figure().became_in_year)

    def test_few_people_do_not(self):
        self.assertEqual(self.figure(n=25, previous_n=25).became, "chance")
        self.assertEqual(self.figure(people=25, previous_people=25).became, "chance")
        self.assertEqual(self.figure(value=79.8).became, "chance")

    def test_what_is_not_there_is_not_judged(self):
        self.assertFalse(self.figure(previous_value=False).became)
        self.assertFalse(self.figure(value=False).became)
        self.assertEqual(self.figure(value=0.0).became, "worse")
