from psycopg2 import IntegrityError

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .statistics_case import StatisticsCase


@tagged("post_install", "-at_install")
class TestDataElement(StatisticsCase):
    def make(self, **vals):
        return self.env["vsoko.data.element"].create({"code": "t_new", "name": "Новый", **vals})

    def test_a_percentage_is_refused_where_both_counts_are(self):
        with self.assertRaises(ValidationError):
            self.make(
                value_type="percent",
                numerator_id=self.copies.id,
                denominator_id=self.events.id,
            )
        self.assertTrue(self.make(value_type="percent", numerator_id=self.copies.id))

    @mute_logger("odoo.sql_db")
    def test_events_are_never_copied(self):
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.make(stock_flow="flow", copy_policy="offer")

    @mute_logger("odoo.sql_db")
    def test_a_choice_names_its_answers(self):
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.make(value_type="choice")

    def test_what_has_values_keeps_its_meaning(self):
        self.copies.breakdown = "grade"
        self.copies.breakdown = "none"
        self.save(self.row(self.copies, 1))
        self.copies.name = "Экземпляры книг"
        with self.assertRaises(ValidationError):
            self.copies.breakdown = "grade"

    def test_greyed_cells_are_written_so_that_they_are_found(self):
        with self.assertRaises(ValidationError):
            self.fund.disabled_cells = "t_pupils 5А"
        with self.assertRaises(ValidationError):
            self.fund.disabled_cells = "t_copies"

    def test_an_element_stands_in_one_section(self):
        with self.assertRaises(ValidationError):
            self.by_class.element_ids = self.copies | self.pupils

    def test_days_of_reminding_are_days(self):
        for text in ("скоро", "-7; 1", "", "-1000"):
            with self.subTest(text), self.assertRaises(ValidationError):
                self.set.reminder_offsets = text
