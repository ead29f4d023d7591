from odoo import fields, models

PLACES = [
    ("pe", "Lesson of physical culture"),
    ("technology", "Lesson of technology"),
    ("chemistry", "Lesson of chemistry, physics"),
    ("lesson", "Other lesson"),
    ("break", "Break"),
    ("extracurricular", "Event after lessons"),
    ("route", "On the way"),
]


class VsokoInjury(models.Model):
    """A line of the register of accidents of pupils, by the columns of the order 602 of 2017."""

    _name = "vsoko.injury"
    _inherit = ["vsoko.pupil.register.mixin"]
    _description = "Accident of a pupil"

    number = fields.Char(required=True, help="In the register")
    time = fields.Float(aggregator=None)
    birthdate = fields.Date(related="student_id.birthdate")
    place = fields.Char(required=True)
    place_kind = fields.Selection(
        PLACES,
        string="Kind of place",
        required=True,
        default="break",
    )
    happening = fields.Char(string="What happened", required=True)
    circumstances = fields.Text(string="Circumstances and causes")
    act_number = fields.Char(string="Number of the act")
    act_date = fields.Date(string="Date of the act")
    days_lost = fields.Integer(string="Days of illness", aggregator="sum")
    diagnosis = fields.Char(groups="vsoko_module.group_medic,vsoko_module.group_director")
    outcome = fields.Selection(
        [
            ("recovery", "Recovery"),
            ("disability", "Disability"),
            ("child_disability", "Disabled child"),
            ("death", "Death"),
        ],
        string="Consequences",
    )
    measures = fields.Text(string="Measures taken")

    _number_uniq = models.Constraint(
        "UNIQUE(company_id, year_id, number)", "The register of the year has this number already."
    )
