"""What holds for whatever comes: rounding, scales, formulas, cells, names, hidden cells."""

import itertools
import re
import unittest
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.formula import FormulaError, Reference, evaluate, parse
from tools.measures import Band, ScaleError, check_scale, mark_of
from tools.measures.disclosure import THRESHOLD, Group, Sum, is_sensitive, protect
from tools.natural_order import natural_key
from tools.numbers import change, decimal_of, rounded
from tools.readers.cells import (
    BAD,
    FRACTION,
    GRADED,
    STATUSES,
    BadValue,
    date_order,
    parse_date,
    parse_mark,
    parse_number,
)
from tools.readers.class_names import class_key, class_text, parse_class, split_groups
from tools.readers.names import fold_person, is_person, readings, split_person

settings.register_profile(
    "quick",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=150,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("quick")

FIGURES = st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9)
DIGITS = st.integers(0, 6)
DAYS = st.dates(date(1930, 1, 1), date(2099, 12, 31))
RUSSIAN = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12)
SURNAMES = RUSSIAN.filter(lambda word: word[0] not in "ъыь").map(str.capitalize)
LETTERS = st.sampled_from("АБВГДЕЖЗИК")


class TestRounding(unittest.TestCase):
    @given(FIGURES, DIGITS)
    def test_the_nearest_and_of_two_that_are_as_near_the_farther_from_zero(self, value, digits):
        found, exact = rounded(value, digits), decimal_of(value)
        half = Decimal(1).scaleb(-digits) / 2
        self.assertLessEqual(abs(found - exact), half)
        self.assertEqual(found.as_tuple().exponent, -digits)
        if abs(found - exact) == half:
            self.assertGreater(abs(found), abs(exact))

    @given(FIGURES, DIGITS)
    def test_what_is_rounded_stays_and_a_sign_turns_with_it(self, value, digits):
        found = rounded(value, digits)
        self.assertEqual(rounded(found, digits), found)
        self.assertEqual(rounded(-value, digits), -found)
        self.assertFalse(found.is_zero() and found.is_signed())

    @given(FIGURES, FIGURES, DIGITS)
    def test_a_change_is_between_the_figures_that_are_shown(self, current, previous, digits):
        found = change(current, previous, digits)
        self.assertEqual(rounded(previous, digits) + found, rounded(current, digits))
        self.assertEqual(change(previous, current, digits), -found)
        self.assertEqual(change(current, current, digits), 0)


class TestScale(unittest.TestCase):
    @given(st.lists(st.integers(1, 60), min_size=1, max_size=3, unique=True), st.integers(0, 60))
    def test_more_points_never_give_a_lower_mark(self, borders, total):
        lowest = sorted(borders)
        bands = check_scale(
            [Band(0, 2), *(Band(score, mark) for mark, score in enumerate(lowest, 3))], 60
        )
        mark = mark_of(total, bands)
        self.assertEqual(mark, 2 + sum(total >= border for border in lowest))
        self.assertLessEqual(mark, mark_of(total + 1, bands))
        self.assertEqual(mark_of(lowest[0], bands), mark_of(lowest[0] - 1, bands) + 1)

    @given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)), max_size=5))
    def test_a_scale_gives_each_total_one_mark_or_is_refused(self, pairs):
        bands = [Band(*pair) for pair in pairs]
        ordered = sorted(pairs)
        scores, marks = [score for score, _m in ordered], [mark for _s, mark in ordered]
        is_good = (
            bool(pairs)
            and scores[0] == 0
            and scores[-1] <= 10
            and all(a < b for a, b in itertools.pairwise(scores))
            and all(a < b for a, b in itertools.pairwise(marks))
        )
        if not is_good:
            self.assertRaises(ScaleError, check_scale, bands, 10)
            return
        checked = check_scale(bands, 10)
        self.assertEqual([band.min_score for band in checked], scores)
        self.assertEqual(mark_of(10, checked), marks[-1])
        self.assertEqual(mark_of(0, checked), marks[0])

    @given(st.integers(0, 31), st.integers(0, 5))
    def test_a_condition_takes_marks_and_gives_none(self, total, geometry):
        bands = [Band(0, 2), Band(8, 3, "geometry", 2), Band(15, 4, "geometry", 2)]
        free = [Band(band.min_score, band.mark) for band in bands]
        mark = mark_of(total, bands, {"geometry": geometry})
        self.assertLessEqual(mark, mark_of(total, free))
        self.assertEqual(mark, mark_of(total, free) if geometry >= 2 else 2)
        self.assertEqual(mark_of(total, bands), 2, "a part without points has none")


