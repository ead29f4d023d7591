import unittest
from datetime import date

from tools import staff

REPORTED = date(2026, 12, 31)


class TestAttestation(unittest.TestCase):
    def test_categories_have_no_end_from_the_first_of_september_2023_on(self):
        self.assertEqual(staff.attestation_end("category", date(2023, 8, 31)), date(2028, 8, 31))
        self.assertIsNone(staff.attestation_end("category", date(2023, 9, 1)))
        self.assertIsNone(staff.attestation_end("category", date(2023, 9, 2)))

    def test_the_conformity_with_the_position_holds_five_years_always(self):
        self.assertEqual(staff.attestation_end("fitness", date(2024, 10, 5)), date(2029, 10, 5))
        self.assertEqual(staff.attestation_end("fitness", date(2020, 2, 29)), date(2025, 2, 28))
        self.assertIsNone(staff.attestation_end("fitness", None))


class TestHours(unittest.TestCase):
    def test_what_is_shorter_is_a_seminar(self):
        self.assertEqual(staff.lacks_hours("pk", 15), 16)
        self.assertIsNone(staff.lacks_hours("pk", 16))
        self.assertEqual(staff.lacks_hours("retraining", 249), 250)
        self.assertIsNone(staff.lacks_hours("retraining", 250))
        self.assertIsNone(staff.lacks_hours("seminar", 2))


class TestExperience(unittest.TestCase):
    def test_borders_of_the_order(self):
        # exactly 5 years are not «до 5 лет», a day less is; exactly 30 are not «свыше 30»
        self.assertEqual(staff.experience(date(2021, 12, 31), [], REPORTED), 5)
        self.assertLess(staff.experience(date(2022, 1, 1), [], REPORTED), 5)
        self.assertEqual(staff.experience(date(1996, 12, 31), [], REPORTED), 30)
        self.assertGreater(staff.experience(date(1996, 12, 30), [], REPORTED), 30)

    def test_gaps_are_taken_away(self):
        # 30 years and a day, less two days in the summer of 2000
        gap = (date(2000, 7, 1), date(2000, 7, 3))
        self.assertLess(staff.experience(date(1996, 12, 30), [gap], REPORTED), 30)
        # a gap that lasts: from 1 July 2026 there is no more experience, 1 September to 1 July
        lasting = [(date(2026, 7, 1), None)]
        self.assertAlmostEqual(
            staff.experience(date(2025, 9, 1), lasting, REPORTED), 303 / 365, places=9
        )

    def test_gaps_outside_the_work_change_nothing(self):
        early, late = (date(2019, 1, 1), date(2020, 1, 1)), (date(2027, 1, 1), date(2028, 1, 1))
        self.assertEqual(staff.experience(date(2021, 12, 31), [early, late], REPORTED), 5)

    def test_no_experience_before_it_begins(self):
        self.assertIsNone(staff.experience(date(2027, 1, 1), [], REPORTED))
        self.assertIsNone(staff.experience(None, [], REPORTED))
        self.assertEqual(staff.experience(REPORTED, [], REPORTED), 0)
