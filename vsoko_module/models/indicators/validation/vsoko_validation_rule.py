from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools import formula, validation
from ...school.vsoko_period import PERIOD_KINDS

OPERATORS = [
    ("=", "="),
    ("≠", "≠"),
    ("<", "<"),
    ("≤", "≤"),
    (">", ">"),
    ("≥", "≥"),
    ("both_or_none", "both or none are given"),
    ("not_both", "not both are given"),
]
IMPORTANCE = [("blocking", "Blocks completion"), ("warning", "Warning"), ("hint", "Hint")]
# of whom a rule speaks: the members of a breakdown of the elements, or the school
SCOPES = [
    ("school", "School"),
    ("level", "Level of education"),
    ("grade", "Grade"),
    ("class", "Class"),
    ("option", "Line of a list"),
]


class VsokoValidationRule(models.Model):
    """Two formulas over elements and indicators that have to agree in every cell of a scope."""

    _name = "vsoko.validation.rule"
    _description = "Validation rule"
    _order = "sequence, name, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    left = fields.Char(
        string="Left side", required=True, help="A formula over codes of elements and indicators"
    )
    operator = fields.Selection(OPERATORS, required=True, default="≤")
    right = fields.Char(string="Right side", required=True)
    tolerance = fields.Float(aggregator=None, digits=(16, 6))
    tolerance_kind = fields.Selection(
        [("absolute", "In the unit of the sides"), ("percent", "% of the right side")],
        string="Tolerance is",
        required=True,
        default="absolute",
    )
    missing = fields.Selection(
        [
            ("skip_any", "Not checked when a value is missing"),
            ("skip_all", "Not checked when all values are missing"),
            ("zero", "A missing value is 0"),
        ],
        string="Missing values",
        required=True,
        default="skip_any",
    )
    importance = fields.Selection(IMPORTANCE, required=True, default="warning")
    scope = fields.Selection(SCOPES, string="Checked in each", required=True, default="school")
    period_kind = fields.Selection(
        PERIOD_KINDS, string="Kind of period", help="Empty: periods of every kind"
    )
    instruction = fields.Text(
        string="What to do", required=True, help="What to look at when the sides do not agree"
    )
    responsible_role = fields.Selection(
        [
            ("filler", "Who fills in the form"),
            ("checker", "Who checks the form"),
            ("administration", "Administration"),
        ],
        string="Responsible",
        required=True,
        default="filler",
    )
    origin = fields.Char(help="The law with its date, or the school's own decision")
    in_form = fields.Boolean(
        string="Checked while the form is filled in",
        default=True,
        help="Otherwise when it is completed and at night",
    )
    finding_ids = fields.One2many("vsoko.validation.finding", "rule_id", string="Findings")

    _tolerance_is_positive = models.Constraint(
        "CHECK(tolerance >= 0)", "A tolerance is not negative."
    )

    @api.constrains("left", "right", "company_id")
    def _check_sides(self):
        for rule in self:
            codes = rule._get_codes()
            operands = []
            for name in ("left", "right"):
                try:
                    tree = formula.parse(rule[name], codes)
                except formula.FormulaError as error:
                    raise ValidationError(
                        self.env._(
                            "%(rule)s, “%(side)s”: %(problem)s",
                            rule=rule.name,
                            side=rule[name],
                            problem=error.message(self.env._),
                        )
                    ) from error
                operands += formula.references(tree)
            if not operands:
                raise ValidationError(
                    self.env._("%(rule)s: neither side names an element.", rule=rule.name)
                )

    def write(self, vals):
        """A rule that is archived asks nothing any more."""
        result = super().write(vals)
        if vals.get("active") is False:
            # What becomes of findings follows from the rule, whose right was checked above.
            asked = self.sudo().finding_ids.filtered(
                lambda finding: finding.state in ("open", "explained")
            )
            asked.write({"state": "obsolete"})
        return result

    def _get_codes(self):
        """Return the codes that the sides may name: an element comes before an indicator."""
        own = Domain("company_id", "in", (self.company_id.id, False))
        elements = self.env["vsoko.data.element"].with_context(active_test=False).search(own)
        systems = Domain("framework_id.company_id", "=", self.company_id.id)
        indicators = self.env["vsoko.indicator"].search(systems if self.company_id else Domain.TRUE)
        return {*elements.mapped("code"), *indicators.mapped("code")}

    def _parse(self):
        """Return the rule as `tools.validation` checks it."""
        self.ensure_one()
        return validation.Rule(
            formula.parse(self.left),
            self.operator,
            formula.parse(self.right),
            tolerance=self.tolerance,
            is_percent=self.tolerance_kind == "percent",
            missing=self.missing,
        )

    def _get_operator_text(self):
        return dict(self._fields["operator"]._description_selection(self.env))[self.operator]
