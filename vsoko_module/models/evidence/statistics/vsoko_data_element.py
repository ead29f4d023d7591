import re

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.readers.cells import NO, YES, fold_answer
from ..optional_numbers import OptionalFloat

VALUE_TYPES = [
    ("integer", "Whole number"),
    ("number", "Numeric"),
    ("percent", "Per cent"),
    ("yes_no", "Yes or no"),
    ("choice", "One of the answers"),
    ("date", "Day"),
    ("text", "Text"),
    ("file", "File"),
]
BREAKDOWNS = [
    ("none", "The school as a whole"),
    ("level", "Levels of education"),
    ("grade", "Grades"),
    ("class", "Classes"),
    ("option", "Lines of a list"),
]
RULE_FIELDS = frozenset({"code", "value_type", "breakdown", "option_set_id", "choice_set_id"})


class VsokoDataElement(models.Model):
    """One question of a statistical form: what is asked, of what kind, by what it is told apart."""

    _name = "vsoko.data.element"
    _description = "Statistical element"
    _order = "sequence, id"
    _rec_names_search = ["name", "code"]

    code = fields.Char(required=True, help="Small Latin letters, digits and _")
    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    paragraph = fields.Char(help="Of the regulation")
    origin = fields.Char(help="The rule that asks for it, with its date")
    help = fields.Text(string="What is counted")
    value_type = fields.Selection(VALUE_TYPES, string="Kind", required=True, default="integer")
    unit = fields.Char()
    digits = fields.Integer(string="Decimal places", default=0, aggregator=None)
    choice_set_id = fields.Many2one(
        "vsoko.data.option.set", string="Answers", index=True, ondelete="restrict"
    )
    breakdown = fields.Selection(BREAKDOWNS, string="By", required=True, default="none")
    option_set_id = fields.Many2one(
        "vsoko.data.option.set", string="Lines of the breakdown", index=True, ondelete="restrict"
    )
    stock_flow = fields.Selection(
        [("stock", "State on a day"), ("flow", "Events of a period")],
        string="What it is",
        required=True,
        default="stock",
    )
    copy_policy = fields.Selection(
        [("never", "Always entered anew"), ("offer", "May be taken over from last time")],
        string="When nothing changed",
        required=True,
        default="never",
    )
    hard_min = OptionalFloat(string="Not less than", default=0.0, aggregator=None)
    hard_max = OptionalFloat(string="Not more than", aggregator=None)
    numerator_id = fields.Many2one(
        "vsoko.data.element",
        string="Count above the line",
        index=True,
        ondelete="restrict",
        help="For a percentage that nobody else counts: of what it is counted",
    )
    denominator_id = fields.Many2one(
        "vsoko.data.element", string="Count below the line", index=True, ondelete="restrict"
    )
    judge = fields.Selection(
        [
            ("none", "Not judged"),
            ("amount", "Amount"),
            ("count", "Count of events"),
            ("share", "Share"),
        ],
        string="How a jump is judged",
        required=True,
        default="none",
    )
    base_id = fields.Many2one(
        "vsoko.data.element",
        string="Out of which element",
        index=True,
        ondelete="restrict",
        help="The exposure of a count, the base of a share",
    )
    evidence = fields.Selection(
        [("none", "Not asked for"), ("optional", "May be attached"), ("required", "Is attached")],
        string="Confirming file",
        required=True,
        default="optional",
    )

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(company_id, 0))", "An element with this code already exists."
    )
    _copies_are_stocks = models.Constraint(
        "CHECK(copy_policy = 'never' OR stock_flow = 'stock')",
        "Events of a period are never taken over from the last one.",
    )
    _option_has_lines = models.Constraint(
        "CHECK((breakdown = 'option') = (option_set_id IS NOT NULL))",
        "A breakdown by lines of a list names the list, others do not.",
    )
    _choice_has_answers = models.Constraint(
        "CHECK((value_type = 'choice') = (choice_set_id IS NOT NULL))",
        "A choice names the list of its answers, other kinds do not.",
    )
    _bounds_order = models.Constraint(
        "CHECK(hard_min <= hard_max)",
        "The least value must not be above the greatest.",
    )

    @api.constrains("code")
    def _check_code(self):
        for element in self:
            if not re.fullmatch(r"[a-z][a-z0-9_]*", element.code):
                raise ValidationError(
                    self.env._(
                        "The code “%(code)s” must begin with a small Latin letter and hold only"
                        " small Latin letters, digits and _.",
                        code=element.code,
                    )
                )

    @api.constrains("value_type", "numerator_id", "denominator_id")
    def _check_percent(self):
        for element in self.filtered(lambda one: one.value_type == "percent"):
            if element.numerator_id and element.denominator_id:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: a percentage is not asked for where both counts are,"
                        " “%(above)s” and “%(below)s”: it is counted from them.",
                        name=element.name,
                        above=element.numerator_id.name,
                        below=element.denominator_id.name,
                    )
                )

    def write(self, vals):
        changed = {name for name in RULE_FIELDS & vals.keys() if self._differs(name, vals[name])}
        if changed:
            self._check_unused()
        return super().write(vals)

    def _differs(self, name, value):
        field = self._fields[name]
        return any(field.convert_to_write(one[name], one) != value for one in self)

    def _check_unused(self):
        """Raise ValidationError when values are stored that would mean something else."""
        # Only whether there are values; whoever may change the element may know that.
        used = self.env["vsoko.data.value"].sudo().search([("element_id", "in", self.ids)], limit=1)
        if used:
            raise ValidationError(
                self.env._(
                    "“%(name)s” has values already: its code, kind and breakdown stay. Archive it"
                    " and make another one.",
                    name=used.element_id.name,
                )
            )

    def _get_words(self):
        """Return {key of a word: what a cell of the form says for it}; empty for what is typed."""
        if self.value_type == "yes_no":
            return dict.fromkeys(YES, 1) | dict.fromkeys(NO, 0)
        return {fold_answer(one.name): one.id for one in self.choice_set_id.option_ids}

    def _get_bounds(self):
        """Return (least, most) of a number, None where there is no bound."""
        bounds = (self.hard_min, self.hard_max)
        return tuple(None if bound is False else bound for bound in bounds)
