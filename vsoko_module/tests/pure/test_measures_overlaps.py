import random
import unittest
from collections import defaultdict
from fractions import Fraction

from tools.measures.disclosure import THRESHOLD, protect
from tools.measures.overlaps import Fact, merge

SCHOOLS = 80
ALL, SOME, LATE = 0, 1, 2


def cells_of(grade, school_class, subject=None):
    level = "noo" if grade < 5 else "ooo" if grade < 10 else "soo"
    cells = ("school", f"level:{level}", f"grade:{grade}", f"class:{school_class}")
    if subject is None:
        return cells
    return (*cells, f"subject:{subject}", f"class_subject:{school_class}:{subject}")


def pupils(sizes, parts_of, passed=lambda number: number % 2):
    """Facts of pupils from {class: (grade, people)}; ``parts_of``: grade → parts."""
    return [
        Fact(
            cells_of(grade, school_class),
            (school_class, number),
            parts_of(grade),
            ("judged",),
            ((passed(number), 1),),
        )
        for school_class, (grade, people) in sizes.items()
        for number in range(people)
    ]


def hide(facts, sizes):
    merged = merge(facts, {name: grade for name, (grade, _people) in sizes.items()})
    return merged, protect(merged.groups, merged.sums)


class TestTwoParts(unittest.TestCase):
    """«All pupils» and «grades 2–8 and 10» of a school with four ninth-graders."""

    SIZES = {2: (2, 20), 5: (5, 14), 6: (6, 18), 8: (8, 16), 9: (9, 4)}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        facts = pupils(cls.SIZES, lambda grade: (ALL,) if grade in (1, 9, 11) else (ALL, SOME))
        merged, hidden = hide(facts, cls.SIZES)
        cls.all, cls.some = (merged.cells_of(part, hidden) for part in (ALL, SOME))

    def test_school_is_not_told_by_both(self):
        self.assertTrue({"school"} & (self.all | self.some))
        self.assertTrue({"level:ooo"} & (self.all | self.some))

    def test_same_pupils_have_the_same_fate_in_both(self):
        for cell in ("class:8", "grade:8", "class:6", "grade:5", "class:2", "level:noo"):
            self.assertEqual(cell in self.all, cell in self.some, cell)

    def test_something_stays_open(self):
        self.assertNotIn("school", self.all)
        self.assertNotIn("class:2", self.all)

    def test_large_difference_hides_nothing(self):
        sizes = self.SIZES | {9: (9, 24)}
        facts = pupils(sizes, lambda grade: (ALL,) if grade == 9 else (ALL, SOME))
        self.assertEqual(hide(facts, sizes)[1], frozenset())

    def test_part_without_facts_has_no_cells(self):
        merged, hidden = hide(pupils(self.SIZES, lambda _grade: (ALL,)), self.SIZES)
        self.assertIsNone(merged.key_of(SOME, "school"))
        self.assertEqual(merge([], {}).groups, {})
        self.assertTrue(hidden)

    def test_few_who_meet_one_condition_make_a_small_group(self):
        """Six pupils have marks, three of them figures: what is hidden of three is of six too."""
        facts = [
            Fact(cells_of(5, 5), number, (ALL,), ("all", "judged") if number < 3 else ("all",), ())
            for number in range(6)
        ]
        self.assertEqual(merge(facts, {5: 5}).groups["class:5", ((ALL,),)].people, 3)


def random_pupils(chance):
    """Pupils of a school of small grades, told as a whole and by one or two sets of grades."""
    sizes = {}
    for grade in range(1, 12):
        for _letter in range(chance.choice((0, 1, 1, 2))):
            sizes[len(sizes)] = (grade, chance.choice((1, 2, 4, 4, 7, 12, 15, 25)))
    some = {grade for grade in range(1, 12) if chance.random() < 0.8}
    late = {grade for grade in range(1, 12) if chance.random() < 0.5}

    def parts_of(grade):
        return (ALL, *([SOME] if grade in some else []), *([LATE] if grade in late else []))

    return sizes, pupils(sizes, parts_of, lambda _number: chance.randint(0, 1))


