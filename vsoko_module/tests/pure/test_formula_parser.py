import random
import time
import unittest

from formula_samples import garbage, number
from tools.formula import FormulaError, Reference, When, parse, references
from tools.formula.lexer import MAX_LENGTH
from tools.formula.nodes import Apply, Number, walk
from tools.formula.parser import MAX_DEPTH


def shape(node):
    """Nested tuples of a tree, for reading in a test."""
    if isinstance(node, Number):
        return float(node.value)
    if isinstance(node, Reference):
        return node.code
    return (node.operation.name, *map(shape, node.arguments))


class TestPrecedence(unittest.TestCase):
    def test_multiplication_binds_tighter_and_signs_group_from_the_left(self):
        self.assertEqual(shape(parse("a - b - c * 2")), ("-", ("-", "a", "b"), ("*", "c", 2.0)))
        self.assertEqual(shape(parse("a / b / c")), ("/", ("/", "a", "b"), "c"))
        self.assertEqual(shape(parse("-a * b")), ("*", ("-", "a"), "b"))
        self.assertEqual(shape(parse("a - (b - c)")), ("-", "a", ("-", "b", "c")))

    def test_not_binds_looser_than_comparison_and_tighter_than_and(self):
        self.assertEqual(
            shape(parse("IF(not a < 1 AND b = 2 or c != 3, 1, 0)")),
            (
                "if",
                ("or", ("and", ("not", ("<", "a", 1.0)), ("=", "b", 2.0)), ("<>", "c", 3.0)),
                1.0,
                0.0,
            ),
        )

    def test_brackets_name_any_code(self):
        tree = parse("[п. 4.6, строка 2] + [and]")
        self.assertEqual(shape(tree), ("+", "п. 4.6, строка 2", "and"))

    def test_lags_become_references_of_another_period(self):
        self.assertEqual(
            references(parse("quality - previous(quality) + last_year([x y]) - quality")),
            (
                Reference("quality"),
                Reference("quality", When.PREVIOUS),
                Reference("x y", When.LAST_YEAR),
            ),
        )


class TestErrors(unittest.TestCase):
    def refused(self, text, code, position, codes=None):
        with self.assertRaises(FormulaError) as caught:
            parse(text, codes)
        self.assertEqual((caught.exception.code, caught.exception.position), (code, position))
        self.assertTrue(str(caught.exception))
        return caught.exception

    def test_place_of_a_wrong_symbol(self):
        self.refused("", "empty", 1)
        self.refused("quality ? 2", "unexpected_symbol", 9)
        self.refused("quality 2", "unexpected_symbol", 9)
        self.refused("(quality", "unexpected_end", 9)
        self.refused("1 < 2 < 3", "unexpected_symbol", 7)

    def test_place_of_a_wrong_number(self):
        self.refused("quality * 0,5", "decimal_comma", 12)
        self.refused("1 + 9999999999999999", "number_out_of_range", 5)
        self.refused("0.1234567890123", "number_out_of_range", 1)
        self.refused("1e400", "unexpected_symbol", 1)

    def test_unknown_names_come_with_a_hint(self):
        error = self.refused("1 + qualty", "unknown_code", 5, {"quality", "success"})
        self.assertIn("quality", str(error))
        error = self.refused("raund(1)", "unknown_function", 1)
        self.assertIn("round", str(error))

    def test_arity_names_what_is_expected(self):
        self.assertEqual(self.refused("if(1 < 2, 3)", "wrong_arity", 1).params["expected"], "3")
        self.assertEqual(self.refused("min()", "wrong_arity", 1).params["expected"], "1+")
        self.assertEqual(self.refused("round(1, 2, 3)", "wrong_arity", 1).params["given"], 3)

    def test_numbers_and_conditions_do_not_mix(self):
        self.refused("quality > 1", "number_expected", 9)
        self.refused("if(quality, 1, 2)", "condition_expected", 4)
        self.refused("(1 < 2) + 1", "number_expected", 4)
        self.refused("if(1 < 2 and 3, 1, 2)", "condition_expected", 14)

    def test_arguments_that_must_be_plain(self):
        self.refused("previous(quality + 1)", "reference_expected", 1)
        self.refused("previous(previous(quality))", "reference_expected", 1)
        self.refused("round(1.5, 0.5)", "constant_expected", 12)
        self.refused("round(1.5, quality)", "constant_expected", 12)
        self.refused("round(1.5, 13)", "constant_expected", 12)

    def test_messages_go_through_the_translation(self):
        error = self.refused("qualty", "unknown_code", 1, {"quality"})
        russian = {
            "Unknown code “%(name)s” at position %(position)s.%(hint)s": "Нет %(name)s.%(hint)s",
            " Did you mean %(names)s?": " Может быть, %(names)s?",
        }
        message = error.message(lambda text, **params: russian[text] % params)
        self.assertEqual(message, "Нет qualty. Может быть, quality?")


