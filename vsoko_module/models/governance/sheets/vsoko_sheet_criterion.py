from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools.ratings import find_diagnostics
from ....tools.sheets import barred, points
from ...evidence.pupils.vsoko_achievement import KINDS as ACHIEVEMENT_KINDS
from ...evidence.pupils.vsoko_achievement import LEVELS
from ...evidence.staff.vsoko_staff_course import KINDS as COURSE_KINDS
from ...evidence.staff.vsoko_staff_event import KINDS as EVENT_KINDS
from ...evidence.staff.vsoko_staff_event import RESULTS

SOURCES = [
    ("indicator", "A figure of the teacher"),
    ("rubric", "Sheets of experts by a rubric"),
    ("event", "Events of staff"),
    ("achievement", "Achievements of prepared pupils"),
    ("course", "Courses"),
    ("manual", "By hand, with a file"),
    ("minus", "Points taken away, with a reason"),
]
# what is a figure with a scale, and what is counted by records
SCALED = ("indicator", "rubric")
COUNTED = ("event", "achievement", "course", "manual")


class VsokoSheetCriterion(models.Model):
    """What gives points: a figure by a scale, or each record of a kind.

    Outer diagnostics are no source: neither an indicator that may not enter ratings nor anything
    that is called so. What takes points away is no disciplinary penalty, which has its own law.
    """

    _name = "vsoko.sheet.criterion"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Criterion of a teacher's sheet"
    _order = "group_id, sequence, id"
    _rec_names_search = ["code", "name"]
    _signed_with = "group_id.scheme_id"

    group_id = fields.Many2one(
        "vsoko.sheet.group", string="Group", required=True, index=True, ondelete="cascade"
    )
    scheme_id = fields.Many2one(related="group_id.scheme_id", store=True, index=True)
    company_id = fields.Many2one(related="group_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    code = fields.Char(help="As in the local act, for example 1.2")
    name = fields.Char(string="Criterion", required=True)
    description = fields.Text(string="What counts")
    unit = fields.Char(help="What the figure or the record is, for example %, diploma, lesson")
    source = fields.Selection(SOURCES, required=True, default="manual")
    indicator_code = fields.Char(help="The indicator of all versions of the system")
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        compute="_compute_indicator_id",
        inverse="_inverse_indicator_id",
        domain="[('rating_allowed', '=', True), ('framework_id.state', '=', 'approved'),"
        " ('framework_id.company_id', 'in', (company_id, False))]",
    )
    less_is_better = fields.Boolean()
    rubric_id = fields.Many2one(
        "vsoko.rubric",
        string="Rubric",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('about', '=', 'lesson'), ('company_id', 'in', (company_id, False))]",
    )
    event_kind = fields.Selection(EVENT_KINDS, string="Kind of the event")
    achievement_kind = fields.Selection(
        ACHIEVEMENT_KINDS, string="Kind of the achievement", help="Empty: any"
    )
    course_kind = fields.Selection(COURSE_KINDS, string="Kind of the course")
    level = fields.Selection(LEVELS, help="Empty: any")
    result = fields.Selection(RESULTS, help="Empty: any")
    points_each = fields.Float(
        string="Points for each record", digits=(6, 2), default=1, aggregator=None
    )
    sharing = fields.Selection(
        [("shared", "Shared by parts"), ("each", "To each in full")],
        string="What several have done together",
        default="shared",
        required=True,
        help="Parts are agreed by those who took part; without that they are equal among those"
        " whom the register names",
    )
    step_ids = fields.One2many("vsoko.sheet.step", "criterion_id", string="Scale", copy=True)
    maximum = fields.Float(
        string="Points at most", digits=(6, 2), aggregator=None, help="0: without a maximum"
    )
    expiry_months = fields.Integer(
        string="Counts, months",
        aggregator=None,
        help="How old a record may be on the last day of the period; 0: it is of the period. An"
        " event gives points once, whatever the periods",
    )
    needs_file = fields.Boolean(string="With a file", default=True)
    positions = fields.Char(
        help="Separated by commas, as in the cards of staff; empty: all whom the scheme judges."
        " Whom a criterion is not about has no line of it, neither points nor a maximum"
    )

    _numbers_in_order = models.Constraint(
        "CHECK(COALESCE(maximum, 0) >= 0 AND COALESCE(points_each, 0) >= 0"
        " AND COALESCE(expiry_months, 0) >= 0)",
        "Points and months of a criterion are not below zero.",
    )

    @api.depends("indicator_code", "company_id")
    def _compute_indicator_id(self):
        for criterion in self:
            criterion.indicator_id = criterion._get_indicators()[:1]

    def _inverse_indicator_id(self):
        for criterion in self:
            criterion.indicator_code = criterion.indicator_id.code

    @api.depends("code", "name")
    def _compute_display_name(self):
        for criterion in self:
            criterion.display_name = " ".join(filter(None, (criterion.code, criterion.name)))

    @api.constrains("name", "description", "unit", "source", "indicator_code", "rubric_id")
    def _check_barred(self):
        """Refuse outer diagnostics, whatever way they would come into a sheet."""
        for criterion in self:
            texts = criterion.name, criterion.description, criterion.unit
            is_figure = criterion.source == "indicator"
            if is_figure and (found := criterion._get_indicators()._find_unlawful()):
                criterion._refuse_diagnostics(found[0].name)
            if criterion.source == "rubric":
                texts += (criterion.rubric_id.name, criterion.rubric_id.purpose)
            if found := find_diagnostics(*texts):
                criterion._refuse_diagnostics(found)

    def _refuse_diagnostics(self, found):
        raise ValidationError(
            self.env._(
                "“%(name)s” (%(found)s): by law the results of VPR, NIKO and other external"
                " diagnostics take no part in the assessment of teachers and in pay: they are for"
                " diagnostics only.",
                name=self.name,
                found=found,
            )
        )

    @api.constrains("name", "description", "source")
    def _check_penalty(self):
        for criterion in self.filtered(lambda one: one.source == "minus"):
            if barred.find_penalty(criterion.name, criterion.description):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: a disciplinary penalty is no matter of points: by law it may"
                        " lessen only the bonus of its own period, by an order, at most by 20 %% of"
                        " the pay of the month.",
                        name=criterion.name,
                    )
                )

    @api.constrains(
        "source", "step_ids", "points_each", "maximum", "rubric_id", "event_kind", "indicator_code"
    )
    def _check_rule(self):
        for criterion in self:
            if text := criterion._get_missing_text():
                raise ValidationError(
                    self.env._("“%(name)s”: %(missing)s", name=criterion.name, missing=text)
                )

    def _get_missing_text(self):
        """Return what a rule has to say and does not; empty when all is there."""
        if self.source in SCALED and not self.step_ids:
            return self.env._("write the scale: from which figure how many points.")
        if self.source in COUNTED and not self.points_each:
            return self.env._("say how many points each record gives.")
        asked = {"indicator": "indicator_code", "rubric": "rubric_id", "event": "event_kind"}
        if self.source in asked and not self[asked[self.source]]:
            return self.env._("say which figure, rubric or kind of events it is about.")
        if self.source == "minus" and not self.maximum:
            return self.env._("say how many points may be taken away at most.")
        return ""

    def _check_source_known(self):
        """Raise ValidationError where the school has no indicator that a criterion names."""
        for criterion in self.filtered(lambda one: one.source == "indicator"):
            if not criterion._get_indicators():
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: no approved system of indicators has “%(code)s”.",
                        name=criterion.name,
                        code=criterion.indicator_code,
                    )
                )
        self._check_barred()

    def _get_indicators(self):
        """Return the indicators with the code, in all approved systems of the school."""
        self.ensure_one()
        if not self.indicator_code:
            return self.env["vsoko.indicator"]
        schools = [self.company_id.id or self.env.company.id, False]
        return self.env["vsoko.indicator"].search(
            Domain("code", "=", self.indicator_code)
            & Domain("framework_id.company_id", "in", schools)
            & Domain("framework_id.state", "=", "approved")
        )

    def _get_steps(self):
        return [points.ScaleStep(step.bound, step.points) for step in self.step_ids]

    def _get_points(self, value, given):
        """Return the points that the program gives; None where it knows nothing.

        :param value: the figure, None without one
        :param list given: the points of each record
        """
        if self.source in SCALED:
            return points.of_scale(self._get_steps(), value, self.maximum, self.less_is_better)
        if self.source in COUNTED:
            return points.of_records(given, self.maximum)
        return None

    def _get_gap(self, value, given):
        """Return the `Shortfall` (`tools.sheets.points`) to more points, None: there is none."""
        if self.source in SCALED:
            steps = self._get_steps()
            return points.next_of_scale(steps, value, self.maximum, self.less_is_better)
        if self.source in COUNTED:
            return points.next_of_records(given, self.points_each, self.maximum)
        return None

    def _get_first_day(self, period):
        """Return the day from which on a record counts in the period."""
        if not self.expiry_months:
            return period.date_start
        return fields.Date.add(period.date_end, months=-self.expiry_months, days=1)

    def _get_most(self):
        """Return how many points it gives at most, None without an end; 0: it takes them away."""
        return 0 if self.source == "minus" else self.maximum or None

    def _get_bounds(self):
        """Return (least, greatest) points that anybody may give; None: without an end."""
        if self.source == "minus":
            return -self.maximum, 0
        return 0, self.maximum or None
