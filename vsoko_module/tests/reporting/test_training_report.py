from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .report_case import ReportCase


@tagged("post_install", "-at_install")
@freeze_time("2025-12-20")
class TestTrainingReport(ReportCase):
    """The directions of training of the year 2025/2026 in one document."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year.state = "current"
        cls.Need = cls.env["vsoko.training.need"]
        cls.deputy, cls.own = cls.users["administration"], cls.teachers[0]

    def need(self, **vals):
        found = {
            "teacher_id": self.own.id,
            "kind": "element",
            "theme": "1.1 Дроби",
            "first_value": 40.0,
            "first_people": 25,
            "value": 40.0,
            "people": 25,
            "compared": 84.0,
            "others": 50,
            "occasions": 2,
            "date_from": "2025-10-01",
        }
        # the program finds such directions
        return self.Need.sudo().create(found | vals)

    def make(self, role="administration"):
        Need = self.Need.with_user(self.users[role]).with_context(lang="ru_RU")
        report = self.env["vsoko.report"].browse(Need.action_make_report()["res_id"])
        return report.with_user(self.users[role]).with_context(lang="ru_RU")

    def given(self, report, name):
        return report.sudo().frozen["given"][name]

    def test_directions_with_evidence_plans_and_changes(self):
        self.need(way="mentor", due_date="2026-03-01")
        self.need(theme="1.2 Проценты", value=80.0, date_to="2025-12-01")
        report = self.make()
        rows = self.given(report, "training_teachers")["rows"]
        self.assertEqual([row[0] for row in rows], [self.own.name] * 2)
        self.assertEqual((rows[0][2], rows[0][4:6]), ("1.1 Дроби", ["Наставник", "01.03.2026"]))
        (changed,) = self.given(report, "training_changes")["rows"]
        self.assertEqual(changed[1:4], ["1.2 Проценты", "01.10.2025", "01.12.2025"])
        self.assertIn("80", changed[4])
        self.assertIn("закрыто по данным: 1", self.section("changes", report).conclusions)

    def test_what_had_ended_before_the_year_is_left_out(self):
        self.need(date_from="2024-10-01", date_to="2025-06-01")
        report = self.make()
        self.assertEqual(self.given(report, "training_teachers")["rows"], [])
        self.assertTrue(self.section("directions", report).conclusions)
        self.assertEqual(self.make(), report)

    def test_councils_read_no_teacher_by_name(self):
        self.need()
        report = self.make()
        self.approve(report)
        council = report.with_user(self.users["pedagogical_council"])
        self.assertNotIn(self.own.name, str(council.figures))
        self.assertIn(self.own.name, str(report.figures))
        with self.assertRaises(AccessError):
            self.Need.with_user(self.users["teacher"]).action_make_report()
