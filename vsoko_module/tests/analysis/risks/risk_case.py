from datetime import date

from odoo.tests.common import freeze_time

from ...evidence.common import AssessmentCase

# the first quarter of the school of the tests is over, the second has begun
TODAY = date(2025, 11, 20)


class RiskCase(AssessmentCase):
    """The school of the tests on a day of the second quarter, with the shipped rules alone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        cls.first, cls.second, cls.third, *cls.rest = cls.pupils_of(cls.class_5a)

    @classmethod
    def rule(cls, name):
        return cls.env.ref(f"vsoko_module.risk_rule_{name}")

    @classmethod
    def only(cls, *names):
        """Leave these rules alone."""
        kept = cls.env["vsoko.risk.rule"].concat(*(cls.rule(name) for name in names))
        (cls.env["vsoko.risk.rule"].search([]) - kept).active = False
        return kept

    @classmethod
    def give(cls, marks, period=None):
        """Give marks {(pupil, subject): mark} and make the list anew."""
        cls.add_marks(marks, period or cls.q1)
        cls.q1._refresh_risks()

    def risk(self, pupil, period=None):
        place = [("student_id", "=", pupil.id), ("period_id", "=", (period or self.q1).id)]
        return self.env["vsoko.risk"].search(place)

    def reasons(self, pupil):
        """The reasons that stand, in words."""
        found = self.risk(pupil).reason_ids.filtered(lambda reason: not reason.date_to)
        return sorted(found.mapped("name"))
