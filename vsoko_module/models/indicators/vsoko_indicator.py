from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command, Domain

from ...tools import conditions, formula, scopes
from ..evidence.optional_numbers import OptionalFloat

KINDS = [
    ("measure", "Measure of facts"),
    ("formula", "Formula"),
    ("statistic", "Statistic"),
    ("survey", "Survey"),
    ("manual", "Entered by hand"),
]
AGGREGATES = [
    ("share", "Share"),
    ("count", "Number of rows"),
    ("distinct_students", "Number of different pupils"),
    ("sum", "Sum"),
    ("average", "Average"),
    ("degree_of_learning", "Degree of learning (Simonov)"),
]
UNITS = [
    ("percent", "%"),
    ("people", "people"),
    ("mark", "mark"),
    ("point", "points"),
    ("number", "number"),
]
DIRECTIONS = [("more", "More is better"), ("less", "Less is better"), ("none", "Neither")]
# what a figure is, how it is counted and where it may enter
RULE_FIELDS = (
    "kind",
    "source",
    "aggregate",
    "numerator_domain",
    "denominator_domain",
    "value_field",
    "factor",
    "formula",
    "unit",
    "digits",
    "direction",
    "min_n",
    "rating_allowed",
)


class VsokoIndicator(models.Model):
    _name = "vsoko.indicator"
    _inherit = ["vsoko.framework.part.mixin"]
    _description = "Indicator"
    _rec_names_search = ["name", "code"]
    # everything else says what the figures in force mean and how they are judged
    _free_fields = frozenset({"is_main", "sequence"})

    criterion_id = fields.Many2one(
        "vsoko.criterion",
        string="Criterion",
        required=True,
        index=True,
        ondelete="cascade",
        domain="[('framework_id', '=', framework_id)]",
    )
    object_id = fields.Many2one(
        "vsoko.criterion",
        string="Object of assessment",
        compute="_compute_object_id",
        store=True,
        index=True,
    )
    code = fields.Char(
        help="Latin letters, digits and _, or the number of a row of a form; used in formulas, the"
        " number of a row in brackets: [1.5]"
    )
    short_name = fields.Char(help="Heading of a narrow column")
    description = fields.Text(string="How it is counted")
    kind = fields.Selection(KINDS, required=True, default="measure")
    source = fields.Selection(selection="_selection_source", string="Source of facts")
    has_source = fields.Boolean(
        compute="_compute_has_source",
        store=True,
        string="Computed",
        help="Whether the program already has the facts this indicator needs",
    )
    aggregate = fields.Selection(AGGREGATES, default="share")
    numerator_domain = fields.Char(default="[]", string="What is counted")
    denominator_domain = fields.Char(default="[]", string="Out of what")
    value_field = fields.Char(help="Field of the source that is summed or averaged")
    factor = fields.Float(default=100.0, help="100 turns a share into per cent")
    formula = fields.Char(help="An expression over the codes of other indicators")
    unit = fields.Selection(UNITS, required=True, default="percent")
    digits = fields.Integer(string="Decimal places", default=1, aggregator=None)
    direction = fields.Selection(DIRECTIONS, required=True, default="more")
    target = OptionalFloat(aggregator=None)
    scope_ids = fields.Many2many(
        "vsoko.scope",
        string="Breakdowns",
        help="Empty: all that the source can give, without pupils in single subjects",
    )
    scopes = fields.Char(
        compute="_compute_scopes",
        inverse="_inverse_scopes",
        help="Codes of the breakdowns, separated by commas",
    )
    min_n = fields.Integer(
        string="Least number of people",
        default=5,
        aggregator=None,
        help="A value that fewer different people stand behind gets no status",
    )
    rating_allowed = fields.Boolean(string="May enter ratings", default=True)
    is_main = fields.Boolean(string="On the overview")
    band_ids = fields.One2many("vsoko.indicator.band", "indicator_id", string="Bands", copy=True)

    _code_uniq = models.Constraint(
        "UNIQUE(framework_id, code)", "The system of indicators already has this code."
    )

    @api.model
    def _selection_source(self):
        return self.env["vsoko.fact"]._get_sources()

    @api.depends("criterion_id.parent_path")
    def _compute_object_id(self):
        for indicator in self:
            path = indicator.criterion_id.parent_path or ""
            root = path.split("/")[0]
            indicator.object_id = int(root) if root.isdigit() else False

    @api.depends("kind", "source", "formula")
    def _compute_has_source(self):
        for indicator in self:
            indicator.has_source = bool(
                (indicator.kind == "measure" and indicator.source)
                or (indicator.kind == "formula" and indicator.formula)
            )

    @api.depends("scope_ids.code", "source", "kind")
    def _compute_scopes(self):
        for indicator in self:
            indicator.scopes = ",".join(indicator._get_scopes())

    def _inverse_scopes(self):
        known = {scope.code: scope for scope in self.env["vsoko.scope"].search([])}
        for indicator in self:
            codes = [code.strip() for code in (indicator.scopes or "").split(",") if code.strip()]
            unknown = [code for code in codes if code not in known]
            if unknown:
                raise ValidationError(
                    self.env._("Unknown breakdown: %(codes)s.", codes=", ".join(unknown))
                )
            indicator.scope_ids = [Command.set([known[code].id for code in codes])]

    def _get_scopes(self):
        """Return the codes of the scopes in which the indicator is computed."""
        self.ensure_one()
        chosen = self.scope_ids.mapped("code") or scopes.USUAL
        if self.kind != "measure" or not self.source:
            return chosen
        return [scope for scope in self._get_fact_model()._get_scopes() if scope in chosen]

    def _get_fact_model(self):
        return self.env[f"vsoko.fact.{self.source}"]

    def _get_target(self):
        """Return the target, None where the school has set none."""
        return None if self.target is False else self.target

    def _get_domain(self, name):
        """Return one of the two domains; its text is a literal and is never run as code.

        What the law bars from ratings never gets into a figure that may enter them, whatever the
        condition of the indicator says.
        """
        domain = Domain(conditions.parse(self[name], self._get_fact_model()._get_comparable()))
        if self.rating_allowed and self._may_be_barred():
            domain &= Domain("rating_allowed", "=", True)
        return domain

    def _may_be_barred(self):
        """Whether the source holds facts that the law bars from ratings."""
        return bool(self.source) and "rating_allowed" in self._get_fact_model()._fields

    def _get_counted_domain(self):
        """Return the domain of the facts the figure rests on: the base of a share or a mean,
        the counted rows of a number."""
        if self.aggregate in ("share", "average", "degree_of_learning"):
            return self._get_domain("denominator_domain")
        return self._get_domain("denominator_domain") & self._get_domain("numerator_domain")

    def _get_value_field(self):
        if self.aggregate == "degree_of_learning":
            return "learning_points"
        return self.value_field

    def _get_operands(self):
        """Return the indicators whose codes the formula names."""
        codes = {ref.code for ref in formula.references(formula.parse(self.formula))}
        return self.framework_id.indicator_ids.filtered(lambda i: i.code in codes)

    def _rests_on_marks(self):
        """Whether the figures are as complete as the marks; a formula goes by its parts."""
        self.ensure_one()
        parts = self._get_operands() if self.kind == "formula" and self.formula else self
        sources = {source for source in parts.mapped("source") if source}
        return any(self.env[f"vsoko.fact.{source}"]._fact_rests_on_marks for source in sources)

    def _rests_on_unnamed(self):
        """Whether it is not known of how many different people the figures tell; a formula goes by
        its parts."""
        self.ensure_one()
        if self.kind == "formula":
            return any(part._rests_on_unnamed() for part in self._get_operands())
        return bool(self.source) and not self._get_fact_model()._fact_names_people

    def _get_barred(self):
        """Return the indicators under a formula that may not enter ratings, at any depth."""
        barred, seen, waiting = self.browse(), self, self._get_operands()
        while waiting:
            barred |= waiting.filtered(lambda i: not i.rating_allowed and i._may_be_barred())
            seen |= waiting
            formulas = waiting.filtered(lambda i: i.kind == "formula" and i.formula)
            waiting = self.union(*(one._get_operands() for one in formulas)) - seen
        return barred

    def _copy_to(self, framework, criteria):
        """Copy the indicators into another version; `criteria` maps old criteria to new ones."""
        return self.create(
            [
                {
                    **vals,
                    "framework_id": framework.id,
                    "criterion_id": criteria[indicator.criterion_id].id,
                }
                for indicator, vals in zip(self, self.copy_data(), strict=True)
            ]
        )
