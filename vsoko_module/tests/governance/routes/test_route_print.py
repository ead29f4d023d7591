import io

from docx import Document

from odoo.tests import tagged

from ...common import make_user, prints
from .route_case import RouteCase


@tagged("post_install", "-at_install")
class TestRoutePrint(RouteCase):
    """The printed route says what its reader may read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        rows = cls.env["vsoko.mastery"].search(
            [("content_id", "=", cls.percents.id), ("state", "=", "not_reached")]
        )
        cls.route = cls.env["vsoko.route"].browse(
            rows.with_user(cls.teacher).action_make_route()["res_id"]
        )

    def words(self, user):
        self.env.invalidate_all()
        _name, content = self.route.with_user(user)._get_file("docx")
        word = Document(io.BytesIO(content))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)

    def test_the_responsible_prints_all_of_it(self):
        self.agree(self.route)
        text = self.words(self.teacher)
        for one in (self.first, self.second):
            self.assertIn(f"{one.name}, 5А", text)
        self.assertEqual(text.count("01.11.2025"), 2)
        self.assertIn(self.percents.display_name, text)

    def test_who_has_a_step_reads_no_pupils_of_others(self):
        russian = make_user(self.env, "russian", "teacher")
        self.teachers[1].user_id = russian
        self.route.step_ids.responsible_id = russian
        text = self.words(russian)
        self.assertIn(self.percents.display_name, text)
        for one in (self.first, self.second):
            self.assertNotIn(one.name, text)

    @prints
    def test_the_pdf_is_made_and_named(self):
        name, content = self.route.with_user(self.teacher)._get_file("pdf")
        self.assertTrue(content.startswith(b"%PDF"))
        self.assertTrue(name.endswith(".pdf"))
        action = self.route.with_user(self.teacher).action_open_pdf()
        self.assertEqual(action["url"], f"/vsoko/route/{self.route.id}/pdf")
