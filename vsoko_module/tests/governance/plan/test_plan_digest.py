from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanDigest(PlanCase):
    """The letter of the day: what came due and what comes, one a day, never an empty one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy.tz = "Asia/Yekaterinburg"
        cls.env["vsoko.data.form"].search([]).unlink()
        cls.env["vsoko.data.set"].search([]).active = False
        cls.plan = cls.make_plan(
            *[(f"2025-10-{day}", {"name": f"На {day}-е"}) for day in (10, 11, 12, 13, 30)]
        )

    def letters(self, user=None):
        partner = (user or self.deputy).partner_id
        return self.env["mail.message"].search([("partner_ids", "in", partner.ids)])

    def send(self, moment, user=None):
        """The letters that a run of the job at this moment of UTC brings."""
        before = self.letters(user)
        with freeze_time(moment):
            self.env["vsoko.digest"]._cron_send()
        return self.letters(user) - before

    def test_after_missed_days_everything_is_listed_once(self):
        self.send("2025-10-09 06:00:00")
        (letter,) = self.send("2025-10-13 06:00:00")
        for day in (10, 11, 12, 13):
            self.assertEqual(letter.body.count(f"На {day}-е"), 1)
        self.assertNotIn("На 30-е", letter.body)
        self.assertFalse(self.send("2025-10-13 09:00:00"))

    def test_the_day_is_that_of_the_person(self):
        self.assertFalse(self.send("2025-10-10 01:30:00"))
        self.assertTrue(self.send("2025-10-10 02:30:00"))
        # the same day in Greenwich, the next one in Yekaterinburg, but still night
        self.assertFalse(self.send("2025-10-10 20:30:00"))
        self.assertTrue(self.send("2025-10-11 02:30:00"))

    def test_what_is_today_has_come_due(self):
        (letter,) = self.send("2025-10-10 06:00:00")
        due, coming = letter.body.split("<ul>")[1:]
        self.assertIn("На 10-е", due)
        self.assertNotIn("На 11-е", due)
        self.assertIn("На 13-е", coming)

    def test_nobody_gets_an_empty_letter(self):
        self.assertFalse(self.send("2025-10-01 06:00:00"))
        self.assertFalse(self.send("2025-10-13 06:00:00", self.users["teacher"]))
        self.plan.line_ids.with_user(self.deputy)._cancel("Карантин")
        self.assertFalse(self.send("2025-10-14 06:00:00"))

    def test_a_draft_says_nothing(self):
        self.plan._store({"state": "draft"})
        self.assertFalse(self.send("2025-10-13 06:00:00"))

    def test_forms_and_lines_come_in_one_letter(self):
        data_set = (
            self.env["vsoko.data.set"]
            .with_context(active_test=False)
            .search([("company_id", "=", self.env.company.id)], limit=1)
        )
        data_set.write(
            {
                "active": True,
                "filler_id": self.deputy.id,
                "checker_id": False,
                "period_kind": "quarter",
                "due_kind": "days",
                "due_days": 3,
                "date_from": self.q1.date_start,
            }
        )
        with freeze_time("2025-10-25"):
            data_set._make_forms()
        (letter,) = self.send("2025-10-28 06:00:00")
        self.assertIn(data_set.name, letter.body)
        self.assertIn("На 30-е", letter.body)
