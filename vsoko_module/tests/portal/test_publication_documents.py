import base64
import io

import openpyxl
from pypdf import PdfReader

from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..common import prints
from .common import PublicationCase


@tagged("post_install", "-at_install")
class TestPublicationDocuments(PublicationCase):
    """The own files of a publication: kept at publishing, with the figures of its page alone.

    What is hidden of the classes is explained in `test_publication_figures`.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(prints)
        cls.publication = cls.publish()
        cls.pdf, cls.xlsx = cls.publication.file_ids

    def pdf_text(self, file):
        pages = PdfReader(io.BytesIO(base64.b64decode(file.content))).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def book(self, file):
        return openpyxl.load_workbook(io.BytesIO(base64.b64decode(file.content)))

    def rows(self, book, sheet):
        return {row[0]: row[1:] for row in book[sheet].iter_rows(min_row=3, values_only=True)}

    def test_two_files_are_kept_and_named_for_people(self):
        self.assertEqual(
            self.publication.file_ids.mapped("name"),
            [
                "ВСОКО_1-четверть_2025-2026_Управляющий-совет.pdf",
                "ВСОКО_1-четверть_2025-2026_Управляющий-совет.xlsx",
            ],
        )
        self.assertFalse(self.publish(approve=False).file_ids)
        text = self.env["vsoko.publication"].with_user(self.director)
        text = text.create({"name": "Положение", "audience": "public", "explanation": "Текст"})
        text.action_approve()
        self.assertFalse(text.file_ids)

    def test_figures_of_both_files_are_those_of_the_page(self):
        # mathematics: 3 + 4 + 0 + 6 + 6 of 38; Russian: 3 + 2 + 2 + 6 + 6 of 38
        school = self.rows(self.book(self.xlsx), "Показатели школы")["Качество знаний"]
        self.assertEqual((school[0], school[2]), (50, 76))
        self.assertRegex(self.pdf_text(self.pdf), r"Качество знаний ● 50,0 % — 76 Оптимальный")

    def test_hidden_classes_have_no_number_in_any_file(self):
        classes = self.rows(self.book(self.xlsx), "Класс")
        for name in ("5А", "5Б", "9А", "9Б"):
            self.assertEqual(classes[name][0], "скрыто", name)
        self.assertEqual(classes["5В"][0], 50)
        everything = self.book(self.xlsx)["Все показатели"].iter_rows(min_row=3, values_only=True)
        hidden = {
            (line.indicator_name, line.cell_name)
            for line in self.publication.line_ids
            if line.is_hidden
        }
        found = [row for row in everything if (row[0], row[2]) in hidden]
        self.assertEqual(len(found), len(hidden))
        self.assertEqual({(row[3], row[4], row[5]) for row in found}, {("скрыто", "", "")})

    def test_pupils_are_named_nowhere(self):
        text = self.pdf_text(self.pdf)
        cells = {
            str(value)
            for sheet in self.book(self.xlsx)
            for row in sheet.iter_rows(values_only=True)
            for value in row
        }
        for name in self.students.mapped("name") + self.teachers.mapped("name"):
            self.assertNotIn(name, text)
            self.assertNotIn(name, cells)

    def test_ranges_of_classes_are_in_no_common_file(self):
        families = self.publish("families")
        self.assertTrue(families.line_ids.filtered("range_high"))
        book = self.book(families.file_ids[1])
        self.assertFalse({"Класс", "Класс и предмет"} & set(book.sheetnames))
        self.assertNotIn("средней половины", self.pdf_text(families.file_ids[0]))

    def test_report_of_the_school_is_not_attached_as_it_is(self):
        report = self.env["vsoko.report"].create({"period_id": self.q1.id})
        report.action_accept_drafts()
        report.with_user(self.director).action_approve()
        content = base64.b64encode(report._get_file("xlsx")[1])
        vals = {"name": "Итоги.xlsx", "content": content}
        with self.assertRaisesRegex(ValidationError, "малых групп"):
            self.publish("public", approve=False, file_ids=[(0, 0, vals)])
        staff = self.publish("staff", approve=False, file_ids=[(0, 0, vals)])
        with self.assertRaisesRegex(ValidationError, "Итоги.xlsx"):
            staff.audience = "council"
        draft = self.publish("council", approve=False)
        with self.assertRaisesRegex(ValidationError, "Итоги.xlsx"):
            self.env["vsoko.publication.file"].create({"publication_id": draft.id, **vals})
