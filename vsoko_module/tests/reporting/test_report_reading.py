import io

import openpyxl

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from odoo.addons.mail.tools.discuss import Store

from ...tools.reports.frozen import PEOPLE
from ...tools.scopes import SCOPES
from ..common import make_user
from .report_case import ReportCase

COUNCILS = ("pedagogical_council", "methodical_council")
STRANGERS = ("teacher", "association_head", "specialist", "governing_council", "family")


@tagged("post_install", "-at_install")
class TestReportReading(ReportCase):
    """Sections with figures of teachers by name are left out for who may not read these figures."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.section("teachers")
        cls.people.conclusions = "Петрова отстаёт от всех"
        cls.approve()
        cls.env.flush_all()
        cls.teachers = cls.report.sudo().frozen["order"]["teacher"]
        cls.name = cls.report.sudo().frozen["names"][cls.teachers[0]]

    def as_role(self, role, record=None):
        self.env.invalidate_all()
        return (record or self.report).with_user(self.users[role])

    def test_figures_and_texts_of_people_are_closed_to_councils(self):
        for role in COUNCILS:
            with self.subTest(role):
                [row] = self.as_role(role).read(["figures", "section_ids"])
                self.assertNotIn(self.name, str(row["figures"]))
                self.assertNotIn("'teacher:", str(row["figures"]))
                self.assertNotIn(self.people.id, row["section_ids"])
                with self.assertRaises(AccessError):
                    self.as_role(role, self.people).read(["conclusions"])

    def test_councils_read_the_other_sections_as_they_are(self):
        whole = self.report.sudo().frozen
        for role in COUNCILS:
            seen = self.as_role(role).figures
            self.assertEqual(seen["figures"]["school"], whole["figures"]["school"])
            self.assertEqual(
                [part for part in whole["sections"] if part["code"] != "teachers"],
                seen["sections"],
            )
            self.assertTrue(self.as_role(role, self.section("classes")).figures_html)

    def test_administration_reads_all_and_strangers_nothing(self):
        for role in ("administration", "director"):
            self.assertEqual(self.as_role(role).figures, self.report.sudo().frozen)
        for role in STRANGERS:
            with self.subTest(role), self.assertRaises(AccessError):
                self.as_role(role).read(["figures"])

    def test_the_whole_has_no_other_door(self):
        for role in ("pedagogical_council", "director"):
            report = self.as_role(role)
            with self.assertRaises(AccessError):
                report.read(["frozen"])
            with self.assertRaises(AccessError):
                report.search([("frozen", "!=", False)])
            self.assertNotIn("frozen", report.fields_get())
        council = self.as_role("pedagogical_council")
        self.assertFalse(council.search([("section_ids.conclusions", "ilike", "Петрова")]))

    def test_sections_are_closed_by_the_rule_of_values(self):
        Value = self.env["vsoko.indicator.value"]
        for scope in SCOPES.keys() - {"student_subject"}:
            known = [("period_id", "=", self.q1.id), ("scope", "=", scope)]
            self.assertTrue(Value.search_count(known), scope)
            for role in COUNCILS:
                seen = Value.with_user(self.users[role]).search_count(known)
                self.assertEqual(bool(seen), scope not in PEOPLE, scope)
        self.assertEqual(self.report.section_ids.filtered("names_people"), self.people)

    def test_a_teacher_reads_the_report_about_the_own_class_whole(self):
        report = (
            self.env["vsoko.report"]
            .with_user(self.deputy)
            .create(
                {"type": "class_results", "period_id": self.q1.id, "class_id": self.class_5a.id}
            )
        )
        self.assertTrue(report.section_ids.filtered("names_people"))
        mine = self.as_role("teacher", report)
        self.assertEqual(mine.figures, report.sudo().frozen)
        self.assertEqual(mine.section_ids, report.section_ids)


@tagged("post_install", "-at_install")
class TestReportReadingFiles(ReportCase, HttpCase):
    """Kept files of the whole report are closed to councils, who get files of their own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section("teachers").conclusions = "Петрова отстаёт от всех"
        cls.approve()
        cls.council = cls.users["pedagogical_council"]
        cls.exporter = make_user(
            cls.env, "exporter", "methodical_council", "base.group_allow_export"
        )
        cls.env.flush_all()
        cls.env.invalidate_all()

    def test_attachments_of_the_whole_report(self):
        whole = self.report.sudo().file_ids
        Attachment = self.env["ir.attachment"].with_user(self.council)
        own = [("res_model", "=", "vsoko.report"), ("res_id", "=", self.report.id)]
        self.assertFalse(Attachment.search(own))
        self.assertFalse(Attachment.search([("id", "in", whole.ids)]))
        with self.assertRaises(AccessError):
            self.report.with_user(self.council).web_read({"file_ids": {"fields": {"raw": {}}}})
        for door in (
            lambda files: files.read(["raw"]),
            lambda files: files.read(["datas"]),
            lambda files: files.web_read({"datas": {}}),
            lambda files: files.mapped("raw"),
            lambda files: files.with_user(self.exporter).export_data(["name", "datas"]),
            lambda files: files.copy(),
        ):
            with self.assertRaises(AccessError):
                door(Attachment.browse(whole.ids))
        self.assertFalse(Attachment.search_read([("id", "in", whole.ids)], ["datas"]))
        self.assertFalse(Attachment.formatted_read_group([("id", "in", whole.ids)], ["name"]))
        self.assertEqual(Attachment.with_user(self.director).search(own), whole)

    def test_a_message_does_not_open_the_file_that_it_names(self):
        whole = self.report.sudo().file_ids
        message = self.report.with_user(self.director).message_post(
            body="x", attachment_ids=whole.ids
        )
        self.env.invalidate_all()
        seen = message.with_user(self.council)
        store = Store().add(seen).get_result()
        self.assertFalse(any(file["raw_access_token"] for file in store.get("ir.attachment", [])))
        with self.assertRaises(AccessError):
            seen.attachment_ids.read(["raw"])
        with self.assertRaises(AccessError):
            self.report.with_user(self.council).message_post(body="y", attachment_ids=whole.ids)

    def test_file_for_a_council(self):
        _name, content = self.report.with_user(self.council)._get_file("xlsx")
        names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
        title = "Результаты по урокам учителей"
        self.assertNotIn(title, names)
        _name, content = self.report.with_user(self.director)._get_file("xlsx")
        self.assertIn(title, openpyxl.load_workbook(io.BytesIO(content)).sheetnames)
        for kind in ("csv", "docx"):
            self.assertNotEqual(
                self.report.with_user(self.council)._get_file(kind)[1],
                self.report.sudo()._get_file(kind)[1],
            )

    def test_routes(self):
        whole = self.report.sudo()._get_file("csv")[1].decode("utf-8-sig")
        title = self.section("teachers").name
        self.assertIn(title, whole)
        File = self.env["vsoko.report.file"].with_user(self.council)
        file = File.search([("report_id", "=", self.report.id), ("extension", "=", "csv")])
        self.authenticate(self.council.login, self.council.login)
        for url in ("content/%s", "content/ir.attachment/%s/raw", "image/%s", "content/%s/x.csv"):
            response = self.url_open("/web/" + url % file.id)
            self.assertNotIn(title, response.content.decode("utf-8", "replace"))
        self.assertEqual(self.url_open(f"/web/content/{file.id}").status_code, 404)
        for url in (f"/vsoko/report/{self.report.id}/csv", file.action_download()["url"]):
            response = self.url_open(url)
            self.assertEqual(response.status_code, 200)
            self.assertNotIn(title, response.content.decode("utf-8-sig"))

    def test_a_file_of_the_discussion_stays_open(self):
        note = self.report.with_user(self.council).message_post(
            body="x", attachments=[("вопрос.pdf", b"%PDF question")]
        )
        self.env.invalidate_all()
        for role in ("pedagogical_council", "methodical_council", "director"):
            file = note.attachment_ids.with_user(self.users[role])
            self.assertEqual(file.raw, b"%PDF question")
