from datetime import date
from unittest import TestCase
from unittest.mock import patch

from tools import demo
from tools.demo import school
from tools.demo.registers import Registers


class TestDemoRegisters(TestCase):
    """A release is kept as a school with classes of six, so registers fit any size."""

    @classmethod
    def setUpClass(cls):
        with patch.multiple(school, _SIZE=(6, 8), _SENIOR_SIZE=(5, 6)):
            cls.registers = Registers(demo.generate(), date(2026, 11, 20))

    def test_levels_of_a_class_are_its_pupils(self):
        studies = self.registers.studies()
        self.assertTrue(studies)
        for name, _kind, day, levels in studies:
            size = sum(1 for _pupil, key in self.registers.pupils_on(day) if key == name)
            self.assertEqual(sum(levels), size)
            self.assertGreaterEqual(min(levels), 0, (name, day))
