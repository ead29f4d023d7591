import unittest

from devtools.odoo_log import LogReader

ROOT = "/home/somebody/vsoko"
TEST_LOGGER = "odoo.addons.vsoko_module.tests.school.test_year"


def line(level, logger, message):
    return f"2026-01-31 10:00:00,123 4711 {level} vsoko_1_test {logger}: {message}"


def read(*lines):
    return LogReader(ROOT).read(text for entry in lines for text in entry.split("\n"))


def start(test):
    return line("INFO", TEST_LOGGER, f"Starting {test} ...")


class TestCounting(unittest.TestCase):
    def test_each_method_counts_once(self):
        outcome = read(start("TestYear.test_a"), start("TestYear.test_b"))
        self.assertEqual(outcome.passed_count, 2)
        self.assertEqual(outcome.closing_line(), "2 passed, 0 failed")
        self.assertTrue(outcome.succeeded)

    def test_same_names_in_two_files_are_two_tests(self):
        other = TEST_LOGGER.replace("test_year", "test_class")
        outcome = read(
            start("TestX.test_a"), line("INFO", other, "Starting TestX.test_a ..."),
        )  # fmt: skip
        self.assertEqual(outcome.passed_count, 2)

    def test_failure_with_its_traceback(self):
        outcome = read(
            start("TestYear.test_a"),
            line("ERROR", TEST_LOGGER, "FAIL: TestYear.test_a\nTraceback (most recent call last):"),
            "AssertionError: 1 != 2",
        )
        self.assertEqual(outcome.closing_line(), "0 passed, 1 failed")
        self.assertIn("AssertionError: 1 != 2", outcome.failed["school.test_year.TestYear.test_a"])
        self.assertEqual(outcome.problems, [])

    def test_subtests_fail_their_test_once(self):
        outcome = read(
            start("TestYear.test_a"),
            line("ERROR", TEST_LOGGER, "FAIL: Subtest TestYear.test_a (role='x')\nTraceback"),
            line("ERROR", TEST_LOGGER, "FAIL: Subtest TestYear.test_a (role='y')\nTraceback"),
        )
        self.assertEqual(outcome.closing_line(), "0 passed, 1 failed")

    def test_class_that_cannot_be_set_up(self):
        error = "ERROR: setUpClass (odoo.addons.vsoko_module.tests.test_x.{})\nTraceback"
        outcome = read(
            line("ERROR", "odoo.tests.suite", error.format("TestX")),
            line("ERROR", "odoo.tests.suite", error.format("TestY")),
        )
        self.assertEqual(outcome.closing_line(), "0 passed, 2 failed")

    def test_skipped_test_is_no_success(self):
        outcome = read(
            start("TestTour.test_a"),
            line("INFO", TEST_LOGGER, "skipped TestTour.test_a : no browser"),
        )
        self.assertEqual(outcome.closing_line(), "0 passed, 0 failed, 1 skipped")
        self.assertFalse(outcome.succeeded)

    def test_missing_browser_skips_and_does_not_fail(self):
        outcome = read(
            start("TestTour.test_a"),
            line(
                "WARNING", f"{TEST_LOGGER}.TestTour.test_a.browser", "Chrome executable not found"
            ),
            line("INFO", TEST_LOGGER, "skipped TestTour.test_a : Chrome executable not found"),
        )
        self.assertEqual(outcome.closing_line(), "0 passed, 0 failed, 1 skipped")

    def test_no_test_is_no_success(self):
        outcome = read(line("INFO", "odoo.modules.loading", "Modules loaded."))
        self.assertFalse(outcome.succeeded)
        self.assertEqual(outcome.closing_line(), "0 passed, 0 failed")

    def test_sums_of_odoo_are_not_counted_again(self):
        outcome = read(
            start("TestYear.test_a"),
            line("ERROR", TEST_LOGGER, "FAIL: TestYear.test_a\nTraceback"),
            line("ERROR", "odoo.tests.result", "1 failed, 0 error(s) of 1 tests when loading"),
            line("ERROR", "odoo.modules.loading", "Module vsoko_module: 1 failures, 0 errors of 1"),
        )
        self.assertEqual(outcome.failed_count, 1)

    def test_progress_is_told_while_reading(self):
        seen = []
        reader = LogReader(ROOT, seen.append)
        reader.feed(start("TestYear.test_a"))
        self.assertEqual(seen, ["TestYear.test_a"])
        self.assertEqual(reader.modules, {TEST_LOGGER})

    def test_a_class_with_tests_has_its_time(self):
        outcome = read(
            line("INFO", "odoo.modules.loading", "45 modules loaded in 3.03s, 3 queries"),
            start("TestYear.test_a"),
            line("INFO", "odoo.addons.base.models.ir_attachment", "filestore gc 1 checked"),
            start("TestMark.test_a"),
        )
        self.assertEqual(
            sorted(outcome.seconds), ["school.test_year.TestMark", "school.test_year.TestYear"]
        )


class TestProblems(unittest.TestCase):
    def test_warning_of_ours_fails_the_run(self):
        outcome = read(
            start("TestYear.test_a"),
            line("WARNING", "odoo.addons.vsoko_module.models.school.vsoko_year", "strange"),
        )
        self.assertEqual(outcome.closing_line(), "1 passed, 1 failed")
        self.assertFalse(outcome.succeeded)

    def test_warning_about_ours_fails_the_run(self):
        warning = "Two fields (a, b) of vsoko.year have the same label"
        self.assertEqual(len(read(line("WARNING", "odoo.fields", warning)).problems), 1)

    def test_warning_of_others_does_not(self):
        elsewhere = f"Unknown file {ROOT}/something"
        outcome = read(
            line("WARNING", "odoo.addons.mail.models", "strange"),
            line("WARNING", "odoo.modules", elsewhere),
        )
        self.assertEqual(outcome.problems, [])

    def test_error_of_anybody_fails_the_run(self):
        outcome = read(
            line("ERROR", "odoo.addons.mail", "broken"), line("CRITICAL", "odoo", "down")
        )
        self.assertEqual(outcome.failed_count, 2)

    def test_traceback_fails_the_run_at_any_level(self):
        outcome = read(
            line("INFO", "odoo.addons.mail", "oh"), "Traceback (most recent call last):", "E: x"
        )
        self.assertEqual(len(outcome.problems), 1)
        self.assertIn("E: x", outcome.problems[0])

    def test_traceback_before_the_log_begins(self):
        outcome = read("Traceback (most recent call last):", "ImportError: x")
        self.assertEqual(len(outcome.problems), 1)

    def test_repeated_problem_counts_once(self):
        error = line("ERROR", "odoo.addons.mail", "broken")
        self.assertEqual(read(error, error).failed_count, 1)
