from datetime import timedelta

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusPenalty(BonusCase):
    """What a disciplinary penalty takes: by an order, of its own period, a fifth of the pay."""

    def cut(self, place=0, **vals):
        given = {
            "cut": 12_000,
            "penalty_order": "№ 12-к от 20.09.2025",
            "penalty_date": self.q1.date_start,
            "month_pay": 60_000,
        }
        self.line_of(place, by=self.bookkeeper).write(given | vals)

    def refuses(self, text, **vals):
        with self.assertRaises(ValidationError) as caught, self.cr.savepoint():
            self.cut(**vals)
        self.assertIn(text, str(caught.exception))

    def test_a_fifth_of_the_pay_is_taken(self):
        self.compute()
        self.cut()
        line = self.line_of(0)
        self.assertEqual((line.amount, line.cut, line.payable), (45_714.29, 12_000, 33_714.29))
        self.assertEqual(self.line_of(1).payable, 34_285.71, "nobody else gets it")

    def test_more_is_refused(self):
        self.compute()
        self.refuses("12000.00", cut=12_000.01)
        self.refuses("5714.29", place=3, cut=5_714.30)
        self.refuses("order", penalty_order=False)
        self.refuses("period", penalty_date=self.q1.date_end + timedelta(days=1))
        self.refuses("pay", month_pay=0)
        self.refuses("less", cut=-1)
        self.assertFalse(self.line_of(0).cut)

    def test_after_the_agreement_nothing_is_taken(self):
        self.agree()
        with self.assertRaises(UserError):
            self.cut()
        with self.assertRaises(UserError):
            self.line_of(0).write({"cut": 1})

    def test_a_cut_that_does_not_hold_any_more_stops_the_computing(self):
        self.compute()
        self.cut(place=3, cut=5_000)
        self.bonus.action_draft()
        self.bonus.fund_ids.amount = 50_000
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.bonus.action_compute()
        self.line_of(3, by=self.bookkeeper).cut = 2_857.14
        self.compute()
        self.assertEqual(self.line_of(3).payable, 0)
