import io

from docx import Document

from odoo.exceptions import UserError
from odoo.tests import tagged

from .document_case import DocumentCase


def docx_with(*lines):
    word, buffer = Document(), io.BytesIO()
    for line in lines:
        word.add_paragraph(line)
    word.save(buffer)
    return buffer.getvalue()


@tagged("post_install", "-at_install")
class TestDocumentWords(DocumentCase):
    """A document is found by the words of its files, in whatever form they stand there."""

    def file(self, content, name="a.docx"):
        return (
            self.env["ir.attachment"].with_user(self.deputy).create({"name": name, "raw": content})
        )

    def found(self, words):
        return self.env["vsoko.document"].search([("text_search", "ilike", words)])

    def test_found_by_words_of_the_file_in_another_form(self):
        file = self.file(docx_with("Порядок текущего контроля успеваемости обучающихся"))
        act = self.make(file_ids=file.ids)
        self.assertIn(act, self.found("контроль успеваемость"))
        self.assertNotIn(act, self.found("питание"))
        self.assertNotIn(act, self.found("контроль -успеваемость"))
        self.assertEqual((file.res_model, file.res_id), ("vsoko.document", act.id))

    def test_found_by_the_title_the_text_and_the_number(self):
        order = self.make("order", name="О проведении самообследования", content="Создать комиссию")
        self.sign(order)
        for words in ("самообследование", "комиссия", order.registered_as):
            self.assertIn(order, self.found(words))

    def test_a_file_without_a_text_is_named(self):
        files = self.file(docx_with("Устав")) | self.file(b"\x89PNG scan", "скан.png")
        act = self.make(file_ids=files.ids)
        self.assertEqual(act.silent_files, "скан.png")
        damaged = self.make(file_ids=self.file(b"%PDF-1.4 nothing", "b.pdf").ids)
        self.assertEqual((damaged.silent_files, damaged.file_words), ("b.pdf", ""))

    def test_another_content_has_other_words(self):
        file = self.file(docx_with("Первая редакция"))
        act = self.make(file_ids=file.ids)
        file.raw = docx_with("Вторая")
        self.assertEqual(act.file_words, "Вторая")
        act.file_ids = [(5,)]
        self.assertFalse(self.found("вторая") & act)

    def test_files_of_what_is_signed_do_not_change(self):
        file = self.file(docx_with("Устав"))
        self.make_act(file_ids=file.ids)
        for change in (
            lambda: file.write({"raw": b"x"}),
            lambda: file.unlink(),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                change()
        self.assertEqual(file.raw[:2], b"PK")
