from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusState(BonusCase):
    """Computed, agreed by signed minutes, ordered and locked; then a correction."""

    def test_what_is_computed_is_opened_to_be_changed(self):
        self.compute()
        for change in (
            lambda: self.bonus.write({"cap": 1}),
            lambda: self.bonus.fund_ids.write({"amount": 1}),
            lambda: self.line_of(0, by=self.bookkeeper).write({"days": 1}),
            lambda: self.line_of(0).write({"amount": 1}),
            lambda: self.line_of(0).unlink(),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()
        self.bonus.action_draft()
        self.bonus.cap = 1
        self.assertEqual(self.bonus.state, "draft")

    def test_the_chair_agrees_by_signed_minutes_of_the_commission(self):
        self.compute()
        meeting = self.minutes()
        for user in (self.bookkeeper, self.director):
            with self.assertRaises(AccessError):
                self.bonus.with_user(user)._agree(meeting)
        foreign = self.env["vsoko.meeting"].create(
            {"body_id": self.bodies["methodical"].id, "date_start": meeting.date_start}
        )
        bonus = self.bonus.with_user(self.chair)
        with self.assertRaises(UserError):
            bonus._agree(foreign)
        wizard = self.env["vsoko.bonus.agreement"].with_user(self.chair)
        opened = bonus.action_open_agreement()
        wizard.create(
            {"bonus_id": opened["context"]["default_bonus_id"], "meeting_id": meeting.id}
        ).action_agree()
        self.assertEqual(self.bonus.state, "agreed")
        self.assertEqual(self.bonus.minutes_text, meeting.display_name)
        with self.assertRaises(UserError):
            bonus._agree(meeting)

    def test_the_signed_order_locks_it(self):
        self.agree()
        self.bonus.action_make_order()
        order = self.bonus.sudo().order_id
        self.assertEqual((self.bonus.state, order.kind, order.state), ("ordered", "order", "draft"))
        for line in self.bonus.line_ids:
            self.assertNotIn(line.teacher_name, order.content)
        order.with_user(self.director).action_approve()
        self.assertEqual(self.bonus.state, "locked")
        self.assertIn(order.registered_as, self.bonus.order_text)
        for change in (
            lambda: self.bonus.action_draft(),
            lambda: self.bonus.sudo().write({"cap": 1}),
            lambda: self.bonus.sudo().unlink(),
            lambda: self.line_of(0).write({"cut": 1}),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                change()

    def test_the_director_returns_what_is_agreed_with_a_reason(self):
        bonus = self.agree()
        bonus.action_make_order()
        order = bonus.sudo().order_id
        with self.assertRaises(AccessError):
            bonus.action_draft()
        with self.assertRaises(UserError):
            bonus.with_user(self.director).action_draft()
        bonus.with_user(self.director).return_reason = "Ошибка в фонде"
        bonus.with_user(self.director).action_draft()
        self.assertEqual(self.bonus.state, "draft")
        self.assertFalse(self.bonus.minutes_text or self.bonus.sudo().order_id)
        self.assertEqual(order.state, "cancelled")

    def test_a_correction_pays_what_is_missing(self):
        self.sign_order()
        self.give(self.teachers[3], "1", 17.5)
        action = self.bonus.action_correct()
        self.assertEqual(self.bonus.action_correct()["res_id"], action["res_id"], "made once")
        correction = self.bonus.browse(action["res_id"])
        self.assertEqual(correction.parent_id, self.bonus)
        correction.action_compute()
        # weights 40, 30, 12.5, 17.5: 100, so a point costs 1 000
        self.assertEqual(self.amounts(correction), [40_000, 30_000, 12_500, 17_500])
        self.assertEqual(
            self.amounts(correction, "paid_before"), [45_714.29, 34_285.71, 14_285.71, 5_714.29]
        )
        self.assertEqual(self.amounts(correction, "payable"), [0, 0, 0, 11_785.71])
        self.sign_order(self.agree(correction))
        self.assertEqual(correction.state, "locked")
        self.assertEqual(self.amounts(), [45_714.29, 34_285.71, 14_285.71, 5_714.29])

    def test_what_a_penalty_took_is_not_paid_back_by_a_correction(self):
        self.compute()
        self.line_of(0, by=self.bookkeeper).write(
            {
                "cut": 5_000,
                "penalty_order": "№ 1",
                "penalty_date": self.q1.date_start,
                "month_pay": 60_000,
            }
        )
        self.sign_order(self.agree(self.bonus))
        correction = self.bonus.browse(self.bonus.action_correct()["res_id"])
        correction.action_compute()
        self.assertEqual(self.amounts(correction, "payable"), [0] * 4)

    def test_one_bonus_for_a_period_and_a_scheme(self):
        with self.refused():
            self.make_bonus()
            self.env.flush_all()

    def test_parts_that_do_not_make_up_the_fund_are_not_agreed(self):
        self.compute()
        line = self.line_of(0)
        self.env.flush_all()
        self.cr.execute("UPDATE vsoko_bonus_line SET amount = amount + 1 WHERE id = %s", [line.id])
        self.env.invalidate_all()
        with self.assertRaises(UserError):
            self.agree(self.bonus)

    def test_a_fund_that_is_taken_away_leaves_its_people_to_the_others(self):
        self.bonus.fund_ids = [Command.create({"name": "Воспитатели", "positions": "Воспитатель"})]
        self.bonus.action_fill()
        self.bonus.fund_ids = [Command.delete(self.bonus.fund_ids[1].id)]
        self.compute()
        self.assertEqual(self.bonus.line_ids.fund_id, self.bonus.fund_ids)
