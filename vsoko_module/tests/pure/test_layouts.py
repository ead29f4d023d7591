import unittest

from tools.readers import LAYOUTS
from tools.readers.layout import Asked


class TestLayouts(unittest.TestCase):
    """The registry of layouts, and what the program asks of a file of each."""

    def asking(self, what):
        return {key for key, layout in LAYOUTS.items() if what in layout.asks}

    def test_lists_of_people_come_before_what_refers_to_people(self):
        keys = [*LAYOUTS]
        self.assertEqual(keys[:2], ["contingent", "staff"])
        self.assertLess(keys.index("staff_education"), keys.index("class_ledger"))
        self.assertLess(keys.index("load"), keys.index("class_ledger"))
        self.assertLess(keys.index("test_description"), keys.index("class_test"))

    def test_each_is_declared_once_and_whole(self):
        self.assertEqual(len(LAYOUTS), 42)
        titles = {layout.title for layout in LAYOUTS.values()}
        self.assertEqual(len(titles), 42)
        for layout in LAYOUTS.values():
            self.assertTrue(layout.loader, layout.key)
            self.assertLessEqual(set(layout.asks), set(Asked), layout.key)

    def test_what_is_asked(self):
        self.assertEqual(
            self.asking("period"),
            {"class_ledger", "class_absences", "pupil_missed_days", "marks_list", "teacher_report"},
        )
        results = {
            "class_test",
            "task_points",
            "exam_list",
            "work_list",
            "vpr_collection_form",
            "vpr_individual_results",
            "oge_protocol",
            "ege_protocol",
        }
        groups = {
            "vpr_journal_comparison",
            "vpr_mark_statistics",
            "vpr_planned_results",
            "vpr_point_shares",
            "vpr_task_shares",
        }
        self.assertEqual(self.asking("work"), results | groups | {"assessment_sheet"})
        self.assertEqual(self.asking("test"), results | {"test_description"})
        of_events = {"achievements", "upbringing"}
        self.assertEqual(self.asking("day"), results | groups | {"vpr_codes"} | of_events)
        subject = results | groups | {"codifier", "test_description", "vpr_codes"}
        self.assertEqual(self.asking("subject"), subject)
        marks = {"class_ledger", "class_ledger_year", "marks_list", "test_description"}
        self.assertEqual(
            self.asking("class"), results | groups | marks | {"pupil_missed_days", "report_card"}
        )


if __name__ == "__main__":
    unittest.main()
