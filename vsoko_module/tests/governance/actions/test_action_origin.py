from odoo.exceptions import UserError
from odoo.tests import tagged

from ...evidence.common import AssessmentCase


@tagged("post_install", "-at_install")
class TestActionOrigin(AssessmentCase):
    """Actions from a finding of a check and from a sheet of an expert."""

    def open(self, record):
        opened = record.with_user(self.users["director"]).action_take_measures()
        return self.env["vsoko.action"].browse(opened["res_id"])

    def test_from_a_finding(self):
        finding = self.env["vsoko.validation.finding"].create(
            {
                "rule_id": self.env.ref("vsoko_module.validation_rule_rooms_minimum").id,
                "period_id": self.year_period.id,
                "cell": "school",
                "left_value": "2",
                "right_value": "1",
            }
        )
        action = self.open(finding)
        self.assertEqual((action.origin, action.finding_id), ("finding", finding))
        self.assertIn("2", action.problem)
        self.assertEqual(self.open(finding), action)

    def test_from_a_sheet_without_the_name_of_the_pupil(self):
        pupil = self.students[0]
        rubric = self.env["vsoko.rubric"].search(
            [("about", "=", "student"), ("state", "=", "approved")], limit=1
        )
        sheet = self.env["vsoko.observation"].create(
            {
                "rubric_id": rubric.id,
                "date": "2025-10-01",
                "student_id": pupil.id,
                "class_id": self.class_5a.id,
                "recommendations": f"Помочь: {pupil.name}",
                "answers": {criterion.key: {"points": 1} for criterion in rubric._get_criteria()},
            }
        )
        sheet.action_complete()
        action = self.open(sheet)
        self.assertEqual((action.origin, action.class_id), ("observation", self.class_5a))
        self.assertNotIn(pupil.name, f"{action.name} {action.problem}")

    def test_by_hand_with_an_indicator(self):
        indicator = self.env.ref("vsoko_module.indicator_quality")
        self.add_marks({(pupil, self.math): 3 for pupil in self.students}, self.q1)
        self.q1.action_calculate()
        action = self.env["vsoko.action"].create(
            {
                "name": "Математика",
                "indicator_id": indicator.id,
                "period_id": self.q1.id,
                "subject_id": self.math.id,
                "target_period_id": self.q2.id,
                "deadline": "2025-12-15",
            }
        )
        action.with_user(self.users["director"]).action_accept()
        self.assertEqual((action.origin, action.value, action.n), ("manual", 0, 14))

    def test_from_a_report_on_the_school_and_not_on_a_person(self):
        self.q1.action_calculate()
        Report = self.env["vsoko.report"]
        report = Report.create({"type": "period_results", "period_id": self.q1.id})
        action = self.open(report)
        self.assertEqual((action.origin, action.report_id), ("report", report))
        about = {"teacher_id": self.teachers[0].id}
        person = Report.create({"type": "teacher_results", "period_id": self.q1.id, **about})
        with self.assertRaises(UserError):
            self.open(person)
