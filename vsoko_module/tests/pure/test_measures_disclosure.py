import itertools
import random
import unittest

from tools.measures.disclosure import THRESHOLD, Group, Sum, is_sensitive, protect


def group(people, *amounts):
    return Group(people, tuple((amount, people) for amount in amounts))


def school(sizes):
    """{cell: Group} and sums of a school → grades → classes from {grade: {letter: (n, k)}}."""
    groups, sums, whole = {}, [], [0, 0]
    for grade, classes in sizes.items():
        for letter, (people, amount) in classes.items():
            groups[f"{grade}{letter}"] = group(people, amount)
        total = [sum(column) for column in zip(*classes.values(), strict=True)]
        groups[f"grade {grade}"] = group(*total)
        whole = [a + b for a, b in zip(whole, total, strict=True)]
        sums.append(Sum(f"grade {grade}", tuple(f"{grade}{letter}" for letter in classes)))
    groups["school"] = group(*whole)
    sums.append(Sum("school", tuple(f"grade {grade}" for grade in sizes)))
    return groups, sums


class TestSensitive(unittest.TestCase):
    def test_fewer_than_five_people_are_a_small_group(self):
        self.assertTrue(is_sensitive(group(4)))
        self.assertFalse(is_sensitive(group(5)))
        self.assertFalse(is_sensitive(group(0)))

    def test_number_next_to_zero_or_to_the_whole_tells_of_a_group_under_ten(self):
        self.assertTrue(is_sensitive(group(9, 0)))
        self.assertTrue(is_sensitive(group(9, 7)))
        self.assertFalse(is_sensitive(group(9, 3)))
        self.assertFalse(is_sensitive(group(10, 0)))

    def test_many_marks_of_few_pupils_are_a_small_group(self):
        self.assertTrue(is_sensitive(Group(4, ((20, 40),))))


class TestProtect(unittest.TestCase):
    def test_nothing_to_hide(self):
        groups, sums = school({5: {"А": (25, 12), "Б": (24, 10)}, 6: {"А": (20, 9)}})
        self.assertEqual(protect(groups, sums), frozenset())

    def test_second_class_is_hidden_beside_a_small_one(self):
        groups, sums = school({5: {"А": (25, 12), "Б": (3, 1), "В": (22, 10)}})
        self.assertEqual(protect(groups, sums), {"5Б", "5В"})

    def test_two_small_classes_that_are_few_together_take_a_third(self):
        groups, sums = school({5: {"А": (25, 12), "Б": (2, 1), "В": (2, 1)}})
        self.assertEqual(protect(groups, sums), {"5А", "5Б", "5В"})

    def test_grade_of_one_small_class_is_hidden_with_another_grade(self):
        groups, sums = school(
            {10: {"А": (4, 2)}, 9: {"А": (12, 6), "Б": (14, 6)}, 5: {"А": (20, 8)}}
        )
        hidden = protect(groups, sums)
        self.assertLessEqual({"10А", "grade 10"}, hidden)
        # 5А is all of grade 5: hiding the grade alone would leave its figure in the class
        self.assertLessEqual({"grade 5", "5А"}, hidden)
        self.assertNotIn("school", hidden)

    def test_school_of_few_pupils_shows_nothing(self):
        groups, sums = school({1: {"А": (2, 1)}, 2: {"А": (2, 1)}})
        self.assertEqual(protect(groups, sums), set(groups))

    def test_subjects_of_one_class_do_not_add_up_to_more_people(self):
        groups = {
            "class": Group(14, ((20, 32),), 1),
            "physics": Group(3, ((1, 3),), 1),
            "chemistry": Group(3, ((1, 3),), 1),
            "music": Group(13, ((9, 13),), 1),
            "art": Group(13, ((9, 13),), 1),
        }
        whole = Sum("class", ("physics", "chemistry", "music", "art"), disjoint=False)
        # three and three may be the same three pupils: a third subject is needed
        self.assertEqual(len(protect(groups, [whole])), 3)

    def test_what_was_hidden_before_stays_hidden(self):
        groups, sums = school({5: {"А": (25, 12), "Б": (3, 1), "В": (22, 10)}})
        self.assertEqual(protect(groups, sums, frozenset({"5Б", "5А"})), {"5Б", "5А"})
        # a class that is no longer there hides nothing, and what is weak is still mended
        self.assertEqual(protect(groups, sums, frozenset({"5Я"})), {"5Б", "5В"})

    def test_answer_does_not_depend_on_the_order(self):
        groups, sums = school({5: {"А": (25, 12), "Б": (3, 1), "В": (22, 10), "Г": (22, 9)}})
        turned = dict(reversed(groups.items()))
        self.assertEqual(protect(groups, sums), protect(turned, list(reversed(sums))))


