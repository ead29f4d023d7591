import unittest

from devtools import sources


def findings(*lines):
    return [text for _line, text in sources.source_findings("\n".join(lines))]


class TestSudo(unittest.TestCase):
    UNEXPLAINED = ["_count uses sudo() and no comment says why it may"]

    def test_a_comment_before_it_says_why(self):
        lines = ("def _count(self):", "    # numbers only", "    return len(self.sudo())")
        self.assertEqual(findings(*lines), [])

    def test_without_a_comment(self):
        lines = ("# numbers only", "def _count(self):", "    return len(self.sudo())")
        self.assertEqual(findings(*lines), self.UNEXPLAINED)

    def test_words_to_a_linter_say_nothing(self):
        lines = ("def _count(self):", "    # noqa: E501", "    return len(self.sudo())")
        self.assertEqual(findings(*lines), self.UNEXPLAINED)


class TestMarkup(unittest.TestCase):
    def test_filled_after_it_is_escaped(self):
        self.assertEqual(findings('Markup("<b>%s</b>") % name', "Markup(file.read())"), [])

    def test_filled_before_it_is_not(self):
        filled = ('f"<b>{name}</b>"', '"<b>%s</b>" % name', '"<b>" + name', '"{}".format(name)')
        for text in filled:
            with self.subTest(text):
                self.assertEqual(len(findings(f"Markup({text})")), 1)
