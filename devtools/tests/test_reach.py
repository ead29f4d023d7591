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
CLASSES = [
    {
        "module": "figures.test_slow",
        "name": "TestSlow",
        "calls": {"": [9.0, []], "test_a": [1.0, ["m/mark.py:judge"]], "test_b": [1.0, []]},
    },
    {
        "module": "figures.test_quick",
        "name": "TestQuick",
        "calls": {"": [1.0, ["m/mark.py:judge"]], "test_c": [1.0, []], "test_d": [1.0, []]},
    },
    {
        "module": "figures.test_others",
        "name": "TestOthers",
        "calls": {"": [0.5, []], "test_e": [0.1, ["m/mark.py:judges"]], "test_f": [0.1, []]},
    },
]


def asked(function, *words):
    found = reach.asked(CLASSES, "m/mark.py", function, list(words))
    return [method.removeprefix("test_") for _module, _name, method in found]


class TestReach(unittest.TestCase):
    def test_a_line_belongs_to_the_outermost_function(self):
        lines = SOURCE.splitlines()
        found = {line: reach.function_at(SOURCE, number) for number, line in enumerate(lines, 1)}
        self.assertEqual(found["    def compute(self, least=3):"], "Mark.compute")
        self.assertEqual(found["        return value"], "judge")
        self.assertEqual(found["BORDER = 5"], "")
        self.assertEqual(found["    name = Char(default=lambda self: self.first())"], "")

    def test_a_watched_program_tells_where_it_begins_and_does_the_same(self):
        told = []
        program = compile(
            reach.watched("def judge(value):\n    return value + 1\n", "m"), "m", "exec"
        )
        names = {reach.CALL: told.append}
        exec(program, names)
        self.assertEqual(names["judge"](2), 3)
        self.assertEqual(told, ["m:judge"])
        self.assertEqual(names["judge"](3), 4)
        self.assertEqual(told, ["m:judge"] * 2)

    def test_what_calls_a_function_is_asked_with_what_its_class_prepares(self):
        self.assertEqual(asked("judge"), ["c", "d", "a"])
        self.assertEqual(asked("judges"), ["e"])
        self.assertEqual(asked("unknown"), [])

    def test_a_name_that_fits_comes_before_speed(self):
        self.assertEqual(asked("judge", "slow"), ["a", "c", "d"])
        self.assertEqual(asked("judge", "judge"), ["c", "d", "a"])

    def test_what_is_no_function_is_asked_of_all_those_first_that_call_the_file(self):
        self.assertEqual(asked(""), ["e", "c", "d", "a", "f", "b"])
        self.assertEqual(asked("", "slow"), ["a", "e", "c", "d", "b", "f"])