def random_works(chance):
    """Works of pupils in two subjects: all of them, those of one kind, those of two kinds."""
    sizes = {
        name: (5 + name // 2, chance.choice((3, 9, 14, 25))) for name in range(chance.randint(1, 6))
    }
    facts = []
    for name, (grade, people) in sizes.items():
        for subject in (1, 2):
            for parts in ((ALL,), (ALL, SOME), (ALL, SOME, LATE)):
                writers = people if chance.random() < 0.6 else chance.randint(0, people)
                facts += [
                    Fact(cells_of(grade, name, subject), (name, number), parts, (1,), ((mark, 1),))
                    for number in range(writers)
                    for mark in [chance.randint(0, 1)]
                ]
    return sizes, facts


def leaves(facts):
    """{(part, cell) or (atom, cell): {leaf: 1}} with the people of each; a leaf is a single
    group nobody divides further: the smallest cell of an atom."""
    vectors, people = defaultdict(dict), defaultdict(set)
    for fact in facts:
        leaf = (fact.cells[-1], fact.parts)
        for cell in fact.cells:
            for label in (*fact.parts, fact.parts):
                vectors[label, cell][leaf] = Fraction(1)
                people[label, cell].add(fact.person)
    return vectors, people


class Span:
    """What a reader can compute: all combinations of the vectors of the published figures."""

    def __init__(self, vectors):
        self.rows = {}
        for vector in vectors:
            left = self.reduce(vector)
            if left:
                pivot = min(left, key=str)
                self.rows[pivot] = {key: value / left[pivot] for key, value in left.items()}

    def reduce(self, vector):
        """What is left of a vector; nothing when it follows from the published ones."""
        left = dict(vector)
        waiting = [key for key in left if key in self.rows]
        while waiting:
            pivot = waiting.pop()
            factor = left.get(pivot)
            if factor:
                for key, value in self.rows[pivot].items():
                    left[key] = left.get(key, 0) - factor * value
                    if left[key] and key in self.rows:
                        waiting.append(key)
        return {key: value for key, value in left.items() if value}


class TestAttack(unittest.TestCase):
    """A reader with the figures of all parts solves the whole system for the small groups."""

    def attack(self, make):
        shares = []
        for seed in range(SCHOOLS):
            sizes, facts = make(random.Random(seed))
            merged, hidden = hide(facts, sizes)
            vectors, people = leaves(facts)
            shown = {
                (part, cell)
                for part, keys in merged.keys.items()
                for cell, key in keys.items()
                if key not in hidden
            }
            span = Span(vectors[one] for one in sorted(shown))
            for one, persons in people.items():
                if len(persons) < THRESHOLD:
                    self.assertTrue(span.reduce(vectors[one]), (seed, one))
            shares.append(len(shown) / max(sum(map(len, merged.keys.values())), 1))
        return shares

    def test_no_small_group_of_pupils_follows_from_all_figures(self):
        shares = self.attack(random_pupils)
        self.assertTrue(any(0.3 < share < 1 for share in shares))

    def test_no_small_group_of_works_follows_from_all_figures(self):
        shares = self.attack(random_works)
        self.assertTrue(any(0.3 < share < 1 for share in shares))

    def test_no_two_parts_of_a_cell_differ_by_a_small_group(self):
        for seed in range(SCHOOLS):
            sizes, facts = random_pupils(random.Random(seed))
            merged, hidden = hide(facts, sizes)
            _vectors, people = leaves(facts)
            whole, some = merged.keys[ALL], merged.keys.get(SOME, {})
            for cell in whole.keys() & some.keys():
                if {whole[cell], some[cell]} & hidden:
                    continue
                left = people[ALL, cell] - people[SOME, cell]
                self.assertFalse(0 < len(left) < THRESHOLD, (seed, cell))
