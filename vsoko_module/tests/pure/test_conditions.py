import unittest

from tools import conditions

KINDS = {
    "value": "integer",
    "average": "float",
    "status": "selection",
    "passed": "boolean",
    "date": "date",
    "name": "char",
    "subject_id": "many2one",
    "subject_id.code": "char",
}


def parse(text):
    return conditions.parse(text, KINDS)


class TestConditions(unittest.TestCase):
    def _refused(self, code, *texts):
        for text in texts:
            with (
                self.subTest(text=text[:60]),
                self.assertRaises(conditions.ConditionError) as found,
            ):
                parse(text)
            self.assertEqual(found.exception.code, code, text[:60])
            self.assertTrue(str(found.exception))

    def test_what_can_be_computed(self):
        for text, expected in (
            ("", []),
            ("[]", []),
            ("[('value', '>=', 4)]", [("value", ">=", 4)]),
            ('[["value", "in", [4, 5]]]', [("value", "in", [4, 5])]),
            ("[('average', '<', 3)]", [("average", "<", 3)]),
            ("[('status', '=', False)]", [("status", "=", False)]),
            ("[('date', '>', '2026-01-31')]", [("date", ">", "2026-01-31")]),
            ("[('subject_id.code', 'like', 'MATH')]", [("subject_id.code", "like", "MATH")]),
        ):
            with self.subTest(text=text):
                self.assertEqual(parse(text), expected)

    def test_signs_join_what_follows(self):
        one = "('passed', '=', True)"
        for text in (
            f"['|', {one}, {one}]",
            f"['!', {one}, {one}]",
            f"['&', '|', {one}, {one}, {one}]",
        ):
            with self.subTest(text=text):
                self.assertTrue(parse(text))
        self._refused("incomplete", f"['&', {one}]", "['!']", f"[{one}, '|', {one}]")

    def test_unreadable(self):
        self._refused(
            "unreadable",
            "[",
            "{}",
            "'x'",
            "[('value', '=', uid)]",
            "__import__('os').system('id')",
            "[" * 300,
        )
        # as long as allowed: the parser of Python itself gives up
        self._refused("unreadable", "-" * 1999, "~" * 1999, "(" * 1999)
        self._refused("too_long", "-" * 100_000, "~" * 50_000)

    def test_what_is_exactly_as_large_as_allowed_is_taken(self):
        self.assertEqual(parse("[]".ljust(2000)), [])
        self._refused("too_long", "[]".ljust(2001))
        many = list(range(200))
        self.assertEqual(parse(f"[('value', 'in', {many})]"), [("value", "in", many)])
        name = "я" * 200
        self.assertEqual(parse(f"[('name', '=', '{name}')]"), [("name", "=", name)])
        self._refused("value", f"[('name', '=', '{name}я')]")

    def test_numbers_end_where_the_database_does(self):
        for field in ("value", "average", "subject_id"):
            for number in (2147483647, -2147483647):
                with self.subTest(field=field, number=number):
                    found = parse(f"[('{field}', '=', {number})]")
                    self.assertEqual(found, [(field, "=", number)])
            self._refused("value", f"[('{field}', '=', 2147483648)]")
        self._refused("value", "[('average', '<', 2147483647.5)]")

    def test_an_empty_field_is_asked_for_by_equality_alone(self):
        for operator in ("=", "!="):
            found = parse(f"[('date', '{operator}', False)]")
            self.assertEqual(found, [("date", operator, False)])
        self._refused("value", "[('date', '<', False)]", "[('average', '>=', False)]")
        self._refused("value", "[('name', 'like', False)]")

    def test_comparisons_side_by_side_need_no_sign(self):
        one, other = ("value", "=", 4), ("value", "=", 5)
        self.assertEqual(parse(f"[{one}, {other}]"), [one, other])
        self.assertEqual(parse(f"['|', {one}, {other}, {one}]"), ["|", one, other, one])
        self.assertEqual(parse(f"[{one}, '!', {other}]"), [one, "!", other])
        self._refused("incomplete", f"[{one}, '|', {other}]")

    def test_comparisons(self):
        self._refused("comparison", "['x']", "[('value', '=')]", "[(1, '=', 1)]", "[1]", "[None]")
        self._refused(
            "unknown_field",
            "[('teacher_id.user_id.login', '=', 'x')]",
            "[('value.x', '=', 1)]",
            "[('is_own', '=', True)]",
            "[('message_ids.body', 'ilike', 'x')]",
        )
        self._refused(
            "operator",
            "[('value', 'parent_of', 1)]",
            "[('value', 'any', [])]",
            "[('value', 'like', 1)]",
            "[('passed', '>', True)]",
            "[('value', ['='], 1)]",
        )

    def test_values_are_of_the_kind_of_their_field(self):
        self._refused(
            "value",
            "[('value', '>', 'a')]",
            "[('value', '=', 1e400)]",
            "[('average', '<', 1e400)]",
            "[('value', '=', 1j)]",
            "[('value', '=', b'x')]",
            "[('value', 'in', [True, 'x'])]",
            "[('value', 'in', 4)]",
            "[('value', '=', True)]",
            "[('value', '>', False)]",
            "[('value', '=', 99999999999)]",
            r"[('name', '=', '\x00')]",
            r"[('name', '=', '\ud800')]",
            "[('passed', '=', 1)]",
            "[('date', '=', '2026-02-31')]",
            "[('date', '=', 'today')]",
        )
        self._refused("too_many", f"[('value', 'in', {list(range(201))})]")
