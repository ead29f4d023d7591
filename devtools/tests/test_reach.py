import unittest

from devtools import reach

SOURCE = '''"""Marks."""

BORDER = 5


class Mark(Model):
    name = Char(default=lambda self: self.first())

    @depends("name")
    def compute(self, least=3):
        """What it is."""
        return [inner(mark) for mark in self if mark > least]


def judge(value):
    def inner():
        return value

    return inner()
'''
BRANCHES = """def judge(value):
    first = 1
    if value:
        return 2
    elif first:
        third = 3
    fourth = 4
    try:
        fifth = 5
    except ValueError:
        sixth = 6
        raise
    return fourth
"""
CLASSES = [
    {
        "module": "figures.test_slow",
        "name": "TestSlow",
        "calls": {"": [9.0, []], "test_a": [1.0, ["m/mark.py:judge:3"]], "test_b": [1.0, []]},
    },
    {
        "module": "figures.test_quick",
        "name": "TestQuick",
        "calls": {"": [1.0, ["m/mark.py:judge:3"]], "test_c": [1.0, []], "test_d": [1.0, []]},
    },
    {
        "module": "figures.test_others",
        "name": "TestOthers",
        "calls": {"": [0.5, []], "test_e": [0.1, ["m/mark.py:judge:31"]], "test_f": [0.1, []]},
    },
]


def asked(function, *words):
    found = reach.asked(CLASSES, "m/mark.py", function, list(words))
    return [method.removeprefix("test_") for _module, _name, method in found]


class TestReach(unittest.TestCase):
    def places(self, text):
        lines = enumerate(text.splitlines(), 1)
        return {line.strip(): reach.place_of(text, number) for number, line in lines}

    def test_a_line_belongs_to_the_outermost_function(self):
        found = self.places(SOURCE)
        self.assertEqual(found["def compute(self, least=3):"], "Mark.compute:11")
        self.assertEqual(
            found["return [inner(mark) for mark in self if mark > least]"], "Mark.compute:11"
        )
        self.assertEqual(found["return value"], "judge:17")
        self.assertEqual(found["BORDER = 5"], "")
        self.assertEqual(found["name = Char(default=lambda self: self.first())"], "")

    def test_what_may_be_left_out_has_a_place_of_its_own(self):
        text = BRANCHES
        found = {line: place.rpartition(":")[2] for line, place in self.places(text).items()}
        self.assertEqual(
            [found[line] for line in ("first = 1", "if value:", "return 2", "elif first:")],
            ["2", "2", "4", "5"],
        )
        self.assertEqual([found[line] for line in ("third = 3", "fourth = 4")], ["6", "7"])
        self.assertEqual([found[line] for line in ("fifth = 5", "sixth = 6")], ["9", "11"])

    def test_a_watched_program_tells_what_it_reaches_and_does_the_same(self):
        told = []
        names = {reach.CALL: told.append}
        exec(compile(reach.watched(BRANCHES, "m"), "m", "exec"), names)
        self.assertEqual(names["judge"](True), 2)
        self.assertEqual(told, ["m:judge:2", "m:judge:4"])
        told.clear()
        self.assertEqual(names["judge"](False), 4)
        self.assertEqual(told, [f"m:judge:{line}" for line in (2, 5, 6, 7, 9, 13)])

    def test_what_reaches_a_place_is_asked_with_what_its_class_prepares(self):
        self.assertEqual(asked("judge:3"), ["c", "d", "a"])
        self.assertEqual(asked("judge:31"), ["e"])
        self.assertEqual(asked("unknown:1"), [])

    def test_a_name_that_fits_comes_before_speed(self):
        self.assertEqual(asked("judge:3", "slow"), ["a", "c", "d"])
        self.assertEqual(asked("judge:3", "judge"), ["c", "d", "a"])

    def test_what_is_in_no_function_is_asked_of_all_those_first_that_reach_the_file(self):
        self.assertEqual(asked(""), ["e", "c", "d", "a", "f", "b"])
        self.assertEqual(asked("", "slow"), ["a", "e", "c", "d", "b", "f"])
