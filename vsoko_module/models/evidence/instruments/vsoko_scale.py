from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command

from ....tools.measures import ScaleError, check_scale
from ..assessments.vsoko_assessment_type import PROCEDURES
from ..points import Points


class VsokoScale(models.Model):
    """A scale that an authority gave for a year; schools and regions correct their own."""

    _name = "vsoko.scale"
    _description = "Scale of marks"
    _order = "procedure, subject_id, grade, year desc"
    _name_parts = ("name", "year", "region")
    _check_company_auto = True

    name = fields.Char(required=True)
    procedure = fields.Selection(PROCEDURES, required=True)
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, index=True, ondelete="restrict"
    )
    grade = fields.Integer(required=True, aggregator=None)
    year = fields.Integer(required=True, aggregator=None, help="Calendar year of the work")
    region = fields.Char(help="Empty: the recommendation for the whole country")
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    max_score = Points(
        string="Greatest points", aggregator=None, help="Primary points; 0 when not known"
    )
    minimum = fields.Integer(
        string="Least points to pass", aggregator=None, help="Of the 100-point scale for EGE"
    )
    minimum_university = fields.Integer(string="Least points for a university", aggregator=None)
    minimum_profile = fields.Integer(string="Least points for a profile class", aggregator=None)
    origin = fields.Text(required=True, help="The document or site the scale comes from")
    line_ids = fields.One2many("vsoko.scale.line", "scale_id", string="Marks", copy=True)

    _scale_uniq = models.UniqueIndex(
        "(name, year, COALESCE(region, ''), COALESCE(company_id, 0))",
        "There is already a scale with this name for this year and region.",
    )

    @api.depends("name", "year", "region")
    def _compute_display_name(self):
        for scale in self:
            scale.display_name = ", ".join(
                filter(None, [scale.name, str(scale.year), scale.region])
            )

    @api.constrains("line_ids", "max_score")
    def _check_lines(self):
        for scale in self.filtered("line_ids"):
            most = scale.max_score or max(scale.line_ids.mapped("min_score"))
            try:
                check_scale(scale.line_ids._get_bands(), most)
            except ScaleError as error:
                raise ValidationError(
                    self.env._(
                        "%(scale)s: the marks begin with 0 points, grow with the points and end"
                        " within the greatest of them.",
                        scale=scale.display_name,
                    )
                ) from error

    def copy_data(self, default=None):
        """A copy is meant for the next year."""
        return [
            vals | ({} if default and "year" in default else {"year": scale.year + 1})
            for scale, vals in zip(self, super().copy_data(default), strict=True)
        ]

    def _get_misfit(self, test):
        """Return why the scale cannot be the scale of a test, or an empty string."""
        self.ensure_one()
        if self.max_score and self.max_score != test.max_score:
            return self.env._(
                "The scale is for %(scale)s points, the test gives %(test)s.",
                scale=self.max_score,
                test=test.max_score,
            )
        missing = set(self.line_ids.mapped("part")) - {False, *test.task_ids.mapped("part")}
        if missing:
            return self.env._(
                "The scale asks for points of the part «%(part)s», but no task belongs to it. Name"
                " the part in the tasks.",
                part=", ".join(sorted(missing)),
            )
        return ""

    def _apply_to(self, test):
        """Replace the scale of a draft test by the lines of this one."""
        misfit = self._get_misfit(test)
        if misfit:
            raise UserError(misfit)
        test.band_ids = [
            Command.clear(),
            *(Command.create(line._get_band_values()) for line in self.line_ids),
        ]
        test.origin = self.origin
