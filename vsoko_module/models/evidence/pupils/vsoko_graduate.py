from odoo import fields, models

GRADES = [
    ("9", "9"),
    ("11", "11"),
]
CERTIFICATES = [
    ("ordinary", "Certificate"),
    ("honours", "With honours"),
    ("none", "No certificate"),
]
MODES = [
    ("four_exams", "OGE, four exams"),
    ("two_exams", "OGE, two exams (for a college)"),
    ("ege", "EGE"),
    ("gve", "GVE"),
]
DESTINATIONS = [
    ("grade10_own", "Grade 10 of this school"),
    ("grade10_other", "Grade 10 of another school"),
    ("spo", "College (SPO)"),
    ("university", "University"),
    ("work", "Work"),
    ("army", "Military service"),
    ("none", "Neither studies nor works"),
    ("unknown", "Not known"),
]


class VsokoGraduate(models.Model):
    """Who finished grade 9 or 11: the certificate, how the exams were taken, where to."""

    _name = "vsoko.graduate"
    _inherit = ["vsoko.pupil.register.mixin", "vsoko.own.mixin"]
    _description = "Graduate"

    date = fields.Date(string="Date of the certificate")
    grade = fields.Selection(GRADES, string="Finished grade", required=True, default="9")
    certificate = fields.Selection(
        CERTIFICATES,
        required=True,
        default="ordinary",
    )
    gia_mode = fields.Selection(
        MODES,
        string="Final exams",
        help="Who takes two exams is not absent in the elective ones",
    )
    destination = fields.Selection(
        DESTINATIONS,
        required=True,
        default="unknown",
    )
    institution = fields.Char(string="Where exactly")
    by_profile = fields.Boolean(string="By the profile of the class")
    region = fields.Char()
    source = fields.Char(string="How it is known", help="A certificate, a letter, a call")
    source_date = fields.Date(string="Known on")

    _student_grade_uniq = models.Constraint(
        "UNIQUE(student_id, grade)", "The pupil is already among those who finished this grade."
    )
