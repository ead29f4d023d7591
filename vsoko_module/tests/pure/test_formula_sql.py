"""Where a value is missing SQL tells the same reason as Python: rules of ``operations``."""

import unittest

from tools.formula.fragment import Fragment, fill, join
from tools.formula.functions import FUNCTIONS
from tools.formula.operations import SqlTerm


def term(name, *params):
    return SqlTerm(Fragment(name, params), Fragment(f"why_{name}"))


def compiled(name, *terms):
    return FUNCTIONS[name].compile(list(terms))


class TestFragments(unittest.TestCase):
    def test_parameters_keep_their_order(self):
        one, other = Fragment("x > %s", (1,)), Fragment("y BETWEEN %s AND %s", (2, 3))
        self.assertEqual(fill("(%s) AND (%s)", one, other),
                         Fragment("(x > %s) AND (y BETWEEN %s AND %s)", (1, 2, 3)))  # fmt: skip
        self.assertEqual(join(", ", [one]), one)
        self.assertEqual(join(", ", [other, one]).params, (2, 3, 1))
        self.assertEqual(join(", ", []), Fragment(""))


class TestFunctions(unittest.TestCase):
    def test_of_numbers_that_are_all_missing_the_first_tells_why(self):
        found = compiled("coalesce", term("%s", 1), term("b"), term("%s", 2))
        self.assertEqual(found.value, Fragment("COALESCE(%s, b, %s)", (1, 2)))
        self.assertEqual(compiled("coalesce", term("a"), term("b")).reason, Fragment("why_a"))

    def test_the_chosen_branch_tells_why_and_an_unknown_condition_does_itself(self):
        found = compiled("if", term("c"), term("a"), term("b"))
        self.assertEqual(found.value.template, "CASE c WHEN TRUE THEN a WHEN FALSE THEN b END")
        self.assertEqual(
            found.reason.template,
            "CASE c WHEN TRUE THEN why_a WHEN FALSE THEN why_b ELSE why_c END",
        )

    def test_a_number_is_rounded_to_a_whole_one_where_no_digits_are_told(self):
        self.assertEqual(compiled("round", term("a")).value.template, "round(a, (0)::integer)")
        told = compiled("round", term("a"), term("%s", 2)).value
        self.assertEqual(told, Fragment("round(a, (%s)::integer)", (2,)))

    def test_the_least_of_a_missing_number_is_missing(self):
        for name in ("min", "max"):
            sql = compiled(name, term("a"), term("b")).value.template
            self.assertIn(f"count(x) = count(*) THEN {name}(x) END", sql)
            self.assertIn("ARRAY[a, b]", sql)
