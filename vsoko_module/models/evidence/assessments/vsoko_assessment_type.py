from odoo import api, fields, models
from odoo.exceptions import UserError

from ...school.vsoko_alphabet_mixin import RussianChar

PROCEDURES = [
    ("initial", "Initial test"),
    ("thematic", "Thematic test"),
    ("term", "Test of a term"),
    ("half", "Test of a half-year"),
    ("final", "Final test of the year"),
    ("statgrad", "StatGrad diagnostics"),
    ("adaptation", "Adaptation of grades 1, 5 and 10"),
    ("metasubject", "Metasubject work"),
    ("project", "Individual project"),
    ("internal", "Other test of the school"),
    ("vpr", "All-Russian test (VPR)"),
    ("niko", "National study (NIKO)"),
    ("regional", "Regional diagnostics"),
    ("international", "International study (PISA, TIMSS, PIRLS)"),
    ("external", "Other external diagnostics"),
    ("oge", "Main state exam (OGE)"),
    ("ege", "Unified state exam (EGE)"),
    ("gve", "State final exam (GVE)"),
]
EXAMS = ("oge", "ege", "gve")
# by law these may be used for diagnostics only; no setting opens this list
DIAGNOSTIC_ONLY = ("vpr", "niko", "regional", "international", "external")


class VsokoAssessmentType(models.Model):
    """A kind of procedure: who conducts it and what its results may be used for."""

    _name = "vsoko.assessment.type"
    _inherit = ["vsoko.alphabet.mixin"]
    _description = "Type of assessment"
    _order = "sequence, name"
    _check_company_auto = True

    name = RussianChar(required=True)
    short_name = fields.Char()
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    procedure = fields.Selection(PROCEDURES, required=True, default="internal")
    is_external = fields.Boolean(
        string="External", compute="_compute_is_external", store=True, help="Not by the school"
    )
    rating_allowed = fields.Boolean(
        string="May enter ratings",
        compute="_compute_rating_allowed",
        store=True,
        readonly=False,
        help="Whether results may take part in ratings and in pay",
    )
    rating_locked = fields.Boolean(
        string="Barred from ratings by law", compute="_compute_rating_locked"
    )
    legal_limits = fields.Boolean(
        string="Limits of the calendar apply",
        default=True,
        help="A work of a whole class of 30 minutes and more",
    )
    journal_period = fields.Selection(
        [
            ("current", "The term of the work"),
            ("previous", "The term before"),
            ("year", "The year"),
        ],
        string="Compared with the mark of",
        required=True,
        default="current",
    )
    criterion_code = fields.Char(
        string="Criterion", help="Code of the criterion of the regulation that the results feed"
    )

    _no_diagnostics_in_ratings = models.Constraint(
        "CHECK(NOT COALESCE(rating_allowed, FALSE) OR procedure NOT IN"
        " ('vpr', 'niko', 'regional', 'international', 'external'))",
        "By law the results of VPR, NIKO and other external diagnostics take no part in ratings"
        " and in pay: they are for diagnostics only.",
    )

    @api.depends("procedure")
    def _compute_is_external(self):
        for kind in self:
            kind.is_external = kind.procedure in DIAGNOSTIC_ONLY + EXAMS

    @api.depends("procedure")
    def _compute_rating_allowed(self):
        for kind in self:
            kind.rating_allowed = kind.procedure not in DIAGNOSTIC_ONLY

    @api.depends("procedure")
    def _compute_rating_locked(self):
        for kind in self:
            kind.rating_locked = kind.procedure in DIAGNOSTIC_ONLY

    def write(self, vals):
        if any(kind.procedure != vals.get("procedure", kind.procedure) for kind in self):
            raise UserError(
                self.env._("The procedure of a type does not change. Create another type.")
            )
        return super().write(vals)
