from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .report_case import ReportCase


@tagged("post_install", "-at_install")
class TestYearDocuments(ReportCase):
    """What the school year 2025/2026 owes in documents, and the next press of each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year_period.action_calculate()

    def document(self, kind, role="administration"):
        self.env.flush_all()
        self.env.invalidate_all()
        return (
            self.env["vsoko.year.document"]
            .with_user(self.users[role])
            .search([("year_id", "=", self.year.id), ("kind", "=", kind)])
        )

    def test_a_year_without_anything_owes_all(self):
        documents = self.env["vsoko.year.document"].search([("year_id", "=", self.year.id)])
        self.assertEqual(
            {one.kind: str(one.date_due) for one in documents},
            {
                "plan": "2025-09-15",
                "self_examination": "2026-04-20",
                "year_analysis": "2026-06-30",
                "problem_analysis": "2026-08-25",
                "public_report": "2026-08-31",
                "figures": "2026-08-31",
            },
        )
        self.assertEqual(set(documents.mapped("state")), {"missing"})
        self.assertFalse(any(documents.mapped("is_done")))

    def test_what_is_late(self):
        with freeze_time("2026-04-21"):
            late = self.env["vsoko.year.document"].search(
                [("year_id", "=", self.year.id), ("is_late", "=", True)]
            )
            self.assertEqual(late.mapped("kind"), ["plan", "self_examination"])
            self.assertTrue(all(late.mapped("is_late")))

    def test_the_analyses_from_their_beginning_to_their_approval(self):
        for kind in ("year_analysis", "problem_analysis"):
            with self.subTest(kind):
                action = self.document(kind).action_next()
                report = self.env["vsoko.report"].browse(action["res_id"])
                self.assertEqual((report.type, report.period_id), (kind, self.year_period))
                document = self.document(kind)
                self.assertEqual((document.state, document.report_id), ("draft", report))
                self.assertEqual(document.action_next()["res_id"], report.id)
                self.approve(report)
                document = self.document(kind)
                self.assertEqual((document.state, document.is_done), ("approved", True))

    def test_a_period_leads_to_the_documents_of_its_year(self):
        action = self.year_period.with_user(self.deputy).action_open_documents()
        found = self.env[action["res_model"]].with_user(self.deputy).search(action["domain"])
        self.assertEqual(found.year_id, self.year)
        self.assertEqual(len(found), 6)

    def test_the_shipped_plan_names_the_problem_analysis_before_the_council(self):
        plan = self.env["vsoko.plan"].create({"name": "План", "year_id": self.year.id})
        plan._fill_from_template(self.deputy)
        document = self.document("problem_analysis")
        self.assertEqual(document.responsible_id, self.deputy)
        self.assertEqual(str(document.date_planned), "2026-06-26")
        self.assertLess(document.date_planned, document.date_due)
        self.assertEqual(document.plan_line_id.result, "report")

    def test_the_public_report_to_the_open_page(self):
        report = self.env["vsoko.report"].browse(
            self.document("public_report").action_next()["res_id"]
        )
        self.year_period.with_user(self.director)._as_seen().action_approve()
        self.approve(report)
        document = self.document("public_report", "director")
        self.assertEqual((document.state, document.is_done), ("approved", False))
        action = document.action_publish()
        document = self.document("public_report", "director")
        self.assertEqual((document.state, document.is_done), ("published", True))
        self.assertEqual(document.action_open_page()["url"], action["url"])

    def test_the_deputy_does_not_publish(self):
        report = self.env["vsoko.report"].browse(
            self.document("public_report").action_next()["res_id"]
        )
        self.approve(report)
        with self.assertRaises(AccessError):
            self.document("public_report").action_publish()

    def test_the_line_of_the_plan_follows_the_report(self):
        plan = self.env["vsoko.plan"].create({"name": "План", "year_id": self.year.id})
        line = self.env["vsoko.plan.line"].create(
            {
                "plan_id": plan.id,
                "name": "Доклад",
                "date": "2026-06-29",
                "link_model": "vsoko.report",
                "report_type": "public_report",
                "responsible_id": self.deputy.id,
                "criterion_id": plan.framework_id.criterion_ids[:1].id,
            }
        )
        self.assertEqual(self.document("plan").state, "draft")
        plan.with_user(self.director)._as_seen().action_approve()
        self.assertEqual(self.document("plan").state, "approved")
        document = self.document("public_report")
        self.assertEqual(str(document.date_planned), "2026-06-29")
        report = document.action_next()["res_id"]
        self.assertEqual(line.link_id, report)

    def test_the_line_of_the_plan_gives_the_period_of_its_document(self):
        calendar_year = self.year._make_periods("calendar_year")
        line = self.env["vsoko.plan.line"].new(
            {"year_id": self.year.id, "report_type": "self_examination", "date": "2026-03-30"}
        )
        defaults = self.report._get_plan_defaults(line)
        self.assertEqual(defaults["period_id"], calendar_year.id)
        line.report_type = "public_report"
        self.assertEqual(self.report._get_plan_defaults(line)["period_id"], self.year_period.id)


@tagged("post_install", "-at_install")
class TestTextBefore(ReportCase):
    """Beside each section stands what the report of the period before says there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.section("school").conclusions = "Удержали качество"
        cls.approve()
        cls.q2.action_calculate()
        cls.next = cls.report.create({"type": "period_results", "period_id": cls.q2.id})

    def test_the_text_of_the_approved_report(self):
        section = self.section("school", self.next)
        self.assertEqual(section.past_text, "Удержали качество")
        self.assertFalse(self.section("summary", self.next).past_text)
        self.assertFalse(self.section("school").past_text)

    def test_one_press_takes_it(self):
        section = self.section("school", self.next)
        section.action_take_past_text()
        self.assertEqual(section.conclusions, "Удержали качество")
        self.assertFalse(section.is_draft)
        section.conclusions = "Своё"
        section.action_take_past_text()
        self.assertEqual(section.conclusions, "Своё\nУдержали качество")

    def test_a_draft_is_no_report_before(self):
        third = self.report.create({"type": "period_results", "period_id": self.q3.id})
        self.assertFalse(self.section("school", third).past_text)
