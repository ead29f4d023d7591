from odoo.tests import tagged

from ...tools.readers.names import fold
from ..intake.common import SAMPLES_B, ImportCase, load_json, manifest

PERIODS = {"Q1": "q1", "Q2": "q2", "Q3": "q3", "Q4": "q4", "Y": "whole_year"}
# our code → key of the independently computed figures
MARKS = {"quality": "quality", "success": "success", "sou": "sou", "average_mark": "mean"}
MARK_COUNTS = {"failing_share": "n2", "not_attested": "na"}
GROUPS = {
    "pupils_excellent": "excellent",
    "pupils_good": "good",
    "pupils_one_three": "one_three",
    "pupils_one_four": "one_four",
    "pupils_failing": "failing",
}


@tagged("post_install", "-at_install")
class TestExpectedFigures(ImportCase):
    """All figures of the sample school, from its files to the values of every breakdown.

    The expected figures were computed outside the program from the data behind the files.
    """

    least_marked = 1900
    # ledgers of classes that had no marks in the period yet
    empty = frozenset()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expected = load_json("expected.json", cls.samples)
        # a course without a single mark (ОРКСЭ) has no facts and so no figures
        cls.marked = [
            record
            for record in cls.expected["marks"]
            if any(record[key] for key in ("N", "exempt", "passed"))
        ]
        ledgers = [entry["path"] for entry in manifest("class_ledger", samples=cls.samples)]
        filled = (path for path in ledgers if path not in cls.empty)
        cls.imports = cls.load_base() | cls.load(*filled)
        cls.periods.action_calculate()
        framework = cls.env.ref("vsoko_module.framework_regulation")
        codes = {indicator.id: indicator.code for indicator in framework.indicator_ids}
        cls.env["vsoko.indicator.value"].flush_model()
        cls.env.cr.execute(
            "SELECT period_id, indicator_id, cell, numerator, denominator, value, n"
            "  FROM vsoko_indicator_value WHERE company_id = %s",
            [cls.env.company.id],
        )
        cls.figures = {
            (period, codes[indicator], cell): figure
            for period, indicator, cell, *figure in cls.env.cr.fetchall()
        }
        cls.names = {
            "class": cls._ids("vsoko.class"),
            "subject": cls._ids("vsoko.subject"),
            "teacher": cls._ids("vsoko.teacher"),
        }
        cls.pupils = {
            (fold(student.name), school_class.name): student.id
            for student in cls.env["vsoko.student"].search([])
            for school_class in student.enrolment_ids.class_id
        }

    @classmethod
    def _ids(cls, model):
        return {record.name: record.id for record in cls.env[model].search([])}

    def _cell(self, record):
        scope = record["scope"]
        if scope == "school":
            return "school"
        if scope in ("level", "grade"):
            return f"{scope}:{record[scope]}"
        if scope == "student":
            return f"student:{self.pupils[fold(record['pupil']), record['class']]}"
        if scope == "class_subject":
            keys = self.names["class"][record["class"]], self.names["subject"][record["subject"]]
            return "class_subject:{}:{}".format(*keys)
        return f"{scope}:{self.names[scope][record[scope]]}"

    def _figure(self, record, code):
        period = getattr(self, PERIODS[record["period"]])
        return self.figures[period.id, code, self._cell(record)]

    def test_marks_of_all_periods_and_scopes(self):
        self.assertGreater(len(self.marked), self.least_marked)
        for record in self.marked:
            for code, key in MARKS.items():
                _numerator, _denominator, value, n = self._figure(record, code)
                what = (record["period"], self._cell(record), code)
                if record[key] is None:
                    self.assertIsNone(value, what)
                else:
                    self.assertAlmostEqual(value, record[key], 5, what)
                base = record["N"] - record["na"] if code == "average_mark" else record["N"]
                self.assertEqual(n, base, what)

    def test_numbers_of_bad_marks(self):
        for record in self.marked:
            for code, key in MARK_COUNTS.items():
                numerator, denominator, _value, _n = self._figure(record, code)
                self.assertEqual(
                    (numerator, denominator),
                    (record[key], record["N"]),
                    (record["period"], self._cell(record), code),
                )

    def test_groups_of_pupils(self):
        self.assertEqual(len(self.expected["groups"]), 120)
        for record in self.expected["groups"]:
            for code, key in GROUPS.items():
                numerator, denominator, value, n = self._figure(record, code)
                what = (record["period"], self._cell(record), code)
                self.assertEqual((numerator, denominator), (record[key], record["base"]), what)
                self.assertEqual(n, record["base"], what)
                if record["base"]:
                    self.assertAlmostEqual(value, 100 * record[key] / record["base"], 9, what)

    def test_every_check_of_the_data_passes(self):
        lines = self.env["vsoko.data.check"].search([])
        self.assertGreater(len(lines), 10)
        self.assertEqual({line.check: line.found for line in lines if line.found}, {})
        self.assertEqual(set(lines.mapped("state")), {"clean"})

    def test_every_expected_cell_and_no_other(self):
        """No figure of marks is invented: the cells are exactly the expected ones."""
        scopes = {record["scope"] for record in self.marked}
        for name, attribute in PERIODS.items():
            period = getattr(self, attribute)
            ours = {
                cell
                for period_id, code, cell in self.figures
                if period_id == period.id and code == "quality" and cell.split(":")[0] in scopes
            }
            theirs = {self._cell(record) for record in self.marked if record["period"] == name}
            self.assertEqual(ours, theirs, name)

    def test_contingent_and_movement(self):
        for record in self.expected["contingent"]:
            if record["when"] not in PERIODS:
                continue
            period = record["when"]
            school = self._figure({"period": period, "scope": "school"}, "contingent")
            self.assertEqual(school[2], record["total"])
            for level in ("noo", "ooo", "soo"):
                cell = {"period": period, "scope": "level", "level": level}
                self.assertEqual(self._figure(cell, "contingent")[2], record[level])
            for name, size in record["classes"].items():
                cell = {"period": period, "scope": "class", "class": name}
                self.assertEqual(self._figure(cell, "contingent")[2], size)
        movement = self.expected["movement"]
        year = {"period": "Y", "scope": "school"}
        self.assertEqual(self._figure(year, "arrived")[2], len(movement["came"]))
        self.assertEqual(self._figure(year, "departed")[2], len(movement["left"]))

    def test_teacher_of_the_last_day(self):
        for record in self.marked:
            if record["scope"] != "class_subject":
                continue
            period = getattr(self, PERIODS[record["period"]])
            marks = self.env["vsoko.mark"].search(
                [
                    ("period_id", "=", period.id),
                    ("class_id", "=", self.names["class"][record["class"]]),
                    ("subject_id", "=", self.names["subject"][record["subject"]]),
                ],
                limit=1,
            )
            self.assertEqual(marks.teacher_id.name, record["teacher"])

    def test_no_file_is_in_trouble(self):
        """Nothing is left out and nobody is asked."""
        errors = self.imports.issue_ids.filtered(lambda issue: issue.severity == "error")
        self.assertEqual(errors.mapped("message"), [])
        self.assertEqual(set(self.imports.mapped("state")), {"loaded"})
        for record in self.imports:
            self.assertEqual(record.count_rows_loaded, record.count_rows, record.name)


@tagged("post_install", "-at_install")
class TestExpectedFiguresOfOtherHabits(TestExpectedFigures):
    """The same of a school whose files have other habits: names without patronymic, a teacher
    written once, lines of classes between the pupils."""

    # without it Odoo runs no test that a class inherits
    allow_inherited_tests_method = True
    samples = SAMPLES_B
    least_marked = 1500
    empty = frozenset(("svod/Сводная ведомость 2А 1 четверть.xls",))

    def test_a_ledger_without_marks_says_so(self):
        for path in self.empty:
            record = self.upload(path)
            record.action_check()
            (message,) = self.messages(record)
            self.assertIn("not one mark", message)
