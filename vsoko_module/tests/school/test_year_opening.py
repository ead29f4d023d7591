from datetime import date

from odoo.tests import Form, tagged
from odoo.tests.common import freeze_time

from ..common import make_user
from ..fixtures import FixtureCase


@tagged("post_install", "-at_install")
class TestYearOpening(FixtureCase):
    """A school without any year."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.env["res.company"].create({"name": "Новая школа"})
        user = make_user(cls.env, "opener", "administration", company=cls.company)
        cls.years = cls.env["vsoko.year"].with_user(user).with_company(cls.company)

    def make(self, first, **vals):
        return self.years.create(
            {
                "name": f"{first}/{first + 1}",
                "date_start": date(first, 9, 1),
                "date_end": date(first + 1, 8, 31),
                **vals,
            }
        )

    @freeze_time("2026-11-28")
    def test_form_proposes_the_year_of_today_with_its_terms(self):
        with Form(self.years) as form:
            self.assertEqual(form.name, "2026/2027")
            self.assertEqual(form.date_start, date(2026, 9, 1))
            self.assertEqual(form.date_end, date(2027, 8, 31))
            self.assertEqual(len(form.period_ids), 5)
        year = form.record
        self.assertEqual(year.period_ids.mapped("kind").count("quarter"), 4)
        self.assertEqual(year.state, "current")

    @freeze_time("2026-11-28")
    def test_trimesters_are_shown_before_saving(self):
        form = Form(self.years)
        form.term_kind = "trimester"
        year = form.save()
        kinds = sorted(year.period_ids.mapped("kind"))
        self.assertEqual(kinds, ["trimester", "trimester", "trimester", "year"])

    def test_year_of_a_day(self):
        for day, name in (
            ("2026-07-31", "2025/2026"),
            ("2026-08-01", "2026/2027"),
            ("2027-01-15", "2026/2027"),
        ):
            with self.subTest(day), freeze_time(day):
                self.assertEqual(self.years._propose()[0], name)

    @freeze_time("2026-11-28")
    def test_a_year_that_is_there_is_not_proposed(self):
        self.make(2026)
        self.assertEqual(self.years._propose()[0], "2027/2028")

    @freeze_time("2026-11-28")
    def test_dates_that_are_told_are_kept(self):
        year = self.make(2031)
        self.assertEqual(year.date_start, date(2031, 9, 1))
        self.assertFalse(year.period_ids)

    def test_only_the_first_year_becomes_current_by_itself(self):
        first = self.make(2025)
        second = self.make(2026)
        self.assertEqual((first.state, second.state), ("current", "draft"))

    def test_several_years_at_once_wait_for_a_choice(self):
        years = self.make(2025) | self.make(2026)
        years.unlink()
        both = self.years.create(
            [
                {
                    "name": str(first),
                    "date_start": date(first, 9, 1),
                    "date_end": date(first + 1, 8, 31),
                }
                for first in (2025, 2026)
            ]
        )
        self.assertEqual(set(both.mapped("state")), {"draft"})

    def test_calendar_is_made_where_it_is_missing(self):
        year = self.years._open_calendar(self.company, 2025, ["trimester"])
        self.assertEqual((year.name, year.state), ("2025/2026", "current"))
        self.assertEqual(len(year.period_ids), 4)
        again = self.years._open_calendar(self.company, 2025, ["trimester", "half"])
        self.assertEqual(again, year)
        self.assertEqual(len(year.period_ids), 6)