CODES = (Reference("n"), Reference("k"))
# eight halves multiplied have eight decimals: within what the language counts with
SUMS = st.recursive(
    st.integers(0, 999).map(str) | st.sampled_from(["0.5", "n", "k"]),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda parts: "({} {} {})".format(*parts)
    ),
    max_leaves=8,
)


class TestFormula(unittest.TestCase):
    @given(SUMS, st.integers(-50, 50), st.integers(-50, 50))
    def test_sums_and_products_are_exact(self, text, n, k):
        outcome = evaluate(parse(text), dict(zip(CODES, (n, k), strict=True)))
        figures = {"n": f"Fraction({n})", "k": f"Fraction({k})"}
        words = re.sub(
            r"[\d.]+|[nk]", lambda one: figures.get(one[0], f"Fraction('{one[0]}')"), text
        )
        # the text is made above of digits, brackets and three signs
        exact = eval(words, {"Fraction": Fraction})  # pylint: disable=eval-used
        if outcome.value is None:
            self.assertEqual(outcome.reason, "out_of_range")
        else:
            self.assertEqual(outcome.value, float(exact))
            self.assertLess(abs(exact), 10**15)

    @given(st.integers(-999, 999), st.integers(-999, 999))
    def test_a_quotient_has_twelve_decimals(self, n, k):
        outcome = evaluate(parse("n / k"), dict(zip(CODES, (n, k), strict=True)))
        if k:
            exact = Decimal(n) / Decimal(k)
            self.assertEqual(outcome.value, float(rounded(exact, 12)))
            self.assertIsNone(outcome.reason)
        else:
            self.assertEqual((outcome.value, outcome.reason), (None, "division_by_zero"))

    @given(st.text(max_size=40) | st.text("n1+-*/()<>=., andorif[]'%", max_size=25))
    def test_any_text_is_a_formula_or_is_refused_in_words(self, text):
        try:
            tree = parse(text)
        except FormulaError as error:
            self.assertTrue(error.message())
            return
        self.assertEqual(parse(text), tree)
        self.assertEqual(parse(f"({text})"), tree)

    @given(SUMS)
    def test_a_missing_figure_makes_the_whole_missing(self, text):
        outcome = evaluate(parse(text), {})
        if re.search("[nk]", text):
            self.assertIsNone(outcome.value)
            self.assertTrue(outcome.reason)
        else:
            self.assertNotEqual(outcome.reason, "missing_operand")


class TestCells(unittest.TestCase):
    @given(DAYS, st.sampled_from([".", "/", "-"]), st.booleans())
    def test_a_day_is_read_however_it_is_written(self, day, mark, is_padded):
        width = 2 if is_padded else 1
        text = mark.join((f"{day.day:0{width}}", f"{day.month:0{width}}", str(day.year)))
        self.assertEqual(parse_date(text), day)
        self.assertEqual(parse_date(day.isoformat()), day)
        self.assertEqual(parse_date((day - date(1899, 12, 30)).days), day)
        turned = mark.join((str(day.month), str(day.day), str(day.year)))
        self.assertEqual(parse_date(turned, month_first=True), day)

    @given(DAYS, DAYS)
    def test_two_digits_of_a_year_are_of_the_last_hundred_years(self, day, today):
        found = (
            parse_date(f"{day:%d.%m.}{day.year % 100:02}", today=today) if day.day < 29 else None
        )
        if found:
            self.assertEqual((found.day, found.month), (day.day, day.month))
            self.assertLessEqual(found.year, today.year + 1)
            self.assertGreater(found.year, today.year - 99)

    @given(st.lists(DAYS, min_size=1, max_size=6))
    def test_the_order_of_a_column_is_told_by_days_above_twelve(self, days):
        ours = date_order([f"{day:%d.%m.%Y}" for day in days])
        american = date_order([f"{day:%m/%d/%Y}" for day in days])
        is_proved = any(day.day > 12 for day in days)
        self.assertFalse(ours.month_first)
        self.assertEqual(american.month_first, is_proved)
        self.assertTrue(ours.is_proved)

    @given(st.text(max_size=12) | st.integers() | st.floats(allow_nan=False) | st.none())
    def test_a_mark_is_two_to_five_or_a_known_word_or_none(self, value):
        mark = parse_mark(value)
        if mark and mark.status == GRADED:
            self.assertIn(mark.value, (2, 3, 4, 5))
            self.assertRegex(str(value).lower(), r"[2-5]|отл|хор|уд")
        elif mark:
            self.assertIn(mark.status, {*STATUSES, ""})
            self.assertIn(mark.value, (0, BAD.value, FRACTION.value))

    @given(st.decimals(-(10**9), 10**9, places=3))
    def test_a_number_is_read_with_comma_spaces_and_per_cent(self, value):
        text = f"{value:f}"
        grouped = f"{value:,f}".replace(",", "\xa0").replace(".", ",")
        self.assertEqual(parse_number(text), float(value))
        self.assertEqual(parse_number(f" {grouped} %"), float(value))
        self.assertRaises(BadValue, parse_number, f"{text} кг")


