from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusSums(BonusCase):
    """Points of final sheets become sums that add up to the fund."""

    def test_half_a_rate(self):
        self.compute()
        # weights 40, 30, 25 · 1/2, 5: 87.5; 100 000 / 87.5 = 1 142.857…
        self.assertEqual(self.amounts(), [45_714.29, 34_285.71, 14_285.71, 5_714.29])
        fund = self.bonus.fund_ids
        self.assertEqual((fund.weights, fund.people, fund.reason), (87.5, 4, False))
        self.assertAlmostEqual(fund.price, 1142.8571, 4)

    def test_a_cap(self):
        self.bonus.cap = 40_000
        self.compute()
        self.assertEqual(self.amounts(), [40_000, 37_894.74, 15_789.47, 6_315.79])
        self.assertEqual(self.line_of(0).note, "capped")
        self.assertAlmostEqual(sum(self.amounts()), 100_000, 2)

    def test_points_that_grow_with_the_load_are_not_lessened_by_the_rate(self):
        self.give(self.teachers[2], "2", 10)
        self.compute()
        line = self.line_of(2)
        self.assertEqual((line.points, line.growing_points, line.weight), (35, 10, 22.5))
        self.bonus.action_draft()
        self.bonus.uses_rate = False
        self.compute()
        self.assertEqual(self.line_of(2).weight, 35)

    def test_days_at_work_follow_from_the_card(self):
        days = (self.q1.date_end - self.q1.date_start).days + 1
        left = self.teachers[0]
        left.date_left = self.q1.date_start.replace(day=11)
        worked = (left.date_left - self.q1.date_start).days
        self.teachers[1].date_hired = self.q1.date_end
        self.bonus.action_fill()
        lines = [self.line_of(place) for place in (0, 1, 3)]
        self.assertEqual([line.days for line in lines], [worked, 1, days])
        self.line_of(3, by=self.bookkeeper).days = 0
        self.compute()
        self.assertEqual(self.line_of(3).days, 0, "what was entered stays")
        self.assertEqual((self.line_of(3).amount, self.line_of(3).note), (0, "no_days"))
        self.assertAlmostEqual(self.line_of(0).weight, 40 * worked / days, 4)
        self.bonus.action_draft()
        with self.refused():
            self.line_of(3).days = days + 1
            self.env.flush_all()

    def test_a_minimum_and_a_reserve(self):
        self.bonus.write({"minimum_points": 25, "reserve_percent": 10})
        self.compute()
        # 40 + 30 + 12.5 = 82.5; 90 000 / 82.5 = 1 090.909…; the points decide, not the weight;
        # 43 636.3636… and 13 636.3636… have the same rest: the kopeck goes to more points
        self.assertEqual(self.amounts(), [43_636.37, 32_727.27, 13_636.36, 0])
        self.assertEqual(self.line_of(3).note, "below_minimum")
        self.assertEqual(self.bonus.fund_ids.reserve, 10_000)

    def test_nothing_is_paid_of_nothing_and_it_is_said(self):
        self.bonus.fund_ids.amount = 0
        self.compute()
        self.assertEqual(self.bonus.fund_ids.reason, "no_fund")
        self.assertEqual(self.amounts(), [0] * 4)
        with self.assertRaises(UserError):
            self.agree(self.bonus)
        self.bonus.action_draft()
        self.bonus.write(
            {
                "minimum_points": 41,
                "fund_ids": [Command.update(self.bonus.fund_ids.id, {"amount": 100})],
            }
        )
        self.compute()
        self.assertEqual(self.bonus.fund_ids.reason, "no_points")
        self.assertEqual(self.bonus.fund_ids.undistributed, 100)

    def test_points_are_taken_from_final_sheets_alone(self):
        sheet = self.finals[0]
        sheet._store({"state": "appealed"})
        with self.assertRaises(UserError) as caught:
            self.bonus.action_compute()
        self.assertIn(sheet.teacher_id.name, str(caught.exception))
        self.assertFalse(self.bonus.line_ids)
        sheet._store({"state": "final"})
        self.compute()
        self.assertEqual(len(self.bonus.line_ids), 4)

    def test_categories_of_staff_have_funds_of_their_own(self):
        self.teachers[0].position = "Учитель"
        self.teachers[1].position = "учитель "
        self.bonus.fund_ids.write({"name": "Учителя", "positions": "Учитель, Воспитатель"})
        with self.assertRaises(UserError):
            self.bonus.action_fill()
        others = {"name": "Прочие", "amount": 30}
        self.bonus.fund_ids = [Command.create(others)]
        self.compute()
        # 100 000 · 40 : 30, and 30 · 12.5 : 5
        self.assertEqual(self.amounts(), [57_142.86, 42_857.14, 21.43, 8.57])
        self.bonus.action_draft()
        with self.assertRaises(ValidationError):
            self.bonus.fund_ids[1].positions = "воспитатель"

    def test_wrong_inputs_are_refused(self):
        for vals in ({"reserve_percent": 101}, {"cap": -1}, {"minimum_points": -1}):
            with self.subTest(vals), self.refused():
                self.bonus.sudo().write(vals)
                self.env.flush_all()
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self.bonus.period_id = self.year_period

    def test_the_number_of_statements_does_not_depend_on_the_people(self):
        self.compute()
        few = self.count_statements()
        self.join(20)
        self.bonus.action_draft()
        self.bonus.action_fill()
        many = self.count_statements()
        self.assertEqual(len(self.bonus.line_ids), 24)
        self.assertEqual(many, few)

    def count_statements(self):
        """The number of statements of computing what was computed before and is open again."""
        if self.bonus.state == "computed":
            self.bonus.action_draft()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self.compute()
        self.env.flush_all()
        return self.cr.sql_log_count - before

    def join(self, number):
        """Let so many new teachers have final sheets without points."""
        names = [{"name": f"Новый {place:02}"} for place in range(number)]
        common = {
            "period_id": self.q1.id,
            "scheme_id": self.points_scheme.id,
            "commission_id": self.commission.id,
        }
        sheets = self.env["vsoko.sheet"].create(
            [{"teacher_id": one.id, **common} for one in self.env["vsoko.teacher"].create(names)]
        )
        sheets._fill()
        sheets._store({"state": "final"})
