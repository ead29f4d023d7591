import unittest
from datetime import date
from typing import NamedTuple

from tools.risks.span import Span


class Term(NamedTuple):
    date_start: date
    date_end: date


# weeks from Monday to Sunday, with one of holidays between them
FIRST = Term(date(2025, 10, 13), date(2025, 10, 26))
SECOND = Term(date(2025, 11, 3), date(2025, 11, 9))


class TestSpan(unittest.TestCase):
    def days(self, first, last, *terms):
        return Span(terms[0] if terms else None, terms, first, last).count_school_days()

    def test_days_from_monday_to_saturday_within_the_terms(self):
        self.assertEqual(self.days(date(2025, 10, 1), date(2025, 12, 1), FIRST, SECOND), 12 + 6)
        self.assertEqual(self.days(date(2025, 10, 1), date(2025, 12, 1), FIRST), 12)

    def test_the_first_and_the_last_day_belong_to_it(self):
        self.assertEqual(self.days(date(2025, 10, 25), date(2025, 11, 3), FIRST, SECOND), 2)
        self.assertEqual(self.days(date(2025, 10, 26), date(2025, 11, 2), FIRST, SECOND), 0)

    def test_a_term_outside_it_takes_no_days_away(self):
        self.assertEqual(self.days(date(2025, 11, 3), date(2025, 11, 9), FIRST, SECOND), 6)
        self.assertEqual(self.days(date(2025, 11, 3), date(2025, 11, 9)), 0)
