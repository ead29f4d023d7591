import unittest

from tools.formula import Cycle, dependencies, order, parse


def trees(**formulas):
    return {code: parse(text) for code, text in formulas.items()}


class TestDependencies(unittest.TestCase):
    def test_only_the_current_period_binds(self):
        tree = parse("a + previous(b) * max(c, last_year(a)) + [d e]")
        self.assertEqual(dependencies(tree), {"a", "c", "d e"})
        self.assertEqual(dependencies(parse("1 + 2")), frozenset())

    def test_each_formula_comes_after_what_it_needs(self):
        ordered = order(trees(total="left + right", right="left * 2", left="measure + 1"))
        self.assertEqual(ordered, ["left", "right", "total"])

    def test_own_previous_value_is_no_cycle(self):
        self.assertEqual(order(trees(a="previous(a) + b", b="last_year(a)")), ["b", "a"])

    def test_cycle_names_its_chain(self):
        with self.assertRaises(Cycle) as caught:
            order(trees(a="b + 1", b="c * 2", c="a", d="a"))
        self.assertEqual(caught.exception.chain[0], caught.exception.chain[-1])
        self.assertEqual(set(caught.exception.chain), {"a", "b", "c"})
        self.assertIn(" → ", str(caught.exception))
        chain = caught.exception.chain
        follows = {"a": "b", "b": "c", "c": "a"}
        self.assertEqual([follows[code] for code in chain[:-1]], list(chain[1:]))

    def test_a_formula_that_needs_itself(self):
        with self.assertRaises(Cycle) as caught:
            order(trees(a="a + 1"))
        self.assertEqual(caught.exception.chain, ("a", "a"))

    def test_a_long_chain_is_ordered(self):
        formulas = {f"c{i}": parse(f"c{i + 1} + 1") for i in range(3000)}
        ordered = order(formulas)
        self.assertEqual((ordered[0], ordered[-1]), ("c2999", "c0"))
