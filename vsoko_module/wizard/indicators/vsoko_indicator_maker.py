from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Command

from ...models.evidence.optional_numbers import OptionalFloat
from ...models.indicators.vsoko_indicator import AGGREGATES, DIRECTIONS, UNITS

# how codes of a school's own indicators begin until somebody writes a better one
_OWN = "own_"
# what goes into the indicator as it stands
_SAME = (
    "name", "code", "description", "source", "aggregate", "numerator_domain",
    "denominator_domain", "unit", "digits", "direction", "target", "min_n",
)  # fmt: skip


class VsokoIndicatorMaker(models.TransientModel):
    """A new indicator by four questions: what is counted, of whom, by what, and what is good.

    It is counted for a period before anything is saved, so that a mistake in a condition is seen as
    a figure; it is added to a draft, because an approved system changes by versions alone.
    """

    _name = "vsoko.indicator.maker"
    _description = "New indicator"

    framework_id = fields.Many2one(
        "vsoko.framework",
        string="System of indicators",
        required=True,
        default=lambda self: self._get_default_framework(),
    )
    goes_into_draft = fields.Boolean(compute="_compute_goes_into_draft")
    criterion_id = fields.Many2one(
        "vsoko.criterion",
        string="Criterion",
        required=True,
        domain="[('framework_id', '=', framework_id), ('child_ids', '=', False)]",
    )
    name = fields.Char(required=True)
    code = fields.Char(
        required=True,
        default=lambda self: self._get_free_code(),
        help="Latin letters, digits and _; used in formulas",
    )
    description = fields.Text(string="In plain words")
    source = fields.Selection(selection="_selection_source", required=True, default="mark")
    source_model = fields.Char(compute="_compute_source_model")
    aggregate = fields.Selection(
        AGGREGATES, string="What to compute", required=True, default="share"
    )
    value_field_id = fields.Many2one(
        "ir.model.fields",
        string="Number to add up",
        domain="[('model', '=', source_model), ('ttype', 'in', ('integer', 'float')),"
        " ('store', '=', True), ('name', '!=', 'id')]",
    )
    denominator_domain = fields.Char(default="[]", string="Of whom")
    numerator_domain = fields.Char(default="[]", string="What is counted among them")
    scope_ids = fields.Many2many("vsoko.scope", string="Breakdowns")
    unit = fields.Selection(UNITS, required=True, default="percent")
    digits = fields.Integer(string="Decimal places", default=1, aggregator=None)
    min_n = fields.Integer(string="Least number of people", default=5, aggregator=None)
    direction = fields.Selection(DIRECTIONS, required=True, default="more")
    target = OptionalFloat(aggregator=None)
    first_border = OptionalFloat(string="First border", aggregator=None)
    second_border = OptionalFloat(string="Second border", aggregator=None)
    origin = fields.Char(
        string="Where the borders come from",
        default=lambda self: self.env._("A decision of this school"),
    )
    period_id = fields.Many2one(
        "vsoko.period", string="Count for", default=lambda self: self._get_default_period()
    )
    line_ids = fields.One2many("vsoko.indicator.maker.line", "maker_id", readonly=True)

    @api.model
    def _selection_source(self):
        return self.env["vsoko.fact"]._get_sources()

    @api.model
    def _get_default_framework(self):
        """Return the draft the school works on, or the system in force."""
        Framework, company = self.env["vsoko.framework"], self.env.company
        draft = Framework.search(
            [("company_id", "=", company.id), ("state", "in", ("draft", "discussed"))], limit=1
        )
        return draft or Framework._get_in_force(fields.Date.context_today(self), company)

    @api.model
    def _get_default_period(self):
        """Return the last period that has ended: its facts are there."""
        return self.env["vsoko.period"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("date_end", "<=", fields.Date.context_today(self)),
            ],
            order="date_end desc, date_start desc",
            limit=1,
        )

    @api.model
    def _get_free_code(self):
        taken = self.env["vsoko.indicator"].search([("code", "=like", f"{_OWN}%")]).mapped("code")
        numbers = [code.removeprefix(_OWN) for code in taken]
        return f"{_OWN}{max([int(n) for n in numbers if n.isdecimal()], default=0) + 1}"

    @api.depends("framework_id")
    def _compute_goes_into_draft(self):
        for maker in self:
            maker.goes_into_draft = maker.framework_id.is_locked

    @api.depends("source")
    def _compute_source_model(self):
        for maker in self:
            maker.source_model = f"vsoko.fact.{maker.source}" if maker.source else False

    @api.onchange("source")
    def _onchange_source(self):
        """Conditions and numbers of one source mean nothing in another."""
        self.update({"denominator_domain": "[]", "numerator_domain": "[]"})
        self.value_field_id = False

    @api.onchange("aggregate")
    def _onchange_aggregate(self):
        if self.aggregate in ("count", "distinct_students"):
            self.update({"unit": "people", "digits": 0})

    def action_count(self):
        """Count the indicator for the period and show its figures; the system stays as it is."""
        self._check_filled()
        if not self.period_id:
            raise ValidationError(self.env._("Choose the period to count the indicator for."))
        lines = self._count()
        self.line_ids = [Command.clear(), *map(Command.create, lines)]
        return self._open_action("vsoko_module.vsoko_indicator_maker_action", res_id=self.id)

    def action_add(self):
        """Add the indicator to the draft of the system and open it there."""
        self._check_filled()
        framework = self.framework_id
        if framework.is_locked:
            draft = framework.action_new_version()
            framework = framework.browse(draft["res_id"])
        criterion = framework.criterion_ids.filtered(
            lambda criterion: criterion.code == self.criterion_id.code
        )
        return self._create_indicator(framework, criterion)._open_records()

    def _check_filled(self):
        """Raise unless the user may make indicators and has said what this one is."""
        self.ensure_one()
        self.check_access("write")
        if not (self.name and self.criterion_id):
            raise ValidationError(self.env._("Write the name and choose the criterion first."))

    def _count(self):
        """Return the values of the lines; what the counting needs is made and taken back."""
        savepoint = self.env.cr.savepoint()
        try:
            scratch = self.env["vsoko.framework"].create(
                {
                    "name": self.name,
                    "company_id": self.period_id.company_id.id,
                    "date_from": self.period_id.date_start,
                }
            )
            criterion = self.env["vsoko.criterion"].create(
                {"framework_id": scratch.id, "code": _OWN, "name": self.name}
            )
            indicator = self._create_indicator(scratch, criterion)
            figures = self.env["vsoko.calculation"]._read_alone(indicator, self.period_id)
        finally:
            savepoint.close(rollback=True)
        return self.env["vsoko.indicator.maker.line"]._prepare_lines(figures, self.digits)

    def _create_indicator(self, framework, criterion):
        values = {name: self[name] for name in _SAME}
        return self.env["vsoko.indicator"].create(
            {
                **values,
                "kind": "measure",
                "framework_id": framework.id,
                "criterion_id": criterion.id,
                "value_field": self.value_field_id.name,
                "factor": 100.0 if self.unit == "percent" else 1.0,
                "scope_ids": [Command.set(self.scope_ids.ids)],
                "band_ids": [Command.create(band) for band in self._prepare_bands()],
            }
        )

    def _prepare_bands(self):
        """Return the three zones between the borders, none when the school has set none."""
        borders = [self.first_border, self.second_border]
        if borders == [False, False] or self.direction == "none":
            return []
        if False in borders or borders[0] >= borders[1]:
            raise ValidationError(
                self.env._("Write both borders of the norm, the lower one first, or neither.")
            )
        zones = ["critical", "acceptable", "optimal"]
        if self.direction == "less":
            zones.reverse()
        return [
            {"lower": lower, "status": zone, "origin": self.origin}
            for lower, zone in zip([0.0, *borders], zones, strict=True)
        ]
