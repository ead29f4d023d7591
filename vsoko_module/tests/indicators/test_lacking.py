from odoo.tests import freeze_time, tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
@freeze_time("2025-11-10")
class TestLacking(FiguresCase):
    """What a period still lacks; on 10 November 2025 the first quarter is over, the second runs."""

    def told(self):
        self.env.invalidate_all()
        told = (self.q1 | self.q2)._tell_lacking()
        return told[self.q1.id], told[self.q2.id]

    def test_marks_and_figures(self):
        self.assertEqual(self.told(), ("no marks are expected", "not over yet"))
        self.q1.action_calculate()
        self.assertEqual(self.told(), ("", "not over yet"))
        self.marks[:2].unlink()
        self.q1.action_calculate()
        self.assertEqual(self.told(), ("marks there: 26 of 28", "not over yet"))
        self.env.cr.execute("DELETE FROM vsoko_indicator_value")
        self.assertEqual(self.told(), ("marks there: 26 of 28", "not over yet"))

    def test_marks_without_figures(self):
        self.q1.action_calculate()
        self.env.cr.execute("DELETE FROM vsoko_indicator_value")
        self.assertEqual(self.told()[0], "not calculated yet")
        self.q1.action_calculate()
        self.assertEqual(self.told()[0], "")

    def test_what_waits_is_over_and_open(self):
        Period = self.env["vsoko.period"]
        domain = Period._get_waiting_domain()
        self.assertEqual(Period.search(domain), self.q1)
        self.q1.action_calculate()
        self.q1.with_user(self.users["director"]).action_approve()
        self.assertFalse(Period.search(domain))
        with freeze_time("2025-12-30"):
            self.assertFalse(Period.search(Period._get_waiting_domain()))
        with freeze_time("2025-12-31"):
            self.assertEqual(Period.search(Period._get_waiting_domain()), self.q2)
