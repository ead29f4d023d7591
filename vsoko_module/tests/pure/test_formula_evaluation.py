import random
import unittest

from formula_samples import number, values
from tools.formula import REASONS, Outcome, Reference, When, documentation, evaluate, parse
from tools.formula import references as references_of

X = Reference("x")
Y = Reference("y")


def result(text, **operands):
    return evaluate(parse(text), {Reference(code): value for code, value in operands.items()})


class TestArithmetic(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(result("2 + 3 * 4 - 6 / 4").value, 12.5)
        self.assertEqual(result("(x - y) / y * 100", x=60, y=50).value, 20)
        self.assertEqual(result("-x + 1", x=0.25).value, 0.75)
        self.assertEqual(result("0.1 + 0.2 - 0.3").value, 0)

    def test_functions(self):
        self.assertEqual(result("min(3, x, 2) + max(1, x)", x=7).value, 9)
        self.assertEqual(result("abs(x)", x=-4.5).value, 4.5)
        self.assertEqual(result("round(x)", x=-2.5).value, -3)
        self.assertEqual(result("round(x, 2)", x=1.005).value, 1.01)
        self.assertEqual(result("if(x >= 50 and not x > 60, 1, 2)", x=60).value, 1)

    def test_lagged_values_are_separate_operands(self):
        tree = parse("x - previous(x) + last_year(x)")
        before = {
            X: 60,
            Reference("x", When.PREVIOUS): 52.5,
            Reference("x", When.LAST_YEAR): 1,
        }
        self.assertEqual(evaluate(tree, before), Outcome(8.5))
        self.assertEqual(evaluate(tree, {X: 60}), Outcome(None, "missing_operand"))


class TestMissing(unittest.TestCase):
    def test_missing_operand_spreads_with_its_reason(self):
        for text in ("x + 1", "1 / x", "-x", "min(1, x)", "max(x, 1)", "round(x, 1)", "abs(x)"):
            with self.subTest(text):
                self.assertEqual(result(text, x=None), Outcome(None, "missing_operand"))

    def test_zero_is_a_value(self):
        self.assertEqual(result("x + 1", x=0), Outcome(1.0))
        self.assertEqual(result("coalesce(x, 5)", x=0), Outcome(0.0))

    def test_division_by_zero_has_its_own_reason(self):
        self.assertEqual(result("1 / x", x=0), Outcome(None, "division_by_zero"))
        self.assertEqual(result("x / y", x=None, y=0), Outcome(None, "missing_operand"))
        self.assertEqual(result("1 / x + y", x=0, y=None), Outcome(None, "division_by_zero"))
        self.assertEqual(result("1 / x", x=1e-13), Outcome(None, "division_by_zero"))

    def test_logic_is_three_valued(self):
        known = {"x": 1, "y": None}
        self.assertEqual(result("if(x = 2 and y = 1, 1, 0)", **known), Outcome(0.0))
        self.assertEqual(result("if(y = 1 and x = 2, 1, 0)", **known), Outcome(0.0))
        self.assertEqual(result("if(x = 1 or y = 1, 1, 0)", **known), Outcome(1.0))
        for text in ("y = 1 and x = 1", "y = 1 or x = 2", "not y = 1"):
            with self.subTest(text):
                unknown = result(f"if({text}, 1, 0)", **known)
                self.assertEqual(unknown, Outcome(None, "missing_operand"))

    def test_if_needs_only_the_chosen_branch(self):
        self.assertEqual(result("if(x > 0, 1 / x, 0)", x=0), Outcome(0.0))
        self.assertEqual(result("if(x = 0, y, 0)", x=0), Outcome(None, "missing_operand"))

    def test_coalesce_takes_the_first_present(self):
        self.assertEqual(result("coalesce(x, 1 / 0, y)", y=3), Outcome(3.0))
        self.assertEqual(result("coalesce(1 / 0, x)"), Outcome(None, "division_by_zero"))

    def test_out_of_range_is_no_value_rather_than_an_overflow(self):
        for value in (1e15, -1e300, float("inf"), float("nan")):
            with self.subTest(value):
                self.assertEqual(result("x", x=value), Outcome(None, "out_of_range"))
        self.assertEqual(result("x * x", x=1e14), Outcome(None, "out_of_range"))
        self.assertEqual(result("x / 0.000000000001", x=1e14), Outcome(None, "out_of_range"))


class TestProperties(unittest.TestCase):
    def test_every_formula_gives_a_number_or_a_reason_and_touches_only_its_names(self):
        rng = random.Random(42)
        outcomes = set()
        for _ in range(500):
            tree = parse(number(rng, 4))
            known = values(rng, references_of(tree))
            noise = {Reference("salary"): 1, Reference("quality", "never"): 2}
            outcome = evaluate(tree, known)
            self.assertEqual(outcome, evaluate(tree, {**known, **noise}))
            self.assertEqual(outcome.value is None, outcome.reason in REASONS)
            outcomes.add(outcome.reason)
        self.assertEqual(outcomes, {None, *REASONS})


class TestDocumentation(unittest.TestCase):
    def test_every_operation_is_described_and_its_example_parses(self):
        entries = documentation()
        names = {entry["name"] for entry in entries}
        self.assertGreaterEqual(
            names, {"if", "coalesce", "min", "max", "round", "abs", "previous", "last_year", "/"}
        )
        for entry in entries:
            with self.subTest(entry["signature"]):
                parse(entry["example"])
                self.assertTrue(entry["summary"] and entry["null_rule"] and entry["arity"])

    def test_texts_are_translated(self):
        entry = documentation(str.upper)[0]
        self.assertEqual(entry["summary"], entry["summary"].upper())
        self.assertEqual(entry["example"], entry["example"].lower())
