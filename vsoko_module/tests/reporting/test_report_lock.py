from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestReportLock(ReportCase):
    """An approved report does not change on any path, whoever asks.

    A refusal is a `UserError`; `AccessError` is one of its kinds.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section("summary").conclusions = "Итог четверти"
        cls.approved = cls.approve()

    def refuses(self, action):
        with self.assertRaises(UserError), self.env.cr.savepoint():
            action()

    def as_everybody(self):
        """The report as those who might try: deputy, director, and code with all rights."""
        yield self.approved.with_user(self.deputy)
        yield self.approved.with_user(self.director)
        yield self.approved.sudo()

    def test_fields_of_the_report(self):
        for report in self.as_everybody():
            for vals in (
                {"name": "Другое"},
                {"figures": {}},
                {"state": "draft"},
                {"state": "published"},
                {"period_id": self.q2.id},
                {"section_ids": [(5, 0, 0)]},
                {"section_ids": [(0, 0, {"name": "Ещё"})]},
            ):
                with self.subTest(vals=vals, user=report.env.user.login):
                    self.refuses(lambda report=report, vals=vals: report.write(vals))
        self.assertEqual(self.approved.state, "approved")

    def test_sections(self):
        for report in self.as_everybody():
            section = report.section_ids[0]
            with self.subTest(report.env.user.login):
                self.refuses(lambda s=section: s.write({"conclusions": "Другое"}))
                self.refuses(lambda s=section: s.write({"is_shown": False}))
                self.refuses(section.unlink)
                self.refuses(section.action_restore_draft)
                self.refuses(
                    lambda s=section: s.create({"report_id": s.report_id.id, "name": "Ещё"})
                )

    def test_deleting_and_taking_anew(self):
        for report in self.as_everybody():
            with self.subTest(report.env.user.login):
                self.refuses(report.unlink)
                self.refuses(report.action_refresh)
                self.refuses(report.action_approve)

    def test_no_context_opens_the_lock(self):
        report = self.approved.sudo().with_context(
            install_mode=True, tracking_disable=True, import_file=True, force_write=True
        )
        self.refuses(lambda: report.write({"name": "Другое"}))

    def test_section_cannot_be_moved_between_reports(self):
        other = self.env["vsoko.report"].with_user(self.deputy).create({"period_id": self.q1.id})
        self.refuses(lambda: other.section_ids[0].write({"report_id": self.approved.id}))

    def test_period_of_a_report_cannot_be_deleted(self):
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.env["vsoko.indicator.value"].search([("period_id", "=", self.q1.id)]).unlink()
            self.marks.unlink()
            self.q1.unlink()

    def test_kept_files_cannot_be_replaced(self):
        files = self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.report"), ("res_id", "=", self.approved.id)]
        )
        self.assertEqual(
            sorted(name[-4:] for name in files.mapped("name")), [".csv", ".pdf", "docx", "xlsx"]
        )
        for user in (self.deputy, self.director):
            mine = files.with_user(user)
            self.assertTrue(mine[0].raw)
            self.refuses(lambda mine=mine: mine.write({"raw": b"other"}))
            self.refuses(mine.unlink)
            self.refuses(
                lambda user=user: (
                    self.env["ir.attachment"]
                    .with_user(user)
                    .create({"name": "x", "res_model": "vsoko.report", "res_id": self.approved.id})
                )
            )

    def test_locked_report_sends_the_kept_file(self):
        kept = self.env["ir.attachment"].search(
            [
                ("res_model", "=", "vsoko.report"),
                ("res_id", "=", self.approved.id),
                ("name", "=like", "%.pdf"),
            ]
        )
        kept.sudo().raw = b"as it was at the approval"
        self.assertEqual(self.approved._get_file("pdf"), (kept.name, kept.raw))

    def test_file_of_the_discussion_is_not_taken_for_the_kept_one(self):
        kept = self.approved._get_file("pdf")
        files = self.env["vsoko.report.file"].search([("report_id", "=", self.approved.id)])
        reader = self.approved.with_user(self.users["pedagogical_council"])
        reader.message_post(body="x", attachments=[("другой.pdf", b"%PDF other")])
        upload = reader.env["ir.attachment"].create(
            {"name": "y.pdf", "raw": b"%PDF y", "res_model": "mail.compose.message", "res_id": 0}
        )
        reader.message_post(body="x", attachment_ids=upload.ids)
        self.assertEqual(upload.res_id, self.approved.id)
        self.env.invalidate_all()
        self.assertEqual(self.approved._get_file("pdf"), kept)
        found = self.env["vsoko.report.file"].search([("report_id", "=", self.approved.id)])
        self.assertEqual(found, files)
        for user in (self.deputy, self.director):
            self.refuses(
                lambda user=user: self.approved.with_user(user).write(
                    {"file_ids": [(4, upload.id)]}
                )
            )

    def test_correction_is_a_new_version_with_the_texts_of_people(self):
        action = self.approved.with_user(self.deputy).action_new_version()
        new = self.env["vsoko.report"].browse(action["res_id"])
        self.assertEqual((new.state, new.version, new.parent_id), ("draft", 2, self.approved))
        self.assertEqual(self.section("summary", new).conclusions, "Итог четверти")
        self.assertFalse(self.section("summary", new).is_draft)
        self.assertTrue(self.section("school", new).is_draft)
        self.assertEqual(self.approved.state, "approved")

    def test_copy_is_a_draft_with_figures_of_its_own(self):
        copy = self.approved.with_user(self.deputy).copy()
        self.assertEqual((copy.state, copy.version), ("draft", 1))
        self.assertFalse(copy.approved_by_id)
        self.assertEqual(len(copy.section_ids), len(self.approved.section_ids))


@tagged("post_install", "-at_install")
class TestReportApproval(ReportCase):
    def test_only_the_director_approves(self):
        report = self.report.with_user(self.deputy)
        report.action_accept_drafts()
        with self.assertRaises(AccessError):
            report.action_approve()
        for vals in ({"state": "approved"}, {"approved_by_id": self.deputy.id}, {"figures": {}}):
            with self.assertRaises(AccessError):
                report.write(vals)
        self.assertEqual(report.state, "draft")

    def test_nobody_creates_an_approved_report(self):
        for user in (self.deputy, self.director):
            for vals in ({"state": "approved"}, {"figures": {"figures": {}}}):
                with self.assertRaises(AccessError):
                    self.env["vsoko.report"].with_user(user).create(
                        {"period_id": self.q1.id, **vals}
                    )

    def test_automatic_conclusions_must_be_accepted_first(self):
        report = self.report.with_user(self.director)
        with self.assertRaises(UserError):
            report.action_approve()
        shown = report.section_ids.filtered("is_draft")
        (shown - shown[0]).action_accept()
        shown[0].is_shown = False
        report.action_approve()
        self.assertEqual(report.approved_by_id, self.director)

    def test_frozen_part_of_a_section_is_not_for_people(self):
        section = self.section("school").with_user(self.deputy)
        for vals in ({"draft_text": "Другое"}, {"code": "teachers"}):
            with self.assertRaises(AccessError):
                section.write(vals)
