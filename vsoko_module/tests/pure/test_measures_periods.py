import random
import unittest
from collections import defaultdict
from fractions import Fraction

from test_measures_overlaps import Span, cells_of
from tools.measures.disclosure import THRESHOLD, Group, Sum, protect
from tools.measures.overlaps import Fact, merge

SCHOOLS = 40
YEAR = 4
LAST = 3


def works(chance):
    """Results of works in two subjects: each counts in its quarter and in the year, an exam after
    the last lesson in the year alone. ``{class: grade}`` and ``[(cells, person, periods, passed)]``
    """
    grades = {name: 5 + name // 2 for name in range(chance.randint(1, 5))}
    results = []
    for name in grades:
        people = chance.choice((3, 4, 9, 14, 25))
        for subject in (1, 2):
            for quarter in (0, 1, 2, LAST, None):
                writers = people if chance.random() < 0.6 else chance.randint(0, people)
                periods = (YEAR,) if quarter is None else (quarter, YEAR)
                results += [
                    (cells_of(grades[name], name, subject), (name, one), periods, one % 2)
                    for one in range(writers)
                ]
    return grades, results


def publish_all(grades, results, order):
    """Publish the periods one after another; return {(period, cell)} that readers see."""
    shown, hidden = defaultdict(set), defaultdict(set)
    for place, period in enumerate(order):
        merged = merge(facts_of(results, order[: place + 1]), grades)

        def keys_of(cells, merged=merged):
            return {merged.key_of(one, c) for one, found in cells.items() for c in found} - {None}

        found = protect(
            merged.groups, merged.sums, keys_of(hidden), shown=frozenset(keys_of(shown))
        )
        hidden[period] = merged.cells_of(period, found)
        shown[period] = merged.keys.get(period, {}).keys() - hidden[period]
    return {(period, cell) for period, cells in shown.items() for cell in cells}


def facts_of(results, periods):
    return [
        Fact(cells, person, tuple(p for p in met if p in periods), ("wrote",), ((passed, 1),))
        for cells, person, met, passed in results
    ]


def system_of(results):
    """Vectors over the smallest groups, and the people, of each period and of each quarter that
    the year leaves when all others are taken away, in every cell."""
    vectors, people = defaultdict(dict), defaultdict(set)
    for cells, person, met, _passed in results:
        for cell in cells:
            for label in (*met, met):
                vectors[label, cell][cells[-1], met] = Fraction(1)
                people[label, cell].add(person)
    return vectors, people


class TestSumsOverPeriods(unittest.TestCase):
    def attack(self, order_of):
        shares = []
        for seed in range(SCHOOLS):
            chance = random.Random(seed)
            grades, results = works(chance)
            shown = publish_all(grades, results, order_of(chance))
            vectors, people = system_of(results)
            span = Span(vectors[one] for one in sorted(shown))
            for one, persons in people.items():
                if len(persons) < THRESHOLD:
                    self.assertTrue(span.reduce(vectors[one]), (seed, one))
            shares.append(len(shown) / max(len(vectors), 1))
        self.assertTrue(any(share > 0.2 for share in shares))

    def test_four_quarters_and_then_the_year(self):
        self.attack(lambda _chance: [0, 1, 2, LAST, YEAR])

    def test_the_year_first(self):
        self.attack(lambda _chance: [YEAR, LAST, 2, 1, 0])

    def test_any_order(self):
        self.attack(lambda chance: chance.sample(range(5), 5))

    def test_a_hidden_quarter_hides_the_year_of_its_cell(self):
        """Three wrote in the third quarter, twenty in each other one."""
        results = [
            (("school",), person, (quarter, YEAR), person % 2)
            for quarter in (0, 1, 2, LAST)
            for person in range(3 if quarter == 2 else 20)
        ]
        shown = publish_all({}, results, [0, 1, 2, LAST, YEAR])
        self.assertEqual(shown, {(0, "school"), (1, "school"), (LAST, "school")})
        # nobody is few: nothing is hidden
        many = [one for one in results if one[2][0] != 2]
        self.assertIn((YEAR, "school"), publish_all({}, many, [0, 1, 2, LAST, YEAR]))


class TestShown(unittest.TestCase):
    """What readers have already cannot be hidden: something else is."""

    GROUPS = {"all": Group(44), "a": Group(4), "b": Group(20), "c": Group(20)}
    SUMS = (Sum("all", ("a", "b", "c")),)

    def test_the_partner_is_an_open_cell_that_nobody_has(self):
        self.assertEqual(protect(self.GROUPS, self.SUMS), {"a", "b"})
        self.assertEqual(protect(self.GROUPS, self.SUMS, shown=frozenset({"b"})), {"a", "c"})

    def test_the_total_goes_when_all_parts_are_known(self):
        self.assertEqual(protect(self.GROUPS, self.SUMS, shown=frozenset({"b", "c"})), {"a", "all"})

    def test_a_small_group_stays_hidden_though_it_was_shown(self):
        self.assertIn("a", protect(self.GROUPS, self.SUMS, shown=frozenset({"a"})))
