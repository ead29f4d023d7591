from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataFormPlan(StatisticsCase):
    """Forms are made for periods that have begun, and people are reminded of them."""

    def make(self, day):
        with freeze_time(day):
            self.set._make_forms()
        return self.env["vsoko.data.form"].search([("set_id", "=", self.set.id)]).period_id

    def test_a_form_for_each_period_that_has_begun(self):
        self.env["vsoko.data.form"].search([]).unlink()
        self.assertEqual(self.make("2025-11-04"), self.q1)
        # the second quarter begins on 5 November; what was missed is made up
        self.assertEqual(self.make("2025-11-05"), self.q1 | self.q2)
        self.assertEqual(self.make("2026-08-01"), self.q1 | self.q2 | self.q3 | self.q4)
        self.assertEqual(len(self.make("2026-08-01")), 4)

    def test_no_form_for_what_ended_before_the_set_began(self):
        self.env["vsoko.data.form"].search([]).unlink()
        self.set.date_from = "2025-10-27"
        self.assertEqual(self.make("2025-11-05"), self.q2)

    def test_a_year_goes_with_its_empty_forms_and_not_with_begun_ones(self):
        year = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        year.action_make_quarters()
        self.make("2026-12-01")
        quarters = year.period_ids.filtered(lambda period: period.kind == "quarter")
        form = self.form_of(quarters.sorted("date_start")[:1])
        self.assertTrue(form)
        self.save({"element": self.events.id, "value": 1}, form=form)
        with self.assertRaises(UserError) as caught:
            year.unlink()
        self.assertIn("1", str(caught.exception))
        self.save({"element": self.events.id, "value": None}, form=form)
        form.sudo()._store({"state": "empty"})
        year.unlink()
        self.assertFalse(form.exists())

    def test_who_fills_in_from_now_on_has_the_open_forms(self):
        self.fill()
        self.form.action_complete()
        self.set.filler_id = self.users["medic"]
        self.assertEqual(self.form.sudo().filler_id, self.specialist)
        self.assertEqual(self.form_of(self.q2).filler_id, self.users["medic"])

    def test_another_school_gets_the_shipped_sets_when_it_has_a_year(self):
        second = self.env["res.company"].create({"name": "Школа № 2"})
        Set = self.env["vsoko.data.set"]
        Set._give_shipped_sets()
        self.assertFalse(Set.search([("company_id", "=", second.id)]))
        self.env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "date_start": "2025-09-01",
                "date_end": "2026-08-31",
                "company_id": second.id,
            }
        )
        Set._give_shipped_sets()
        given = Set.search([("company_id", "=", second.id)])
        self.assertEqual(given.mapped("code"), Set._get_shipped_sets().mapped("code"))
        Set._give_shipped_sets()
        self.assertEqual(Set.search([("company_id", "=", second.id)]), given)


@tagged("post_install", "-at_install")
class TestDataFormReminders(StatisticsCase):
    """One message a person and day; the form of the first quarter is due on 9 November."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.q2 | cls.q3 | cls.q4 | cls.year_period).mapped("id")
        cls.env["vsoko.data.form"].search([("period_id", "!=", cls.q1.id)]).unlink()

    def messages(self):
        return self.env["mail.message"].search(
            [("partner_ids", "in", self.specialist.partner_id.ids)]
        )

    def remind(self, day):
        before = self.messages()
        with freeze_time(f"{day} 12:00:00"):
            self.env["vsoko.digest"]._cron_send()
        return self.messages() - before

    def test_before_and_after_the_due_day(self):
        said = [day for day in range(1, 31) if self.remind(f"2025-11-{day:02}")]
        self.assertEqual(said, [2, 8, 10, 17, 24])

    def test_one_message_lists_all_that_is_due(self):
        second = self.make_set("second", name="Кабинеты", due_days=17)
        second._make_forms()
        self.env["vsoko.data.form"].search([("period_id", "!=", self.q1.id)]).unlink()
        self.assertFalse(self.remind("2025-11-01"))
        (message,) = self.remind("2025-11-08")
        self.assertIn("Библиотека", message.body)
        self.assertIn("Кабинеты", message.body)
        self.assertFalse(self.remind("2025-11-08"))

    def test_missed_days_are_made_up_and_a_complete_form_is_left_alone(self):
        (message,) = self.remind("2025-11-05")
        self.assertIn("0", message.body)
        self.fill()
        self.form.action_complete()
        self.assertFalse(self.remind("2025-11-10"))

    def test_by_hand(self):
        before = self.messages()
        self.form.with_user(self.deputy).action_remind()
        self.assertEqual(len(self.messages() - before), 1)
        self.assertTrue(self.form.reminded_on)
