import psycopg2

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .rating_case import SheetRatingCase

TEACHERS = 300
# lines are stored by the hundred
# the last asks for the toast whether the rating is still there
STATEMENTS = 33


@tagged("post_install", "-at_install")
class TestSheetRating(SheetRatingCase):
    """A rating of teachers reads their final sheets, with the rules of every rating."""

    def test_the_index_is_the_share_of_the_most(self):
        rating = self.rate()
        rating.action_compute()
        line = self.line_of(rating, self.teachers[0])
        # 1 of 5 for half of the marks, 2 + 3 of the cap of 5: 6 of 10
        self.assertEqual((line.index, line.coverage, line.n), (60, 100, 2))
        # 20 % and 100 % lie 40 apart from 60: 40 / √2, and 1.40507 of it at 84 %
        reach = 1.4050715603 * 40 / 2**0.5
        self.assertAlmostEqual(line.high - 60, min(40, reach), 6)
        self.assertAlmostEqual(60 - line.low, min(60, reach), 6)
        self.assertEqual(line.part_ids.contribution, 60)
        self.assertEqual(line.error_from, "criteria")

    def test_it_is_compared_within_one_act_and_its_teachers_alone(self):
        rating = self.rate()
        rating.action_compute()
        self.assertEqual(rating.line_ids.teacher_id, self.sheets.teacher_id)
        self.assertIn(self.scheme.name, rating.summary)
        self.assertFalse(rating.is_listed)

    def test_there_is_no_figure_of_it_by_teacher(self):
        Value = self.env["vsoko.indicator.value"]
        before = Value.search_count([])
        self.open_rating()
        self.q1.action_calculate()
        self.assertEqual(Value.search_count([]), before)

    def test_too_few_criteria_give_no_place(self):
        known = self.rate()
        rating = known.copy()
        rating.write({"unit": "teacher"})
        self.assertEqual(rating.min_n, 5)
        rating.action_compute()
        self.assertEqual(set(rating.line_ids.mapped("reason")), {"few_criteria"})
        self.assertFalse(any(rating.line_ids.mapped("place")))

    def test_a_part_of_the_sheets_is_not_rated(self):
        self.sheet._store({"state": "acquainted"})
        with self.assertRaisesRegex(UserError, f"1 .*{len(self.sheets)}"):
            self.rate().action_compute()
        with self.assertRaises(UserError):
            self.rate(period_id=self.q2.id).action_compute()

    def test_sheets_hold_figures_already(self):
        indicator = self.env["vsoko.indicator"].search([("code", "=", "quality")], limit=1)
        level = Command.create({"indicator_id": indicator.id, "origin": "Положение"})
        for vals in ({"component_ids": [level]}, {"sheet_scheme_id": False}):
            with self.subTest(vals), self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.rate().write(vals)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            sheet = Command.create({"mode": "sheet", "origin": "Положение"})
            self.rate(sheet_scheme_id=False, component_ids=[sheet])

    def test_only_teachers_have_sheets_and_only_of_such_periods(self):
        with (
            self.assertRaises(psycopg2.errors.CheckViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.rate(unit="class")
            self.env.flush_all()
        year = self.q1.year_id.period_ids.filtered(lambda one: one.kind == "year")
        self.assertTrue(year)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.rate(period_id=year[0].id)

    def test_what_is_barred_later_stops_it(self):
        rating = self.rate()
        rating.action_compute()
        criterion = self.scheme.sudo().criterion_ids[0]
        # past every check
        self.env.cr.execute(
            "UPDATE vsoko_sheet_criterion SET name = 'Результаты ВПР' WHERE id = %s", [criterion.id]
        )
        self.env.invalidate_all()
        for step in (rating.action_compute, rating.with_user(self.director).action_approve):
            with self.assertRaises(ValidationError):
                step()

    def test_it_goes_into_no_report_and_no_publication(self):
        rating = self.open_rating()
        with self.assertRaises(UserError):
            rating.with_user(self.director).action_make_report()
        vals = {"period_id": self.q1.id, "audience": "council", "rating_ids": rating.ids}
        with self.assertRaises(ValidationError):
            self.env["vsoko.publication"].with_user(self.director).create(vals)

    def test_the_next_version_follows_new_final_sheets(self):
        rating = self.open_rating()
        self.assertFalse(rating.differences)
        late = self.env["vsoko.teacher"].create({"name": "Поздняя Анна"})
        vals = {"teacher_id": late.id, "period_id": self.q1.id, "scheme_id": self.scheme.id}
        sheet = self.env["vsoko.sheet"].create(vals)
        sheet._fill()
        self.line("2.2", sheet).claimed = 3
        sheet._store({"state": "final"})
        rating.invalidate_recordset()
        self.assertIn(late.name, rating.differences)
        later = rating.browse(rating.with_user(self.director).action_new_version()["res_id"])
        later.action_compute()
        self.assertEqual(len(later.line_ids), len(rating.line_ids) + 1)

    def test_the_queries_do_not_grow_with_the_teachers(self):
        names = [{"name": f"Учитель {number:03}"} for number in range(TEACHERS)]
        common = {"period_id": self.q2.id, "scheme_id": self.scheme.id}
        sheets = self.env["vsoko.sheet"].create(
            [{"teacher_id": one.id, **common} for one in self.env["vsoko.teacher"].create(names)]
        )
        sheets._make_lines()
        self.env.invalidate_all()
        sheets.line_ids._store_counted(
            [(line.id, 0, number % 4) for number, line in enumerate(sheets.line_ids)]
        )
        sheets._store({"state": "final"})
        rating = self.rate(period_id=self.q2.id)
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(STATEMENTS):
            rating.action_compute()
            self.env.flush_all()
        self.assertEqual(len(rating.line_ids), TEACHERS)
        self.assertEqual(len(rating.line_ids.part_ids), TEACHERS)