def random_school(random):
    """A school → levels → grades → classes with subjects: figures of all cells and their sums."""
    base = {}
    for grade in random.sample(range(1, 12), random.randint(1, 5)):
        for letter in "АБВ"[: random.randint(1, 3)]:
            size = random.choice((2, 4, 6, 9, 14, 25))
            for subject in range(random.randint(1, 4)):
                people = size if random.random() < 0.7 else random.randint(1, size)
                base[grade, letter, subject] = (people, random.randint(0, people), size)
    return base


def cells_of(key):
    grade, letter, subject = key
    level = "noo" if grade < 5 else "ooo" if grade < 10 else "soo"
    return {
        "school": ("school",),
        "level": ("level", level),
        "grade": ("grade", grade),
        "class": ("class", grade, letter),
        "subject": ("subject", subject),
        "class_subject": ("class_subject", grade, letter, subject),
    }


RELATIONS = (
    ("school", "level", True),
    ("level", "grade", True),
    ("grade", "class", True),
    ("school", "subject", False),
    ("class", "class_subject", False),
    ("subject", "class_subject", True),
)


def tables(base):
    """(groups, sums, rows): rows are {cell: (amount, base)}; people of a class are its size."""
    rows, people, sums = {}, {}, {}
    for key, (count, amount, size) in base.items():
        cells = cells_of(key)
        for scope, cell in cells.items():
            had = rows.get(cell, (0, 0))
            rows[cell] = (had[0] + amount, had[1] + count)
            members = people.setdefault(cell, {})
            most = max(members.get(key[:2], 0), count)
            members[key[:2]] = size if scope != "class_subject" and scope != "subject" else most
        for parent, child, disjoint in RELATIONS:
            sums.setdefault((cells[parent], child, disjoint), set()).add(cells[child])
    groups = {
        cell: Group(
            sum(people[cell].values()), (row,), cell[1:3] if cell[0].startswith("class") else None
        )
        for cell, row in rows.items()
    }
    return (
        groups,
        [Sum(total, tuple(parts), disjoint) for (total, _c, disjoint), parts in sums.items()],
        rows,
    )


def null_space(sums, hidden):
    """A basis of the changes of the hidden cells that no published sum can tell, by plain
    elimination over a dense matrix modulo a prime: independent of the tool's own audit."""
    prime = 2**31 - 1
    cells = sorted(hidden, key=str)
    place = {cell: number for number, cell in enumerate(cells)}
    matrix = []
    for one in sums:
        row = [0] * len(cells)
        for part in one.parts:
            if part in place:
                row[place[part]] += 1
        if one.total in place:
            row[place[one.total]] -= 1
        matrix.append(row)
    pivots, rank = [], 0
    for column in range(len(cells)):
        found = next((r for r in range(rank, len(matrix)) if matrix[r][column] % prime), None)
        if found is None:
            continue
        matrix[rank], matrix[found] = matrix[found], matrix[rank]
        inverse = pow(matrix[rank][column], -1, prime)
        matrix[rank] = [value * inverse % prime for value in matrix[rank]]
        for other in range(len(matrix)):
            if other != rank and matrix[other][column]:
                factor = matrix[other][column]
                matrix[other] = [
                    (a - factor * b) % prime
                    for a, b in zip(matrix[other], matrix[rank], strict=True)
                ]
        pivots.append(column)
        rank += 1
    free = [column for column in range(len(cells)) if column not in pivots]
    basis = []
    for column in free:
        vector = [0] * len(cells)
        vector[column] = 1
        for row, pivot in enumerate(pivots):
            vector[pivot] = -matrix[row][column] % prime
        basis.append(dict(zip(cells, vector, strict=True)))
    return basis


