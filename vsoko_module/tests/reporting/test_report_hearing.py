import io

from docx import Document

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportHearing(ReportCase):
    """Who puts a report before a council, and what the council reads then."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.approve()
        cls.teachers_section = cls.section("teachers")

    def propose(self, council="pedagogical_council", report=None):
        return (
            self.env["vsoko.report.hearing"]
            .with_user(self.deputy)
            .create(
                {
                    "report_id": (report or self.report).id,
                    "council": council,
                    "date": "2025-11-12",
                }
            )
        )

    def reads_whole(self, role):
        self.env.flush_all()
        self.env.invalidate_all()
        report = self.report.with_user(self.users[role])
        whole = report.figures == self.report.sudo().frozen
        self.assertEqual(
            whole, self.teachers_section.with_user(self.users[role]).has_access("read")
        )
        self.assertEqual(whole, not report.left_out)
        kept = self.report.sudo()._get_kept_file("csv")
        self.assertEqual(whole, report._get_file("csv")[1] == kept.raw)
        self.assertEqual(whole, kept.with_user(self.users[role]).has_access("read"))
        return whole

    def test_by_names_opens_the_whole_report_to_this_council_alone(self):
        hearing = self.propose()
        self.assertFalse(self.reads_whole("pedagogical_council"))
        hearing.with_user(self.director).action_put_by_names()
        self.assertTrue(self.reads_whole("pedagogical_council"))
        self.assertFalse(self.reads_whole("methodical_council"))
        hearing.with_user(self.director).action_take_back()
        self.assertFalse(self.reads_whole("pedagogical_council"))

    def test_without_names_opens_nothing_more(self):
        hearing = self.propose("methodical_council")
        hearing.with_user(self.director).action_put_without_names()
        self.assertFalse(self.reads_whole("methodical_council"))
        member = hearing.with_user(self.users["methodical_council"])
        self.assertEqual(member.search([]), hearing)
        self.assertFalse(member.with_user(self.users["pedagogical_council"]).search([]))

    def test_the_director_alone_decides(self):
        hearing = self.propose()
        for role in ("administration", "pedagogical_council", "teacher"):
            own = hearing.with_user(self.users[role])
            for decide in (own.action_put_by_names, own.action_put_without_names):
                with self.subTest(role), self.assertRaises(AccessError):
                    decide()
        hearing.with_user(self.director).action_put_by_names()
        self.assertEqual(hearing.decided_by_id, self.director)
        with self.assertRaises(AccessError):
            hearing.with_user(self.deputy).action_take_back()
        with self.assertRaisesRegex(UserError, "is in the state"):
            hearing.with_user(self.director).with_context(lang="en_US").action_put_without_names()

    def test_what_was_discussed_stays(self):
        hearing = self.propose()
        with self.assertRaises(UserError):
            hearing.action_discuss()
        hearing.with_user(self.director).action_put_by_names()
        hearing.action_discuss()
        with self.assertRaises(UserError):
            hearing.with_user(self.director).action_take_back()
        self.assertTrue(self.reads_whole("pedagogical_council"))

    def test_what_was_proposed_does_not_change(self):
        hearing = self.propose()
        for user in (self.deputy, self.director):
            for change in (
                lambda own: own.write({"date": "2026-01-01"}),
                lambda own: own.write({"by_names": True, "state": "put"}),
                lambda own: own.unlink(),
                lambda own: own.create(
                    {"report_id": self.report.id, "date": "2026-01-01", "by_names": True}
                ),
                lambda own: own.report_id.write(
                    {"hearing_ids": [(1, hearing.id, {"by_names": True})]}
                ),
            ):
                with self.subTest(user.login), self.assertRaises(UserError):
                    change(hearing.with_user(user))
        hearing.action_take_back()
        self.assertFalse(hearing.exists())

    def test_only_reports_that_councils_read(self):
        draft = self.report.with_user(self.deputy).create({"period_id": self.q1.id})
        about = {"type": "class_results", "class_id": self.class_5a.id, "period_id": self.q1.id}
        about_class = self.approve(self.report.with_user(self.deputy).create(about))
        for report in (draft, about_class):
            with self.subTest(report.type), self.assertRaises(ValidationError):
                self.propose(report=report)
        for role in ("pedagogical_council", "teacher"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.env["vsoko.report.hearing"].with_user(self.users[role]).create(
                    {"report_id": self.report.id, "date": "2025-11-12"}
                )

    def test_each_step_is_told_in_the_discussion(self):
        before = len(self.report.message_ids)
        hearing = self.propose()
        hearing.with_user(self.director).action_put_by_names()
        hearing.action_discuss()
        told = self.report.message_ids[: len(self.report.message_ids) - before]
        self.assertEqual(told.author_id, (self.deputy | self.director).partner_id)
        self.assertEqual(len(told), 3)
        self.assertTrue(all("12" in message.body for message in told))

    def test_a_reader_is_told_what_is_left_out(self):
        for language, name in (("ru_RU", "Учителя"), ("en_US", "Teachers")):
            council = self.report.with_user(self.users["pedagogical_council"])
            council = council.with_context(lang=language)
            self.assertIn(name, council.left_out)
            self.assertIn(council.left_out, council._get_lines())
            self.assertIn(council.left_out, self.words(council._get_file("docx")[1]))
        file_name, _content = council.with_context(lang="ru_RU")._get_file("csv")
        self.assertIn("без-имён", file_name)
        self.assertFalse(self.report.with_user(self.director).left_out)

    def words(self, content):
        """The paragraphs of a document of Word."""
        return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]

    def test_a_correction_is_put_anew(self):
        self.propose().with_user(self.director).action_put_by_names()
        action = self.report.with_user(self.deputy).action_new_version()
        later = self.report.browse(action["res_id"])
        self.section("teachers", later).conclusions = "Петрова отстаёт"
        self.section("classes", later).conclusions = "5А выросла"
        self.approve(later)
        self.assertFalse(later.hearing_ids)
        for role, sees in (("director", True), ("methodical_council", False)):
            self.env.flush_all()
            self.env.invalidate_all()
            reader = later.with_user(self.users[role])
            with self.subTest(role):
                self.assertEqual(not reader.left_out, sees)
                self.assertEqual("Петрова" in str(reader.changes_html), sees)
                self.assertIn("5А выросла", str(reader.changes_html))
