import unittest

from tools.formula import FormulaError, parse

NAMES = {
    "quality": "Качество знаний",
    "pupils_quality": "Качество: учащиеся на «4» и «5»",
    "success": "Успеваемость",
}


class TestFormulaHints(unittest.TestCase):
    """What is written by the habit of spreadsheets is answered with what to write."""

    def refused(self, text, code, position):
        with self.assertRaises(FormulaError) as caught:
            parse(text, NAMES)
        error = caught.exception
        self.assertEqual((error.code, error.position), (code, position), text)
        return error

    def test_a_fraction_with_a_comma(self):
        for text, position in (
            ("quality * 0,5", 12),
            ("quality * (0,5)", 13),
            ("round(quality, 0,5)", 17),
            ("if(quality > 0,5, 1, 0)", 15),
        ):
            self.refused(text, "decimal_comma", position)
        # a comma between two arguments is none of a fraction
        self.refused("abs(1, 5)", "wrong_arity", 1)
        parse("round(quality,1)", NAMES)

    def test_a_semicolon_between_arguments(self):
        error = self.refused("if(quality > 1; 2; 3)", "semicolon", 15)
        self.assertIn("comma", str(error))

    def test_russian_functions_and_words(self):
        self.assertIn(
            "if", self.refused("ЕСЛИ(quality > 1, 2, 3)", "unknown_function", 1).params["close"]
        )
        self.assertEqual(
            self.refused("Округл(quality)", "unknown_function", 1).params["close"], ["round"]
        )
        error = self.refused("if(quality > 1 И success > 1, 1, 0)", "russian_word", 16)
        self.assertEqual(error.params["name"], "and")
        self.assertEqual(
            self.refused("if(не quality > 1, 1, 0)", "russian_word", 4).params["name"], "not"
        )

    def test_a_russian_word_before_brackets(self):
        self.refused("if(НЕ(quality > 1), 1, 0)", "russian_word", 4)

    def test_the_name_of_an_indicator(self):
        error = self.refused("КАЧЕСТВО / 2", "unknown_code", 1)
        self.assertEqual(error.params["close"], ["quality", "pupils_quality"])
        self.assertEqual(
            self.refused("успеваемость", "unknown_code", 1).params["close"], ["success"]
        )
        self.assertIn("quality", str(error))

    def test_without_names_only_codes_are_offered(self):
        with self.assertRaises(FormulaError) as caught:
            parse("качество", {"quality"})
        self.assertEqual(caught.exception.params["close"], [])
