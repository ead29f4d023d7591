from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ....tools.measures import service_quality
from ....tools.measures.service_quality import Count, Counts
from .vsoko_survey_campaign import CLOSED

# pairs of counts and, where users are asked, the code of the question in the shipped questionnaire
PAIRS = {
    "stand": None,
    "site": None,
    "stand_liked": "service_stand",
    "site_liked": "service_site",
    "comfort_liked": "service_comfort",
    "disabled_liked": "service_access",
    "contact": "service_contact",
    "service": "service_staff",
    "remote": "service_remote",
    "recommend": "service_recommend",
    "schedule": "service_schedule",
    "general": "service_general",
}
NUMBERS = ("ways", "comfort", "access", "services")
ALL = (*NUMBERS, *(f"{name}_{part}" for name in PAIRS for part in ("part", "whole")))


def _number(string):
    return fields.Integer(string=string, aggregator=None)


def _points(string):
    return fields.Float(string=string, compute="_compute_points", digits=(5, 2), aggregator=None)


class VsokoServiceCheck(models.Model):
    """The school's own look at its conditions by the five criteria of NOKO, once a year.

    It is a self-check before NOKO and not NOKO: the operator asks the users by himself.
    """

    _name = "vsoko.service.check"
    _inherit = ["vsoko.company.mixin"]
    _description = "Self-check by the criteria of NOKO"
    _order = "year_id"
    _rec_name = "year_id"

    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        default=lambda self: self.env["vsoko.class"]._default_year_id(),
    )
    campaign_id = fields.Many2one(
        "vsoko.survey.campaign",
        string="Survey of the users",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain=[("state", "in", CLOSED)],
    )
    stand_part = _number("On stands: published")
    stand_whole = _number("On stands: must be published")
    site_part = _number("On the site: published")
    site_whole = _number("On the site: must be published")
    ways = _number("Ways to reach the school from afar that work")
    stand_liked_part = _number("Satisfied with the stands")
    stand_liked_whole = _number("Used the stands")
    site_liked_part = _number("Satisfied with the site")
    site_liked_whole = _number("Used the site")
    comfort = _number("Conditions of comfort that are there")
    comfort_liked_part = _number("Satisfied with the comfort")
    comfort_liked_whole = _number("Asked about the comfort")
    access = _number("Conditions of access to the building for invalids")
    services = _number("Conditions for invalids to learn with others")
    disabled_liked_part = _number("Invalids satisfied with the access")
    disabled_liked_whole = _number("Invalids asked")
    contact_part = _number("Satisfied with the first contact")
    contact_whole = _number("Asked about the first contact")
    service_part = _number("Satisfied with teachers")
    service_whole = _number("Asked about teachers")
    remote_part = _number("Satisfied with answers from afar")
    remote_whole = _number("Asked from afar")
    recommend_part = _number("Would recommend the school")
    recommend_whole = _number("Asked whether they would recommend")
    schedule_part = _number("Satisfied with the schedule")
    schedule_whole = _number("Asked about the schedule")
    general_part = _number("Satisfied in general")
    general_whole = _number("Asked in general")
    openness_points = _points("1. Openness of information")
    comfort_points = _points("2. Comfort")
    access_points = _points("3. Access for invalids")
    kindness_points = _points("4. Kindness and courtesy")
    satisfaction_points = _points("5. Satisfaction with conditions")
    total_points = _points("In all, points")
    missing = fields.Char(compute="_compute_points", string="No data for")

    _year_uniq = models.Constraint(
        "UNIQUE(company_id, year_id)", "The year has its self-check already."
    )

    @api.depends(*ALL)
    def _compute_points(self):
        names = (
            "openness_points",
            "comfort_points",
            "access_points",
            "kindness_points",
            "satisfaction_points",
        )
        for check in self:
            points = service_quality.criteria(check._make_counts())
            check.update({name: value or 0 for name, value in zip(names, points, strict=True)})
            check.total_points = service_quality.total(points) or 0
            check.missing = ", ".join(
                check._fields[name]._description_string(self.env)
                for name, value in zip(names, points, strict=True)
                if value is None
            )

    @api.constrains(*ALL)
    def _check_counts(self):
        for check in self:
            if any(check[name] < 0 for name in ALL):
                raise ValidationError(self.env._("A count cannot be less than zero."))
            for name in PAIRS:
                part, whole = check[f"{name}_part"], check[f"{name}_whole"]
                if part > whole:
                    raise ValidationError(
                        self.env._(
                            "“%(part)s”: %(count)s of %(whole)s cannot be.",
                            part=check._fields[f"{name}_part"]._description_string(self.env),
                            count=part,
                            whole=whole,
                        )
                    )

    def action_take_answers(self):
        """Take what the users have answered from the closed survey."""
        self.ensure_one()
        self.check_access("write")
        tallies = self.campaign_id._get_code_tallies() if self.campaign_id else {}
        found = {name: tallies[code] for name, code in PAIRS.items() if code in tallies}
        if not found:
            raise UserError(
                self.env._(
                    "Choose a closed survey by the shipped questionnaire of NOKO with enough"
                    " answers."
                )
            )
        for name, tally in found.items():
            self[f"{name}_part"], self[f"{name}_whole"] = tally.good, tally.known
        return self._toast(self.env._("Numbers taken from the survey"), len(found))

    def _make_counts(self):
        pairs = {name: Count(self[f"{name}_part"], self[f"{name}_whole"]) for name in PAIRS}
        return Counts(**pairs, **{name: self[name] for name in NUMBERS})
