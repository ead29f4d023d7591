import base64
from datetime import date

from odoo.exceptions import UserError
from odoo.tests import tagged

from ..common import SchoolCase, make_user

LEDGER = (
    "Класс: 5А;;\r\nПериод: {period};;\r\nУчебный год: {year};;\r\n"
    "№;ФИО;Математика\r\n1;Ученик 5А 1;5\r\n2;Ученик 5А 2;4\r\n"
)


@tagged("post_install", "-at_install")
class TestImportUpload(SchoolCase):
    """What the page of uploads says before and after files are loaded."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.imports = cls.env["vsoko.import"].with_user(cls.users["administration"])

    def upload(self, period="1 четверть", year="2025/2026", imports=None):
        content = LEDGER.format(period=period, year=year).encode()
        imports = self.imports if imports is None else imports
        return imports.create({"name": "5А.csv", "file": base64.b64encode(content)})

    def test_nothing_is_counted_before_the_check(self):
        record = self.upload()
        (file,) = record.action_recognise()
        self.assertEqual([file[name] for name in ("new", "changed", "errors")], [None] * 3)
        record.action_check()
        (file,) = record.get_progress()
        self.assertEqual([file[name] for name in ("new", "changed", "errors")], [2, 0, 0])

    def test_changes_are_shown_before_the_load(self):
        self.add_marks(
            {(self.students[0], self.math): 3, (self.students[1], self.math): 4}, self.q1
        )
        record = self.upload()
        record.action_check()
        changes = record.get_changes()
        self.assertEqual(changes["count"], 1)
        (row,) = changes["rows"]
        self.assertEqual((row["before"], row["after"]), ("3", "5"))
        self.assertIn("Ученик 5А 1, Математика", row["text"])
        marks = self.env["vsoko.mark"].search([("student_id", "=", self.students[0].id)])
        self.assertEqual(marks.value, 3)

    def test_result_of_a_load(self):
        good, bad = self.upload(), self.upload(period="7 четверть")
        (good | bad).action_check()
        good.action_load()
        result = (good | bad).get_result()
        self.assertEqual((result["files"], result["left"], result["marks"]), (1, 1, 2))
        self.assertEqual(result["errors"], bad.count_error)
        (page,) = result["pages"]
        self.assertEqual(page["action"], "vsoko_module.vsoko_dashboard_action")

    def test_files_that_are_not_loaded_promise_no_figures(self):
        record = self.upload()
        record.action_check()
        self.assertEqual(record.get_result()["pages"], [])

    def test_year_named_in_the_file_is_made(self):
        record = self.upload(year="2027/2028", period="2 триместр")
        record.action_check()
        (file,) = record.get_progress()
        self.assertEqual(file["calendar"], {"year": 2027, "name": "2027/2028"})
        record.action_make_calendar()
        year = self.env["vsoko.year"].search([("name", "=", "2027/2028")])
        self.assertEqual((year.date_start, year.state), (date(2027, 9, 1), "draft"))
        self.assertEqual(year.period_ids.mapped("kind").count("trimester"), 3)
        # the class is what is missing now
        self.assertFalse(record.missing_calendar)
        self.assertIn("5А", record.issue_ids[:1].message)

    def test_terms_named_in_the_file_are_made(self):
        record = self.upload(period="1 полугодие")
        record.action_check()
        self.assertEqual(record.missing_calendar, {"year": 2025, "kinds": ["half"]})
        record.action_make_calendar()
        self.assertEqual((record.count_new, record.count_error), (2, 0))
        self.assertEqual(record.period_id.kind, "half")

    def test_a_number_that_no_calendar_has_asks_for_nothing(self):
        record = self.upload(period="7 четверть")
        record.action_check()
        self.assertFalse(record.missing_calendar)
        with self.assertRaises(UserError):
            record.action_make_calendar()

    def test_first_year_of_a_school_comes_from_a_file(self):
        company = self.env["res.company"].create({"name": "Школа без года"})
        user = make_user(self.env, "first", "administration", company=company)
        imports = self.env["vsoko.import"].with_user(user).with_company(company)
        record = self.upload(imports=imports)
        record.action_check()
        record.action_make_calendar()
        year = self.env["vsoko.year"].search([("company_id", "=", company.id)])
        self.assertEqual((year.name, year.state), ("2025/2026", "current"))
        self.assertEqual(record.year_id, year)
