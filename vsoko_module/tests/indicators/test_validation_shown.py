from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import freeze_time, tagged

from .test_validation_findings import ValidationCase


@tagged("post_install", "-at_install")
class TestShownFindings(ValidationCase):
    """What pages and buttons show of a finding."""

    def setUp(self):
        super().setUp()
        self.rule.importance = "warning"
        self.fill()
        self.save(self.row(self.events, 150))
        self.check()

    def test_the_page_of_the_form_shows_what_was_found(self):
        finding = self.findings()
        (told,) = self.form._get_sheet_findings()
        elements = told.pop("elements")
        self.assertEqual(set(elements), {self.events.id, self.copies.id})
        self.assertEqual(
            told,
            {
                "id": finding.id,
                "name": "t_events ≤ t_copies",
                "member": finding.member,
                "cell": "school",
                "left": "150",
                "operator": "≤",
                "right": "100",
                "importance": "warning",
                "instruction": "Проверьте журнал выдачи.",
                "explanation": "",
                "earlier_explanation": "",
            },
        )
        finding.explanation = "так и есть"
        (told,) = self.form._get_sheet_findings()
        self.assertEqual(told["explanation"], "так и есть")
        self.save(self.row(self.events, 80))
        self.assertEqual(self.form._get_sheet_findings(), [])

    def test_a_finding_opens_its_form_and_a_check_opens_the_findings(self):
        finding = self.findings()
        self.assertEqual(finding.action_open_form(), self.form.action_open_entry())
        action = self.q1.with_user(self.deputy).action_check_rules()
        rows = self.env[action["res_model"]].search(action["domain"])
        self.assertEqual(rows, finding)
        with self.assertRaises(AccessError):
            self.q1.with_user(self.specialist).action_check_rules()

    def test_what_to_do_is_said_by_the_rule_or_for_an_outlier(self):
        finding = self.findings()
        self.assertEqual(finding.instruction, "Проверьте журнал выдачи.")
        self.copies.judge = "amount"
        later = self.form_of(self.q2).with_user(self.specialist)
        self.save(self.row(self.copies, 130), form=later)
        self.check(later)
        unlike = self.env["vsoko.validation.finding"].search([("element_id", "=", self.copies.id)])
        self.assertIn("If it is right, say why", unlike.instruction)
        told = unlike._describe_for_sheet({"t_copies": self.copies.id})
        self.assertEqual((told["elements"], told["operator"]), (self.copies.ids, ""))

    def test_who_answers_has_a_week_or_until_the_form_is_due(self):
        for due, deadline in (
            ("2025-10-01", date(2025, 11, 4)),
            ("2025-11-04", date(2025, 11, 4)),
            ("2025-11-05", date(2025, 11, 5)),
        ):
            self.env.flush_all()
            self.env.cr.execute("UPDATE vsoko_data_form SET due_date = %s", [due])
            self.env.cr.execute("DELETE FROM vsoko_validation_finding")
            self.env.invalidate_all()
            with freeze_time("2025-10-28"):
                self.check()
            self.assertEqual(self.findings().deadline, deadline, due)
