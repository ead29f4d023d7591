from odoo import models

# the widest dimension that has a report of its own, by scope
REPORTS = {
    "class": "class_id",
    "class_subject": "class_id",
    "subject": "subject_id",
    "teacher": "teacher_id",
    "teacher_subject": "teacher_id",
    "student": "student_id",
    "student_subject": "student_id",
}


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    def action_make_report(self):
        """Open the report of what this figure is about, or of the period."""
        self.ensure_one()
        self.check_access("read")
        name = REPORTS.get(self.scope)
        return (self[name] if name else self.period_id).action_make_report()
