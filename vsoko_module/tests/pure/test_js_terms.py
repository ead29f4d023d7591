import re
from pathlib import Path
from unittest import TestCase

ADDON = Path(__file__).parents[2]
TEMPLATE = re.compile(r"`[^`]*`")
TERM = re.compile(r"\b_t\(")


class TestTermsOfScripts(TestCase):
    """Odoo exports no term of a template literal: who reads Russian would meet it in English."""

    def test_no_term_stands_in_a_template_literal(self):
        lost, walked = [], 0
        for file in sorted((ADDON / "static" / "src").rglob("*.js")):
            for literal in TEMPLATE.findall(file.read_text()):
                walked += 1
                if TERM.search(literal):
                    lost.append(f"{file.name}: {literal}")
        self.assertGreater(walked, 20)
        self.assertEqual(lost, [])
