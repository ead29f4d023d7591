import tempfile
import unittest
from pathlib import Path

from devtools import selection

SOURCE = """
class TestYear(TransactionCase):
    def test_overlap(self): ...
    def test_state(self): ...
    def helper(self): ...

class Common:
    def prepare(self): ...
"""


class TestTags(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addon = Path(folder.name) / "vsoko_module"
        tests = self.addon / "tests"
        for room, name in (("school", "test_calendar.py"), ("pure", "test_year.py")):
            (tests / room).mkdir(parents=True)
            (tests / room / name).write_text(SOURCE)

    def test_word_in_the_path_or_the_class_takes_the_class(self):
        for word in ("school", "CALENDAR", "testyear"):
            self.assertEqual(selection.tags([word], self.addon), ["/vsoko_module:TestYear"])

    def test_classes_that_ask_the_server(self):
        tour = "class TestTour(SchoolCase, HttpCase): ..."
        (self.addon / "tests" / "school" / "test_tour.py").write_text(tour)
        self.assertEqual(selection.server_tags(self.addon), ["/vsoko_module:TestTour"])

    def test_classes_that_ask_the_server_by_a_base_of_another_file(self):
        tests = self.addon / "tests"
        (tests / "keyboard.py").write_text("class KeyboardCase(FixtureCase, HttpCase): ...")
        walk = "class TestWalk(SchoolCase, KeyboardCase):\n    def test_tab(self): ..."
        (tests / "school" / "test_walk.py").write_text(walk)
        self.assertEqual(selection.server_tags(self.addon), ["/vsoko_module:TestWalk"])
        self.assertEqual(list(selection.weights(self.addon)), ["/vsoko_module:TestYear"])
        self.assertEqual(selection.tags(["tab"], self.addon), ["/vsoko_module:TestWalk.test_tab"])

    def test_classes_that_ask_no_server_weigh_their_tests(self):
        tests = self.addon / "tests"
        (tests / "test_doors.py").write_text("class TestDoors(Case):\n    def test_all(self): ...")
        tour = "class TestTour(HttpCase):\n    def test_tour(self): ..."
        (tests / "school" / "test_tour.py").write_text(tour)
        (tests / "school" / "test_twin.py").write_text(SOURCE)
        self.assertEqual(
            list(selection.weights(self.addon).items()),
            [("/vsoko_module:TestDoors", 1), ("/vsoko_module:TestYear", 4)],
        )

    def test_word_in_a_method_takes_the_method(self):
        self.assertEqual(
            selection.tags(["overlap"], self.addon), ["/vsoko_module:TestYear.test_overlap"]
        )
        self.assertEqual(
            selection.tags(["Year.test_st"], self.addon), ["/vsoko_module:TestYear.test_state"]
        )

    def test_several_words_take_what_any_of_them_means(self):
        self.assertEqual(
            selection.tags(["overlap", "Year.test_st"], self.addon),
            ["/vsoko_module:TestYear.test_overlap", "/vsoko_module:TestYear.test_state"],
        )
        self.assertTrue(selection.asks_for("release_before", ["school", "RELEASE"]))
        self.assertFalse(selection.asks_for("release_before", ["school"]))

    def test_inherited_tests_run_where_the_class_lets_them_in(self):
        path = self.addon / "tests" / "school" / "test_calendar.py"
        twin = "class TestLeapYear(TestYear):\n    {}\n"
        path.write_text(SOURCE + twin.format("days = 366"))
        self.assertEqual(selection.tags(["leap"], self.addon), [])
        self.assertEqual(selection.silent(path), ["TestLeapYear"])
        path.write_text(SOURCE + twin.format("allow_inherited_tests_method = True"))
        self.assertEqual(selection.tags(["leap"], self.addon), ["/vsoko_module:TestLeapYear"])
        self.assertEqual(selection.silent(path), [])

    def test_unknown_word(self):
        self.assertEqual(selection.tags(["no such thing"], self.addon), [])

    def test_helpers_are_no_tests(self):
        self.assertEqual(selection.tags(["prepare"], self.addon), [])

    def test_each_addon_has_tests_of_its_own(self):
        self.assertEqual(selection.tags(["year"], self.addon.parent / "vsoko_module_dms"), [])
        (path,) = selection.test_files(self.addon)
        self.assertEqual(
            selection.logger_name(path, self.addon),
            "odoo.addons.vsoko_module.tests.school.test_calendar",
        )
