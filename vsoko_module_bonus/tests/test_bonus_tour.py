from odoo.tests import HttpCase, tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusTour(BonusCase, HttpCase):
    """The bookkeeper computes, the chair agrees by the protocol, the director signs the order, the
    teacher reads the own sum."""

    def test_from_the_draft_to_the_own_sum(self):
        meeting = self.minutes()
        self.start_tour("/odoo/vsoko-bonus", "vsoko_bonus_computing", login=self.bookkeeper.login)
        self.env.invalidate_all()
        self.assertEqual(self.bonus.state, "computed")
        self.start_tour("/odoo/vsoko-bonus", "vsoko_bonus_agreement", login=self.chair.login)
        self.env.invalidate_all()
        self.assertEqual(self.bonus.meeting_id, meeting)
        self.start_tour("/odoo/vsoko-bonus", "vsoko_bonus_order", login=self.bookkeeper.login)
        self.start_tour("/odoo/vsoko-bonus", "vsoko_bonus_signature", login=self.director.login)
        self.env.invalidate_all()
        self.assertEqual(self.bonus.state, "locked")
        self.assertTrue(self.bonus.sudo().order_id.number)
        self.start_tour("/odoo/vsoko-my-bonus", "vsoko_bonus_mine", login=self.teacher.login)
