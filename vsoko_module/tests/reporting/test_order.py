import io

import openpyxl
from docx import Document

from odoo.exceptions import AccessError, UserError
from odoo.tests import freeze_time, tagged

from ..common import prints
from .note_case import NoteCase


@tagged("post_install", "-at_install")
class TestOrder(NoteCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.note = cls.approve(cls.make_note())

    def make_order(self, role="administration"):
        work = self.work.with_user(self.users[role]).with_context(lang="ru_RU")
        return self.note.with_user(self.users[role]).browse(work.action_make_order()["res_id"])

    def text_of(self, order, code):
        return order.section_ids.filtered(lambda section: section.code == code).conclusions

    def test_an_order_needs_the_approved_note_of_the_whole_work(self):
        other = self.make_work(self.class_9a)
        with self.assertRaises(UserError):
            other.with_user(self.deputy).action_make_order()
        self.assertTrue(self.work.with_user(self.deputy).has_approved_note)
        self.assertFalse(other.with_user(self.deputy).has_approved_note)

    @freeze_time("2025-10-10")
    def test_points_name_who_does_what_by_when(self):
        points = self.text_of(self.make_order(), "points")
        self.assertIn(self.note.name, points.splitlines()[0])
        # 21 days to teach again: who led the class, what, which tasks
        self.assertIn("31.10.2025", points)
        self.assertIn(f"{self.teachers[2].name}, 5Б: ", points)
        self.assertIn("1.2 Сложение дробей (1, 2, 3)", points)
        self.assertNotIn("5А:", points)
        self.assertIn(f"{self.association.name} — {self.teachers[3].name}", points)
        self.assertIn("24.10.2025", points)

    def test_the_order_says_what_the_approved_note_says(self):
        self.work.with_user(self.deputy)._reopen("Ошибка")
        self.work.result_ids.task_score_ids.score = 1
        self.work.action_close()
        order = self.make_order()
        self.assertIn("качество 30,0", self.text_of(order, "preamble"))
        self.assertEqual(order.figures["work"], self.note.figures["work"])

    @prints
    def test_files_look_like_an_order_that_word_opens(self):
        order = self.make_order()
        order.section_ids[1].conclusions = "1. Провести урок."
        paper = Document(io.BytesIO(order._get_file("docx")[1]))
        lines = [paragraph.text for paragraph in paper.paragraphs]
        self.assertEqual(lines[1], "ПРИКАЗ")
        self.assertIn("1. Провести урок.", lines)
        names = [row.cells[1].text for row in paper.tables[0].rows[1:]]
        self.assertIn(self.teachers[0].name, names)
        self.assertEqual(len(names), len(set(names)))
        self.assertTrue(order._get_file("pdf")[1].startswith(b"%PDF"))
        book = openpyxl.load_workbook(io.BytesIO(order._get_file("xlsx")[1]))
        self.assertEqual({row[1].value for row in book["Текст"].iter_rows(min_row=6)}, {"Текст"})

    def test_classes_of_a_work_stay_together_in_the_name_of_a_file(self):
        name = self.make_order()._get_file_name("pdf")
        day = self.work.date.strftime("%d.%m.%Y")
        self.assertIn("-5А-5Б_", name)
        self.assertTrue(name.endswith(f"_{day}_проект.pdf"), name)

    def test_the_director_approves_and_the_teachers_of_the_work_read(self):
        order = self.make_order()
        teacher, stranger = self.users["teacher"], self.users["specialist"]
        self.assertFalse(order.with_user(teacher).has_access("read"))
        with self.assertRaises(AccessError):
            order.action_approve()
        order = self.approve(order)
        self.env.invalidate_all()
        self.assertTrue(order.with_user(teacher).has_access("read"))
        self.assertFalse(order.with_user(stranger).has_access("read"))
        with self.assertRaises(UserError):
            order.section_ids[1].write({"conclusions": "Иначе"})

    def test_teachers_and_heads_prepare_no_orders(self):
        for role in ("teacher", "association_head"):
            with self.subTest(role), self.assertRaises(UserError):
                self.env["vsoko.report"].with_user(self.users[role]).create(
                    {"type": "assessment_order", "assessment_id": self.work.id}
                )

    def test_the_button_opens_the_same_order(self):
        self.assertEqual(self.make_order(), self.make_order("director"))

    def test_an_approved_order_stands_in_the_register_by_its_number(self):
        order = self.make_order()
        order.action_accept_drafts()
        order = order.with_user(self.users["director"])
        order.action_approve()
        document = order.document_id
        self.assertEqual((document.kind, document.state), ("order", "approved"))
        self.assertEqual(document.registered_as, "01-03/1")
        self.assertIn(self.text_of(order, "points"), document.content)
        # the kept file says the number
        paper = Document(io.BytesIO(order._get_file("docx")[1]))
        self.assertTrue(any("01-03/1" in line.text for line in paper.paragraphs))
