import unittest
from dataclasses import replace

from tools.measures.service_quality import Count, Counts, criteria, total

SCHOOL = Counts(
    stand=Count(10, 14),
    site=Count(40, 50),
    ways=3,
    stand_liked=Count(170, 190),
    site_liked=Count(150, 160),
    comfort=5,
    comfort_liked=Count(180, 200),
    access=3,
    services=5,
    disabled_liked=Count(8, 10),
    contact=Count(190, 200),
    service=Count(194, 200),
    remote=Count(90, 100),
    recommend=Count(188, 200),
    schedule=Count(184, 200),
    general=Count(190, 200),
)


class TestServiceQuality(unittest.TestCase):
    def test_the_five_criteria(self):
        # К1 = 0.3·75.714 + 0.3·90 + 0.4·91.612 = 22.714 + 27 + 36.645 = 86.36
        # К2 = 0.5·100 + 0.5·90; К3 = 0.3·60 + 0.4·100 + 0.3·80; К4 = 0.4·95 + 0.4·97 + 0.2·90
        # К5 = 0.3·94 + 0.2·92 + 0.5·95
        found = criteria(SCHOOL)
        for value, wanted in zip(found, (86.36, 95, 82, 94.8, 94.1), strict=True):
            self.assertAlmostEqual(value, wanted, delta=0.005)
        self.assertAlmostEqual(total(found), 90.45, delta=0.005)

    def test_without_invalids_the_third_criterion_rests_on_the_rest(self):
        # (0.3·60 + 0.4·100) / 0.7 = 58 / 0.7
        found = criteria(replace(SCHOOL, disabled_liked=Count(0, 0)))
        self.assertAlmostEqual(found[2], 58 / 0.7)

    def test_nobody_asked_is_no_data_and_not_zero(self):
        nobody = Count(0, 0)
        found = criteria(replace(SCHOOL, recommend=nobody, schedule=nobody, general=nobody))
        self.assertIsNone(found[4])
        self.assertIsNone(total(found))

    def test_more_than_enough_is_a_hundred(self):
        found = criteria(replace(SCHOOL, comfort=7, comfort_liked=Count(5, 5)))
        self.assertEqual(found[1], 100)
