from odoo import api, fields, models

DIRECTIONS = [
    ("technical", "Engineering"),
    ("science", "Natural sciences"),
    ("sport", "Physical culture and sport"),
    ("art", "Arts"),
    ("tourism", "Tourism and local history"),
    ("social", "Social and humanitarian"),
]
# what a programme is checked for; it complies when all of it is there
CHECKS = (
    "is_approved",
    "is_licensed",
    "is_structured",
    "is_staffed",
    "is_supplied",
    "is_published",
)

KINDS = [
    ("extra", "Additional education"),
    ("extracurricular", "Extracurricular activity"),
    ("basic", "Basic programme"),
]


class VsokoProgramme(models.Model):
    """A programme that pupils attend in a school year, with what the law asks of it."""

    _name = "vsoko.programme"
    _inherit = ["vsoko.register.mixin"]
    _description = "Educational programme"
    _order = "date_from desc, name, id"
    _day_field = "date_from"

    name = fields.Char(required=True, index=True)
    kind = fields.Selection(
        KINDS,
        required=True,
        default="extra",
    )
    direction = fields.Selection(DIRECTIONS, help="Of programmes of additional education")
    teacher_id = fields.Many2one(
        "vsoko.teacher", string="Led by", index=True, ondelete="restrict", check_company=True
    )
    date_from = fields.Date(string="First day", required=True, default=fields.Date.context_today)
    date_to = fields.Date(string="Last day")
    hours = fields.Integer(string="Hours a year", aggregator=None)
    by_interest = fields.Boolean(
        string="By interests",
        help="Opened after the wishes of pupils and parents were asked: applications, a survey",
    )
    is_advanced = fields.Boolean(string="Advanced study of subjects")
    is_profile = fields.Boolean(string="Profile education")
    is_distance = fields.Boolean(string="E-learning, distance technologies")
    is_network = fields.Boolean(string="Network form")
    order = fields.Char(string="Order of the school", help="Number and date")
    is_approved = fields.Boolean(string="Approved by the school")
    is_licensed = fields.Boolean(string="Covered by the licence")
    is_structured = fields.Boolean(
        string="Has all parts",
        help="Explanatory note, curriculum, calendar, contents, planned results, assessment",
    )
    is_staffed = fields.Boolean(string="Led by a person of the right qualification")
    is_supplied = fields.Boolean(string="Room and equipment are there")
    is_published = fields.Boolean(string="Published on the site")
    complies = fields.Boolean(
        string="Complies with the requirements", compute="_compute_complies", store=True
    )
    enrolment_ids = fields.One2many(
        "vsoko.programme.enrolment",
        "programme_id",
        string="Pupils",
        groups="vsoko_module.group_teacher",
    )
    pupil_count = fields.Integer(
        string="Number of pupils",
        compute="_compute_pupil_count",
        aggregator=None,
        groups="vsoko_module.group_teacher",
    )

    _direction_of_extra = models.Constraint(
        "CHECK(kind <> 'extra' OR direction IS NOT NULL)",
        "A programme of additional education has one of the six directions.",
    )
    _distance_has_order = models.Constraint(
        "CHECK(NOT is_distance OR COALESCE(\"order\", '') <> '')",
        "E-learning and distance technologies need an order of the school: say its number and"
        " date.",
    )
    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "The last day of a programme must not be before the first.",
    )

    # whether a register is kept by a day, and what there was in years before it
    _company_date_idx = models.Index("(company_id, date_from)")

    @api.depends(*CHECKS)
    def _compute_complies(self):
        for programme in self:
            programme.complies = all(programme[name] for name in CHECKS)

    @api.depends("enrolment_ids.student_id")
    def _compute_pupil_count(self):
        for programme in self:
            programme.pupil_count = len(programme.enrolment_ids.student_id)

    def _get_owners(self):
        return self.teacher_id.user_id
