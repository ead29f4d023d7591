import ast
import unittest

from devtools.mutants import mutants

SOURCE = '''"""Documentation with 1 < 2 AND more."""

BORDER = 5
QUERY = SQL("SELECT a FROM b WHERE a <= %s AND c IS NULL")
LABEL = fields.Char(string="More than 3", size=7)


def judge(value: int = 2) -> bool:
    """No 4 of it."""
    if not value:
        return None
    return BORDER <= value and min(value, 9) > 0
'''


def changes(text=SOURCE):
    return {(mutant.line, mutant.before, mutant.after) for mutant in mutants(text)}


class TestMutants(unittest.TestCase):
    def test_code_slips_at_its_comparisons_numbers_and_calls(self):
        found = changes()
        self.assertIn((3, "5", "6"), found)
        self.assertIn((12, "BORDER <= value", "(BORDER < value)"), found)
        self.assertIn((12, "min", "max"), found)
        self.assertIn((10, "not value", "(value)"), found)
        self.assertIn((8, "2", "3"), found)
        whole = "BORDER <= value and min(value, 9) > 0"
        self.assertIn((12, whole, f"({whole.replace('and', 'or')})"), found)
        self.assertIn((12, whole, "None"), found)

    def test_sql_slips_in_its_text(self):
        found = {change for change in changes() if change[0] == 4}
        expected = {(4, "<=", "<"), (4, "AND", "OR"), (4, "IS NULL", "IS NOT NULL")}
        self.assertEqual(found, expected)

    def test_documentation_words_and_annotations_are_left(self):
        lines = {line for line, _before, _after in changes()}
        self.assertNotIn(1, lines)
        self.assertNotIn(9, lines)
        self.assertEqual({change for change in changes() if change[0] == 5}, {(5, "7", "8")})

    def test_each_mutant_is_a_program_that_differs_in_one_place(self):
        texts = [mutant.applied(SOURCE) for mutant in mutants(SOURCE)]
        self.assertEqual(len(texts), len(set(texts)))
        self.assertNotIn(SOURCE, texts)
        for mutant, text in zip(mutants(SOURCE), texts, strict=True):
            ast.parse(text)
            self.assertEqual(len(text) - len(SOURCE), len(mutant.after) - len(mutant.before))

    def test_letters_of_several_bytes_do_not_move_the_place(self):
        (mutant,) = mutants("x = 'Отметка «н/а»', 7\n")
        self.assertEqual((mutant.before, mutant.after), ("7", "8"))
        self.assertEqual(mutant.applied("x = 'Отметка «н/а»', 7\n"), "x = 'Отметка «н/а»', 8\n")
        self.assertIn("→", str(mutant))