class TestNames(unittest.TestCase):
    @given(st.integers(1, 11), LETTERS)
    def test_a_class_is_one_in_all_its_spellings(self, grade, letter):
        name = class_text(grade, letter)
        for text in (f"{grade} «{letter}» класс", f"{grade}-{letter.lower()}", f"класс {name}"):
            self.assertEqual(parse_class(text), parse_class(name), text)
            self.assertEqual(class_key(grade, text), class_key(grade, letter), text)
        self.assertEqual((parse_class(name).grade, parse_class(name).letter), (grade, letter))

    @given(st.lists(st.tuples(st.integers(1, 11), LETTERS), min_size=1, max_size=5))
    def test_a_list_of_classes_is_read_whole_and_in_its_order(self, classes):
        names = [class_text(*one) for one in classes]
        for separator in (", ", "; ", " и "):
            found = split_groups(separator.join(names))
            self.assertEqual([(one.grade, one.letter) for one, _group in found], classes)
            self.assertEqual({group for _one, group in found}, {""})

    @given(st.tuples(SURNAMES, SURNAMES, SURNAMES))
    def test_a_person_is_one_whatever_case_and_spaces(self, words):
        name = " ".join(words)
        for text in (name.upper(), f"  {'  '.join(words)} ", f"12. {name}", name.replace("ё", "е")):
            self.assertEqual(fold_person(split_person(text).name), fold_person(name), text)
        self.assertEqual(readings(name), (fold_person(name),))

    @given(SURNAMES, SURNAMES, SURNAMES)
    def test_another_surname_in_brackets_gives_two_readings(self, one, other, given_name):
        both = readings(f"{one} ({other}) {given_name}")
        self.assertEqual(len(both), 2)
        self.assertEqual(both[0], fold_person(f"{one} {given_name}"))
        self.assertEqual(both[1], fold_person(f"{other} {given_name}"))

    @given(st.text(max_size=30))
    def test_no_text_breaks_the_reading_of_people(self, text):
        self.assertIsInstance(is_person(text), bool)
        self.assertEqual(fold_person(fold_person(text)), fold_person(text))
        self.assertFalse(is_person(re.sub(r"[^\W\d_]", "", text)), "no letters, no person")

    @given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8))
    def test_codes_stand_in_the_order_of_their_numbers(self, pairs):
        codes = [f"{a}.{b}" for a, b in pairs]
        expected = [f"{a}.{b}" for a, b in sorted(pairs)]
        self.assertEqual(sorted(codes, key=natural_key), expected)


class TestHiddenCells(unittest.TestCase):
    CLASSES = st.lists(
        st.integers(0, 30).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
        min_size=1,
        max_size=6,
    )

    def grade(self, classes):
        groups = {
            place: Group(people, ((amount, people),))
            for place, (people, amount) in enumerate(classes)
        }
        people, amount = map(sum, zip(*classes, strict=True))
        groups["grade"] = Group(people, ((amount, people),))
        return groups, [Sum("grade", tuple(range(len(classes))))]

    @given(CLASSES)
    def test_no_small_group_is_shown_nor_found_by_subtraction(self, classes):
        groups, sums = self.grade(classes)
        hidden = protect(groups, sums)
        self.assertFalse([c for c in groups if is_sensitive(groups[c]) and c not in hidden])
        closed = [place for place in range(len(classes)) if place in hidden]
        if closed and "grade" not in hidden:
            left = sum(classes[place][0] for place in closed)
            self.assertGreaterEqual(left, THRESHOLD, "the grade less what is shown")
            self.assertGreater(len(closed), 1)

    @given(CLASSES)
    def test_a_grade_without_small_groups_hides_nothing(self, classes):
        groups, sums = self.grade(classes)
        if not any(map(is_sensitive, groups.values())):
            self.assertEqual(protect(groups, sums), frozenset())
        self.assertLessEqual(protect(groups, sums), groups.keys())
        turned = dict(reversed(groups.items()))
        self.assertEqual(protect(turned, sums), protect(groups, sums))

    @given(CLASSES, st.integers(0, 5))
    def test_what_was_hidden_stays_hidden(self, classes, place):
        groups, sums = self.grade(classes)
        before = protect(groups, sums)
        more = protect(groups, sums, hidden_before=before | {place})
        self.assertLessEqual(before, more)
        self.assertEqual(place in more, place in before or place in groups)
        self.assertEqual(more, protect(groups, sums, hidden_before=more))
