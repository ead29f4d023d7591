import unittest

from tools.reports.types import REPORT_TYPES

# tables of more columns than a page has room for: of groups, of subjects, of questions, of parts
ACROSS = {
    "period_results": ["groups", "class_subject"],
    "passport": ["indicators"],
    "survey_results": ["items", "classes"],
    "class_rating": ["parts"],
    "subject_rating": ["parts"],
    "training_results": ["teachers", "changes"],
}


class TestTypes(unittest.TestCase):
    def test_the_widest_tables_lie_across(self):
        found = {
            code: [section.code for section in report_type.sections if section.wide]
            for code, report_type in REPORT_TYPES.items()
        }
        self.assertEqual({code: names for code, names in found.items() if names}, ACROSS)

    def test_sections_of_a_type_are_told_apart(self):
        for code, report_type in REPORT_TYPES.items():
            with self.subTest(code):
                names = [section.code for section in report_type.sections]
                self.assertEqual(len(set(names)), len(names))
                self.assertTrue(all(section.title for section in report_type.sections))