class TestAttack(unittest.TestCase):
    """A reader with all published tables tries to get the hidden cells back."""

    SCHOOLS = 700

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.published = []
        for seed in range(cls.SCHOOLS):
            groups, sums, rows = tables(random_school(random.Random(seed)))
            cls.published.append((seed, groups, sums, rows, protect(groups, sums)))

    def test_no_small_group_is_published(self):
        for seed, groups, _sums, _rows, hidden in self.published:
            shown = {cell for cell in groups if cell not in hidden}
            self.assertFalse([c for c in shown if is_sensitive(groups[c])], seed)

    def test_schools_are_hidden_in_part(self):
        """The other tests would pass if everything were hidden."""
        shares = [len(hidden) / len(groups) for _s, groups, _sums, _r, hidden in self.published]
        self.assertTrue(any(0 < share < 0.6 for share in shares))
        self.assertTrue(any(share == 0 for share in shares))

    def test_no_subtraction_gives_a_hidden_cell(self):
        """A cell is found exactly when every change that the sums allow leaves it as it is."""
        for seed, groups, sums, _rows, hidden in self.published:
            basis = null_space(sums, hidden)
            small = {cell for cell in hidden if is_sensitive(groups[cell])}
            free = {cell for vector in basis for cell, value in vector.items() if value}
            if "school" not in {cell[0] for cell in hidden}:
                self.assertLessEqual(small, free, seed)

    def test_no_two_published_cells_differ_by_a_small_group(self):
        """Total minus the published parts: what is left is one hidden group for the reader."""
        for seed, groups, sums, _rows, hidden in self.published:
            for one in sums:
                left = [part for part in one.parts if part in hidden]
                if one.total in hidden or not left:
                    continue
                people = [groups[part].people for part in left]
                least = sum(people) if one.disjoint else max(people)
                self.assertGreater(len(left), 1, seed)
                self.assertGreaterEqual(least, THRESHOLD, seed)

    def test_bounds_leave_a_small_group_uncertain(self):
        """By sums alone the base of a small group must be able to be five wrong."""
        for seed, groups, sums, rows, hidden in self.published:
            if ("school",) in hidden:
                continue
            bases = {cell: row[1] for cell, row in rows.items()}
            found = interval_attack(sums, bases, hidden)
            for cell in hidden:
                if is_sensitive(groups[cell]):
                    least, greatest = found[cell]
                    self.assertGreaterEqual(greatest - least, THRESHOLD, (seed, cell))

    def test_amount_of_a_small_group_stays_uncertain(self):
        """Except for nobody or everybody of a large group, which holds for its parts as well."""
        for seed, groups, sums, rows, hidden in self.published:
            if ("school",) in hidden:
                continue
            found = interval_attack(sums, {cell: row[0] for cell, row in rows.items()}, hidden)
            for cell in hidden:
                amount, base = rows[cell]
                if is_sensitive(groups[cell]) and 0 < amount < base:
                    least, greatest = found[cell]
                    self.assertLess(least, greatest, (seed, cell))


def interval_attack(sums, amounts, hidden):
    """Bounds of hidden amounts by repeated comparison of every sum, with whole numbers."""
    most = amounts[("school",)]
    known = {
        cell: (0, most) if cell in hidden else (value, value) for cell, value in amounts.items()
    }
    for _round in range(50):
        before = dict(known)
        for one, cell in itertools.chain.from_iterable(
            ((one, cell) for cell in one.cells) for one in sums
        ):
            if cell == one.total:
                low = sum(known[part][0] for part in one.parts)
                high = sum(known[part][1] for part in one.parts)
            else:
                others = [part for part in one.parts if part != cell]
                low = known[one.total][0] - sum(known[part][1] for part in others)
                high = known[one.total][1] - sum(known[part][0] for part in others)
            known[cell] = (max(known[cell][0], low), min(known[cell][1], high))
        if known == before:
            break
    return known
