from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .report_case import ReportCase

COUNCILS = ("pedagogical_council", "methodical_council")
OTHERS = ("user", "teacher", "association_head", "specialist", "governing_council", "family")


@tagged("post_install", "-at_install")
class TestReportRights(ReportCase):
    def test_councils_read_a_report_only_when_approved(self):
        for role in COUNCILS:
            report = self.report.with_user(self.users[role])
            self.assertFalse(report.search([("id", "=", report.id)]))
            with self.assertRaises(AccessError):
                report.read(["name"])
        self.approve()
        for role in COUNCILS:
            report = self.report.with_user(self.users[role])
            self.assertEqual(report.search([("id", "=", report.id)]), report)
            self.assertTrue(report.section_ids[0].figures_html)
            self.assertTrue(report._get_file("xlsx")[1])
            with self.assertRaises(UserError):
                report.write({"name": "Другое"})

    def test_others_do_not_read_reports(self):
        self.approve()
        for role in OTHERS:
            with self.subTest(role), self.assertRaises(AccessError):
                self.report.with_user(self.users[role]).read(["name"])

    def test_another_school_sees_nothing(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        self.deputy.write({"company_ids": [(6, 0, company.ids)], "company_id": company.id})
        report = self.report.with_user(self.deputy).with_company(company)
        self.assertFalse(report.search([]))
        with self.assertRaises(AccessError):
            report.read(["name"])

    def test_council_member_discusses_an_approved_report(self):
        self.approve()
        member = self.report.with_user(self.users["pedagogical_council"])
        message = member.message_post(body="Вопрос по 5А")
        self.assertIn(message, self.report.message_ids)
