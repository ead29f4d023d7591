import unittest

from tools.readers.cells import BadValue
from tools.readers.pupil_values import (
    level_in,
    parse_destination,
    parse_direction,
    parse_mode,
)
from tools.readers.register_values import parse_event_level, parse_event_result


class TestWords(unittest.TestCase):
    """Words of schools for levels, results and ways."""

    def test_results(self):
        for text, code in (
            ("Победитель", "winner"),
            ("1 место", "winner"),
            ("призёр", "prize"),
            ("II место", "prize"),
            ("диплом лауреата", "laureate"),
            ("участие", "participant"),
            # a column «Место» has numbers alone
            ("1", "winner"),
            ("2", "prize"),
            ("III", "prize"),
        ):
            self.assertEqual(parse_event_result(text), code, text)
        for text in ("молодец", "21 место", "21", "0"):
            self.assertRaises(BadValue, parse_event_result, text)

    def test_levels_and_the_stage_of_a_title(self):
        self.assertEqual(parse_event_level("районный"), "municipal")
        self.assertEqual(parse_event_level("Заключительный"), "federal")
        national = "всероссийской олимпиады школьников"
        self.assertEqual(level_in(f"Протокол муниципального этапа {national}"), "municipal")
        self.assertEqual(level_in(f"Школьный этап {national}"), "school")
        self.assertIsNone(level_in(f"Протокол {national}"))

    def test_where_graduates_went(self):
        for text, code in (
            ("10 класс", "grade10_own"),
            ("10 класс другой школы", "grade10_other"),
            ("Ноябрьский колледж", "spo"),
            ("ТюмГУ, университет", "university"),
            ("не учится и не работает", "none"),
        ):
            with self.subTest(text):
                self.assertEqual(parse_destination(text), code)
        self.assertRaises(BadValue, parse_destination, "где-то")

    def test_directions_and_exams(self):
        self.assertEqual(parse_direction("естественнонаучная"), "science")
        self.assertEqual(parse_direction("Туристско-краеведческая"), "tourism")
        self.assertEqual(parse_mode("ОГЭ, 2 экзамена"), "two_exams")
        self.assertIsNone(parse_mode(""))
