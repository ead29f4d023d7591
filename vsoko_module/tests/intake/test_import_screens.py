import base64
import io
from urllib.parse import urlencode

import openpyxl

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..common import SchoolCase

LEDGER = (
    "Класс: 5А;;\r\nПериод: 1 четверть;;\r\nУчебный год: 2025/2026;;\r\n"
    "№;ФИО;Математика\r\n1;Ученик 5А 1;5\r\n2;=Ученик;4\r\n"
)


@tagged("post_install", "-at_install")
class TestImportScreens(SchoolCase, HttpCase):
    """The upload page in a browser, the files that people download."""

    def get(self, role, path, **query):
        login = self.users[role].login
        self.authenticate(login, login)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(f"{path}?{urlencode(query)}", allow_redirects=False)

    def sheet(self, answer):
        self.assertEqual(answer.status_code, 200)
        return openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[-1]

    def check_ledger(self):
        imports = self.env["vsoko.import"].with_user(self.users["administration"])
        record = imports.create(
            {"name": "ведомость.csv", "file": base64.b64encode(LEDGER.encode())}
        )
        record.action_check()
        return record

    def test_people_say_what_the_columns_mean(self):
        self.start_tour(
            "/odoo/vsoko-upload",
            "vsoko_import_columns",
            login=self.users["administration"].login,
        )
        known = self.env["vsoko.import.arrangement"].search([])
        self.assertEqual((known.layout, known.company_id), ("contingent", self.env.company))
        # a file with such headings needs no page
        rows = "Кто;Появился;Поток;Буква потока;№;<b>Рост</b>\r\nКотов Пётр;01.03.2014;5;А;1;"
        imports = self.env["vsoko.import"].with_user(self.users["administration"])
        record = imports.create({"name": "x.csv", "file": base64.b64encode(rows.encode())})
        record.action_check()
        self.assertEqual((record.state, record.count_error), ("checked", 0))

    def test_several_files_at_once(self):
        self.start_tour("/odoo/vsoko-upload", "vsoko_import_upload", login="school_administration")
        marks = self.env["vsoko.mark"].search([])
        self.assertEqual(
            {(mark.student_id.name, mark.subject_id, mark.value) for mark in marks},
            {
                ("Новиков Илья Ильич", self.math, 5),
                ("Новиков Илья Ильич", self.rus, 4),
                ("Ученик 5А 1", self.math, 4),
                ("Ученик 5А 1", self.rus, 3),
            },
        )

    def test_file_with_remarks(self):
        record = self.check_ledger()
        self.assertEqual((record.count_new, record.count_error), (1, 1))
        answer = self.get("administration", f"/vsoko/import/{record.id}/remarks")
        sheet = self.sheet(answer)
        self.assertEqual(sheet["B6"].value, "=Ученик")
        self.assertEqual(sheet["B6"].data_type, "s")
        self.assertIn("=Ученик", sheet["D6"].value)
        self.assertIsNone(sheet["D5"].value)
        self.assertIn(
            self.get("teacher", f"/vsoko/import/{record.id}/remarks").status_code, (403, 404)
        )

    def test_template_of_marks_is_read_back(self):
        self.add_marks({(self.students[0], self.math): 5}, self.q1)
        query = {"year_id": self.year.id, "class_id": self.class_5a.id, "period_id": self.q1.id}
        answer = self.get("administration", "/vsoko/import/template/marks", **query)
        sheet = self.sheet(answer)
        names = [sheet.cell(row, 2).value for row in range(7, 13)]
        self.assertEqual(names, self.students[:6].mapped("name"))
        record = self.env["vsoko.import"].create(
            {"name": "template.xlsx", "file": base64.b64encode(answer.content)}
        )
        record.action_check()
        self.assertEqual((record.count_new, record.count_skipped, record.count_error), (0, 1, 0))
        self.assertEqual((record.class_id, record.period_id), (self.class_5a, self.q1))

    def test_templates_of_lists(self):
        for kind, rows in (("contingent", 14), ("load", 6), ("staff", 4)):
            with self.subTest(kind):
                answer = self.get(
                    "administration", f"/vsoko/import/template/{kind}", year_id=self.year.id
                )
                self.assertEqual(self.sheet(answer).max_row, 3 + rows)

    def test_templates_are_for_the_administration(self):
        answer = self.get("teacher", "/vsoko/import/template/contingent", year_id=self.year.id)
        self.assertEqual(answer.status_code, 403)
        missing = self.get("administration", "/vsoko/import/template/marks", year_id="1 OR 1=1")
        self.assertIn(missing.status_code, (400, 422))
        unknown = self.get("administration", "/vsoko/import/template/passwords")
        self.assertEqual(unknown.status_code, 404)