class TestHostileText(unittest.TestCase):
    def test_python_is_not_a_formula(self):
        for text in (
            "__import__('os').system('id')",
            "quality.__class__",
            "lambda: 1",
            "[x for x in y",
            "f'{quality}'",
            "9**9**9",
            "quality; 1",
            "().__class__.__bases__",
            "a if b else c",
            "exec(1)",
            "eval(quality)",
            "{1: 2}",
            "a := 1",
            "quality[0]",
            "'a'",
            "a % b",
            "\x00",
        ):
            with self.subTest(text), self.assertRaises(FormulaError):
                parse(text, {"quality", "a", "b"})

    def test_dunder_is_a_code_like_any_other_and_must_be_known(self):
        with self.assertRaises(FormulaError) as caught:
            parse("__class__", {"quality"})
        self.assertEqual(caught.exception.code, "unknown_code")
        self.assertEqual(parse("__class__"), Reference("__class__"))

    def test_nesting_is_limited_however_it_is_written(self):
        deep = MAX_DEPTH + 1
        for text in (
            "(" * deep + "1" + ")" * deep,
            "-" * deep + "1",
            "abs(" * deep + "1" + ")" * deep,
            "1" + "+1" * deep,
            "if(" + "not " * deep + "1<2,1,2)",
        ):
            with self.subTest(text[:12]), self.assertRaises(FormulaError) as caught:
                parse(text)
            self.assertEqual(caught.exception.code, "too_deep")
        self.assertEqual(parse("1" + "+1" * (MAX_DEPTH - 1)).depth, MAX_DEPTH)

    def test_huge_text_is_refused_before_it_is_read(self):
        started = time.monotonic()
        for text in ("(" * 10_000, "9" * 10_000_000, "a+" * 5_000_000, " " * (MAX_LENGTH + 1)):
            with self.assertRaises(FormulaError) as caught:
                parse(text)
            self.assertEqual(caught.exception.code, "too_long")
            self.assertEqual(caught.exception.position, 2001, "the first that is too many")
        self.assertLess(time.monotonic() - started, 5)

    def test_any_text_is_a_tree_or_a_formula_error(self):
        rng = random.Random(20250901)
        parsed = 0
        for _ in range(5000):
            text = garbage(rng)
            try:
                tree = parse(text, {"quality", "n", "x"})
            except FormulaError as error:
                self.assertTrue(error.message())
                continue
            parsed += 1
            for node in walk(tree):
                self.assertIsInstance(node, (Apply, Number, Reference))
                if isinstance(node, Reference):
                    self.assertIn(node.code, {"quality", "n", "x"})
        self.assertGreater(parsed, 50)

    def test_generated_formulas_parse(self):
        rng = random.Random(7)
        kinds = set()
        for _ in range(300):
            tree = parse(number(rng, 4)[:MAX_LENGTH])
            kinds.update(node.operation.name for node in walk(tree) if isinstance(node, Apply))
        self.assertGreaterEqual(kinds, {"+", "/", "if", "coalesce", "and", "not", "min", "round"})
