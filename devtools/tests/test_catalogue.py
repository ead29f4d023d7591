import unittest

import polib

from devtools import catalogue


def po(**translations):
    """A catalogue; names of arguments stand for terms."""
    file = polib.POFile()
    file.extend(polib.POEntry(msgid=msgid, msgstr=text) for msgid, text in translations.items())
    return file


class TestMerge(unittest.TestCase):
    def test_first_source_with_a_translation_wins(self):
        merged = catalogue.merge(
            po(Mark="", Year=""), [{"Mark": ""}, {"Mark": "Отметка"}, {"Mark": "x"}]
        )
        self.assertEqual({e.msgid: e.msgstr for e in merged}, {"Mark": "Отметка", "Year": ""})

    def test_order_is_stable_and_obsolete_terms_go(self):
        merged = catalogue.merge(po(b="", a=""), [{"a": "1", "b": "2", "gone": "3"}])
        self.assertEqual([entry.msgid for entry in merged], ["a", "b"])

    def test_uncertain_translations_are_not_taken(self):
        file = po(Mark="Отметка", Year="Год")
        file[1].flags.append("fuzzy")
        self.assertEqual(catalogue.translations(file), {"Mark": "Отметка"})


class TestFindings(unittest.TestCase):
    def test_complete_catalogue(self):
        self.assertEqual(catalogue.findings(po(Mark=""), po(Mark="Отметка")), [])

    def test_missing_untranslated_and_obsolete(self):
        found = catalogue.findings(po(a="", b=""), po(b="", c="в"))
        self.assertEqual(found, ["missing: 'a'", "not a term any more: 'c'", "untranslated: 'b'"])

    def test_fuzzy(self):
        file = po(a="а")
        file[0].flags.append("fuzzy")
        self.assertEqual(catalogue.findings(po(a=""), file), ["fuzzy: 'a'"])

    def test_placeholders_must_survive(self):
        terms = po(**{"%(n)s pupils of %(name)s": ""})
        good = po(**{"%(n)s pupils of %(name)s": "%(name)s: учеников %(n)s"})
        bad = po(**{"%(n)s pupils of %(name)s": "%(имя)s: учеников %(n)s"})
        self.assertEqual(catalogue.findings(terms, good), [])
        [text] = catalogue.findings(terms, bad)
        self.assertTrue(text.startswith("placeholders differ"))
