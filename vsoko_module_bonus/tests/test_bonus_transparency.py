from odoo.tests import tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusTransparency(BonusCase):
    """What a teacher sees beside the own sum."""

    def test_of_few_people_the_price_alone_is_told(self):
        self.agree()
        line = self.line_of(0, by=self.teacher)
        self.assertAlmostEqual(line.price, 1142.8571, 4)
        self.assertEqual((line.fund_amount, line.fund_weights, line.is_told), (0, 0, False))
        self.assertFalse(line.spread_text)

    def test_of_five_people_all_is_told_without_names(self):
        fifth = self.env["vsoko.teacher"].create({"name": "Пятая Ольга"})
        sheet = self.env["vsoko.sheet"].create(
            {
                "teacher_id": fifth.id,
                "period_id": self.q1.id,
                "scheme_id": self.points_scheme.id,
                "commission_id": self.commission.id,
            }
        )
        sheet._fill()
        sheet.line_ids[0].claimed = 12.5
        sheet._store({"state": "final"})
        self.agree()
        # 100 000 / (40 + 30 + 12.5 + 5 + 12.5) = 1 000
        line = self.line_of(0, by=self.teacher)
        self.assertEqual((line.price, line.fund_amount, line.fund_weights), (1000, 100_000, 100))
        self.assertEqual(line.amount, 40_000)
        # 5 000, 12 500, 12 500 and 30 000, 40 000: fewer than three make no group of their own
        self.assertIn("5 people", line.spread_text)
        for other in self.teachers[1:] | fifth:
            self.assertNotIn(other.name, line.spread_text + line.how_text)
