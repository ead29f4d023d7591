import io

from docx import Document
from openpyxl import load_workbook

from odoo.exceptions import AccessError
from odoo.tests import tagged

from ...common import make_user, prints
from .sheet_case import SheetCase, approve_scheme, make_scheme, make_sheets


def words(content):
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


@tagged("post_install", "-at_install")
class TestSheetPaper(SheetCase):
    """A sheet in print, and the summary of a commission by name or by number."""

    def test_the_own_sheet_has_all_of_it(self):
        self.line("2.1").evidence_ids.paid_elsewhere = "Приказ № 12"
        self.line("2.2", by=self.teacher).claimed = 3
        self.bring("checked")
        self.line("2.2", by=self.head).write({"checked": 1, "reason": "Одно выступление"})
        _name, content = self.sheet.with_user(self.teacher)._get_file("sheet", "docx")
        text = words(content)
        for part in ("Дроби", "Приказ № 12", "Одно выступление", "2.2 Выступления", "50"):
            self.assertIn(part, text)

    def test_the_table_has_numbers(self):
        _name, content = self.sheet.with_user(self.teacher)._get_file("sheet", "xlsx")
        book = load_workbook(io.BytesIO(content))
        rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
        (lessons,) = [row for row in rows if row[0] == "2.1 Открытые уроки"]
        # one record, 2 points by the program and in the end, at most 4
        self.assertEqual((lessons[2], lessons[6], lessons[7]), (2, 2, 4))
        (total,) = [row for row in rows if 3 in row and row[0] and "2." not in str(row[0])]
        self.assertEqual(total[6], 3)

    @prints
    def test_a_pdf_and_its_name(self):
        name, content = self.sheet.with_user(self.teacher)._get_file("sheet", "pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertTrue(name.endswith(".pdf"))
        self.assertEqual(
            self.sheet.with_user(self.teacher).action_open_pdf()["url"],
            f"/vsoko/sheet/{self.sheet.id}/sheet/pdf",
        )

    def test_a_teacher_prints_nobody_else(self):
        foreign = (self.sheets - self.sheet)[0].with_user(self.teacher)
        with self.assertRaises(AccessError):
            foreign.action_open_pdf()
        with self.assertRaises(AccessError):
            foreign._get_file("sheet", "docx")
        _name, content = self.sheet.with_user(self.teacher)._get_file("summary", "docx")
        text = words(content)
        self.assertIn(self.teachers[0].name, text)
        self.assertNotIn(self.teachers[3].name, text)

    def test_the_summary_by_name(self):
        _name, content = self.sheet.with_user(self.director)._get_file("summary", "xlsx")
        book = load_workbook(io.BytesIO(content))
        rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
        (own,) = [row for row in rows if self.teachers[0].name in row]
        # points of the groups, 1 and 2, nothing taken away, 3 in all, 30 % of 10
        self.assertEqual(own[2:7], (1, 2, "—", 3, 30))
        self.assertEqual(len([row for row in rows if isinstance(row[0], int)]), len(self.sheets))

    def test_the_summary_by_number_tells_no_name(self):
        scheme = approve_scheme(
            make_scheme(self.env, name="По номерам", is_numbered=True), self.director
        )
        numbered = make_sheets(scheme, self.q1, self.director, commission_id=self.commission.id)
        sent = numbered[:2]
        sent.with_user(self.director).action_hand_in()
        sent.with_user(self.director).action_send()
        council = make_user(self.env, "council_of_papers", "governing_council")
        self.env["vsoko.body.member"].create(
            {"body_id": self.commission.id, "user_id": council.id, "date_from": self.yesterday}
        )
        for user in (self.chair, council):
            self.env.invalidate_all()
            first = self.env["vsoko.commission.sheet"].with_user(user).search([], limit=1)
            _name, content = first._get_file("docx")
            text = words(content)
            for sheet in sent:
                self.assertIn(f"№ {sheet.number}", text)
            for sheet in numbered:
                self.assertNotIn(sheet.teacher_id.name.split(" ")[0], text)
            waiting = set(map(str, (numbered - sent).mapped("number")))
            self.assertFalse({number for number in waiting if f"№ {number}" in text})
