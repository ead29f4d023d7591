from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestYear(SchoolCase):
    def _make_year(self, first=2026):
        return self.env["vsoko.year"].create(
            {
                "name": f"{first}/{first + 1}",
                "date_start": date(first, 9, 1),
                "date_end": date(first + 1, 8, 31),
            }
        )

    def test_quarters_with_the_year(self):
        self.assertRecordValues(
            self.q1 | self.q2 | self.q3 | self.q4 | self.year_period,
            [
                {"name": "1 четверть", "number": 1, "date_start": date(2025, 9, 1)},
                {"name": "2 четверть", "number": 2, "date_start": date(2025, 11, 5)},
                {"name": "3 четверть", "number": 3, "date_start": date(2026, 1, 12)},
                {"name": "4 четверть", "number": 4, "date_start": date(2026, 4, 6)},
                {"name": "Учебный год", "number": 1, "date_start": date(2025, 9, 1)},
            ],
        )
        self.assertEqual(self.q4.date_end, self.year_period.date_end)

    def test_halves_join_the_quarters(self):
        self.year.action_make_halves()
        halves = self.year.period_ids.filtered(lambda period: period.kind == "half")
        self.assertEqual(halves.sorted("number").mapped("name"), ["1 полугодие", "2 полугодие"])
        self.assertEqual(len(self.year.period_ids), 7)

    def test_trimesters(self):
        year = self._make_year()
        year.action_make_trimesters()
        self.assertEqual(
            sorted(year.period_ids.mapped("kind")), ["trimester", "trimester", "trimester", "year"]
        )

    def test_second_press_says_there_is_nothing_to_make(self):
        with self.assertRaisesRegex(UserError, "2025/2026"):
            self.year.action_make_quarters()
        self.assertEqual(len(self.year.period_ids), 5)

    def test_new_current_year_closes_the_old_one(self):
        year = self._make_year()
        year.action_set_current()
        self.assertEqual(year.state, "current")
        self.assertEqual(self.year.state, "closed")

    @mute_logger("odoo.sql_db")
    def test_years_do_not_overlap(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.env["vsoko.year"].create(
                {
                    "name": "лишний",
                    "date_start": date(2026, 8, 31),
                    "date_end": date(2027, 5, 31),
                }
            )

    @mute_logger("odoo.sql_db")
    def test_periods_of_one_kind_do_not_overlap(self):
        values = {
            "year_id": self.year.id,
            "kind": "quarter",
            "number": 5,
            "name": "лишняя",
            "date_start": self.q1.date_end,
            "date_end": self.q2.date_start,
        }
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.env["vsoko.period"].create(values)
        half = self.env["vsoko.period"].create({**values, "kind": "half", "number": 1})
        self.assertTrue(half)
