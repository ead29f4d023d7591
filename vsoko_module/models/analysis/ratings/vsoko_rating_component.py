from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.ratings import Component

MODES = [
    ("level", "Level: the figure of the period"),
    ("change", "Change: against the period before"),
    ("progress", "Progress: the same pupils from the initial to the final work"),
    ("beside", "Beside: marks with this teacher against other subjects of the same pupils"),
]
# what is of an indicator, and of whom what is counted of facts alone may be
OF_INDICATOR = ("level", "change")
OF_FACTS = {"progress": ("class", "teacher"), "beside": ("teacher",)}
# what a change of makes the component rest on other facts
FACTS = frozenset({"mode", "indicator_id", "rating_id"})
DIRECTIONS = [("more", "More is better"), ("less", "Less is better")]


class VsokoRatingComponent(models.Model):
    """A figure that enters a rating, with its weight and the goalposts between which it is worth 0
    to 100 points. Goalposts are set for years and have an origin: what another unit shows this
    year does not move them."""

    _name = "vsoko.rating.component"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Component of a rating"
    _order = "rating_id, sequence, id"
    _rec_names_search = ["indicator_id"]
    _signed_with = "rating_id"

    rating_id = fields.Many2one(
        "vsoko.rating", string="Rating", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="rating_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    mode = fields.Selection(MODES, required=True, default="level")
    indicator_id = fields.Many2one(
        "vsoko.indicator",
        string="Indicator",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('rating_allowed', '=', True), ('framework_id.state', '=', 'approved'),"
        " ('framework_id.company_id', 'in', (company_id, False))]",
    )
    rating_allowed = fields.Boolean(
        related="indicator_id.rating_allowed", store=True, string="May enter ratings"
    )
    weight = fields.Float(required=True, default=1.0, aggregator=None)
    direction = fields.Selection(
        DIRECTIONS,
        compute="_compute_direction",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    lo = fields.Float(
        string="Lower goalpost",
        required=True,
        default=0.0,
        aggregator=None,
        help="Worth 0 points, or 100",
    )
    hi = fields.Float(
        string="Upper goalpost",
        required=True,
        default=100.0,
        aggregator=None,
        help="Worth 100 points, or 0 where less is better",
    )
    origin = fields.Char(
        string="Origin of the goalposts",
        required=True,
        help="The local act, the decision or the years that they come from",
    )
    unit = fields.Selection(related="indicator_id.unit")

    _named = models.Constraint(
        "CHECK((mode IN ('level', 'change')) = (indicator_id IS NOT NULL))",
        "A level and a change are of an indicator, and nothing else is.",
    )
    _lawful = models.Constraint(
        "CHECK(indicator_id IS NULL OR rating_allowed IS NOT FALSE)",
        "By law the results of VPR, NIKO and other external diagnostics take no part in ratings"
        " and in pay: they are for diagnostics only.",
    )
    _positive_weight = models.Constraint(
        "CHECK(weight > 0)", "The weight of a component is more than 0."
    )
    _goalposts = models.Constraint("CHECK(lo < hi)", "The lower goalpost lies below the upper one.")
    _once = models.UniqueIndex(
        "(rating_id, mode, indicator_id) NULLS NOT DISTINCT",
        "A figure enters a rating once.",
    )

    @api.depends("indicator_id.direction", "mode")
    def _compute_direction(self):
        for component in self:
            found = component.indicator_id.direction
            component.direction = "less" if found == "less" else "more"

    @api.depends("indicator_id.name", "mode")
    @api.depends_context("lang")
    def _compute_display_name(self):
        names = self._get_mode_names()
        for component in self:
            name, indicator = names[component.mode or "level"], component.indicator_id.name or ""
            component.display_name = name.replace("%s", indicator)

    def _get_mode_names(self):
        """Return ``{mode: name}``, where ``%s`` stands for the indicator."""
        return {
            "level": "%s",
            "change": self.env._("%s, change"),
            "progress": self.env._("Progress of the same pupils"),
            "beside": self.env._("Beside other subjects of the same pupils"),
        }

    @api.onchange("mode")
    def _onchange_mode(self):
        if self.mode not in OF_INDICATOR:
            self.indicator_id = False

    @api.model_create_multi
    def create(self, vals_list):
        components = super().create(vals_list)
        components.rating_id._forget(lists=True)
        return components

    def write(self, vals):
        before = self.rating_id
        result = super().write(vals)
        (before | self.rating_id)._forget(lists=bool(vals.keys() & FACTS))
        return result

    def unlink(self):
        before = self.rating_id
        result = super().unlink()
        before.exists()._forget(lists=True)
        return result

    @api.constrains("indicator_id")
    def _check_indicator(self):
        self.indicator_id._check_lawful()
        for component in self.filtered("indicator_id"):
            indicator = component.indicator_id
            school = indicator.framework_id.company_id
            if school and school != component.company_id:
                raise ValidationError(
                    self.env._("“%(name)s” is an indicator of another school.", name=indicator.name)
                )
            if not component._is_share() and not component._is_mean():
                raise ValidationError(
                    self.env._(
                        "“%(name)s” cannot be rated: a number grows with the size of what it is"
                        " counted in, and nobody can say what chance does to it. Take a share or a"
                        " mean.",
                        name=indicator.name,
                    )
                )

    @api.constrains("mode", "rating_id")
    def _check_mode(self):
        for component in self.filtered(lambda one: one.mode in OF_FACTS):
            if component.rating_id.unit not in OF_FACTS[component.mode]:
                raise ValidationError(
                    self.env._(
                        "Progress from work to work is counted of classes and of teachers, marks"
                        " beside other subjects of teachers alone."
                    )
                )

    def _is_share(self):
        return self.indicator_id.unit == "percent"

    def _is_mean(self):
        return self.indicator_id.kind == "measure" and self.indicator_id.aggregate == "average"

    def _get_rule(self):
        """Return what the arithmetic knows of the component."""
        return Component(self.weight, self.lo, self.hi, self.direction)
