import unittest

from tools.reports.declaration import Section, frozen_section
from tools.reports.frozen import PEOPLE
from tools.reports.openness import names_people, without_sections
from tools.reports.types import REPORT_TYPES

DATA = {
    "sections": [
        {"code": "classes", "blocks": [{"kind": "cells", "scopes": ["class"]}]},
        {"code": "teachers", "blocks": [{"kind": "cells", "scopes": ["teacher"]}]},
        {"code": "pupils", "blocks": [{"kind": "given", "name": "marks"}]},
        {"code": "summary", "blocks": []},
    ],
    "figures": {"class:1": {"quality": {"value": 50}}, "teacher:7": {"quality": {"value": 9}}},
    "order": {"class": ["class:1"], "teacher": ["teacher:7"]},
    "names": {"class:1": "5А", "teacher:7": "Котова"},
    "given": {"marks": {"rows": [["Иванов"]]}},
    "school": "Школа",
}


class TestReportsOpenness(unittest.TestCase):
    def test_sections_that_name_people(self):
        named = [part["code"] for part in DATA["sections"] if names_people(part)]
        self.assertEqual(named, ["teachers", "pupils"])
        single = {"code": "x", "blocks": [{"kind": "bars", "scope": "student"}]}
        self.assertTrue(names_people(single))

    def test_nothing_of_a_closed_section_is_left(self):
        seen = without_sections(DATA, {"teachers", "pupils"})
        self.assertEqual([part["code"] for part in seen["sections"]], ["classes", "summary"])
        for word in ("Котова", "teacher", "Иванов"):
            self.assertNotIn(word, str(seen))
        self.assertEqual(seen["figures"], {"class:1": {"quality": {"value": 50}}})
        self.assertEqual(seen["names"], {"class:1": "5А"})
        self.assertIn("teacher:7", DATA["figures"])

    def test_what_an_open_section_shows_stays(self):
        seen = without_sections(DATA, {"pupils"})
        self.assertEqual(seen["figures"], DATA["figures"])
        self.assertEqual(seen["names"], DATA["names"])
        self.assertEqual(seen["given"], {})

    def test_each_declared_section_with_people_is_known(self):
        for report_type in REPORT_TYPES.values():
            for section in report_type.sections:
                scopes = report_type_scopes(section)
                if scopes & PEOPLE:
                    self.assertTrue(names_people(frozen_section(section)), section.code)


def report_type_scopes(section: Section):
    scopes = set()
    for block in section.blocks:
        scopes |= set(getattr(block, "scopes", ())) | {getattr(block, "scope", "")}
    return scopes
