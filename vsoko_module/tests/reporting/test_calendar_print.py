import io
from datetime import date

import docx

from odoo.exceptions import UserError
from odoo.tests import Form, HttpCase, freeze_time, tagged
from odoo.tools import mute_logger

from ..common import prints
from ..evidence.common import AssessmentCase


class PrintCase(AssessmentCase):
    def choose(self, role="user", **vals):
        return (
            self.env["vsoko.calendar.print"]
            .with_user(self.users[role])
            .with_context(lang="ru_RU")
            .create({"year_id": self.year.id, "part": "first", **vals})
        )


@tagged("post_install", "-at_install")
class TestCalendarPrint(PrintCase):
    def test_half_years_divide_the_works(self):
        self.make_work(self.class_9a, day=date(2026, 2, 3))
        self.assertEqual(self.choose().work_count, 1)
        self.assertEqual(self.choose(part="second").work_count, 1)
        self.assertEqual(self.choose(part="year").work_count, 2)
        months = self.choose(part="year")._get_months(self.env["vsoko.assessment"].search([]))
        self.assertEqual(list(months.values()), ["Октябрь", "Февраль"])

    @freeze_time("2025-11-10")
    def test_the_current_year_and_half_are_proposed(self):
        form = Form(self.env["vsoko.calendar.print"].with_user(self.users["user"]))
        self.assertEqual((form.year_id, form.part), (self.year, "first"))

    @prints
    def test_files_of_every_reader(self):
        for role in ("user", "teacher", "administration"):
            with self.subTest(role):
                choice = self.choose(role)
                self.assertTrue(choice._get_file("pdf")[1].startswith(b"%PDF"))
                name, content = choice._get_file("xlsx")
                self.assertTrue(content.startswith(b"PK"))
                self.assertIn("1-полугодие", name.lower())
                word = docx.Document(io.BytesIO(choice._get_file("docx")[1]))
                self.assertEqual(word.tables[-1].rows[0].cells[1].text, "Октябрь")

    def test_an_empty_calendar_is_said_to_be_empty(self):
        with self.assertRaises(UserError):
            self.choose(part="second").action_open_pdf()
        self.assertIn("/vsoko/schedule/", self.choose().action_open_pdf()["url"])

    def test_the_number_of_queries_does_not_grow(self):
        self._count_queries()
        few = self._count_queries()
        for day in range(1, 15):
            self.make_work(self.class_9a, day=date(2025, 11, day))
        self.assertLessEqual(self._count_queries(), few)

    def _count_queries(self):
        choice = self.choose()
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        choice._get_file("xlsx")
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestCalendarRoute(PrintCase, HttpCase):
    def test_only_the_author_gets_the_file(self):
        choice = self.choose("teacher")
        self.authenticate("school_teacher", "school_teacher")
        answer = self.url_open(f"/vsoko/schedule/{choice.id}/xlsx")
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(self.url_open(f"/vsoko/schedule/{choice.id}/csv").status_code, 404)
        self.authenticate("school_user", "school_user")
        with mute_logger("odoo.http"):
            refused = self.url_open(f"/vsoko/schedule/{choice.id}/xlsx")
        self.assertNotEqual(refused.status_code, 200)
