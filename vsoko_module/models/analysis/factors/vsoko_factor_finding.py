from odoo import api, fields, models

from ....tools.factors.school import OF_PUPILS
from ....tools.reports.formatting import number
from ...evidence.optional_numbers import OptionalFloat

FACTORS = [
    ("absence", "Missed days"),
    ("earlier", "Marks of the period before"),
    ("teacher", "Change of the teacher"),
    ("hours", "Hours a week"),
    ("size", "Number of pupils in the class"),
    ("subgroup", "Lessons in groups"),
    ("visit", "Result of lesson visits, %"),
    ("climate", "Satisfied with the climate, % of answers"),
    ("conditions", "Satisfied with the conditions, % of answers"),
]
VERDICTS = [
    ("found", "A connection is seen"),
    ("not_seen", "Not seen in these data"),
    ("description", "Too few to judge"),
    ("few", "Fewer than five"),
    ("no_data", "No data"),
]
# nobody is told of a group below it
LEAST_GROUP = 5
# J. Cohen (1988): what is called small, medium and large of a difference in deviations
MEDIUM, LARGE = 0.5, 0.8


class VsokoFactorFinding(models.Model):
    """What a study says of one factor, in numbers and in words; only the program writes."""

    _name = "vsoko.factor.finding"
    _inherit = ["vsoko.led.mixin"]
    _description = "Finding about a factor"
    _order = "study_id, id"
    _rec_names_search = ["study_id"]
    _name_parts = ("factor", "study_id")

    study_id = fields.Many2one(
        "vsoko.factor.study",
        string="Study",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="study_id.company_id", store=True, index=True)
    subject_id = fields.Many2one(related="study_id.subject_id", store=True, index="btree_not_null")
    factor = fields.Selection(FACTORS, string="What was looked at", required=True, readonly=True)
    verdict = fields.Selection(VERDICTS, string="What is seen", required=True, readonly=True)
    n = fields.Integer(string="Pupils compared", readonly=True, aggregator=None)
    classes = fields.Integer(readonly=True, aggregator=None)
    border = OptionalFloat(string="Much is above", readonly=True, aggregator=None)
    much = fields.Integer(string="Pupils with much", readonly=True, aggregator=None)
    little = fields.Integer(string="Pupils with little", readonly=True, aggregator=None)
    difference = OptionalFloat(string="Differs by", readonly=True, aggregator=None)
    low = OptionalFloat(string="Differs from", readonly=True, aggregator=None)
    high = OptionalFloat(string="Differs to", readonly=True, aggregator=None)
    effect = OptionalFloat(
        string="Effect in deviations",
        readonly=True,
        aggregator=None,
        help="Hedges' g of all pupils together: below 0.5 it is small, from 0.8 on large",
    )
    chance = OptionalFloat(
        readonly=True,
        aggregator=None,
        help="Of findings like this one, how large a part chance alone would give; corrected for"
        " all factors tried (Benjamini and Hochberg)",
    )
    turns_over = fields.Boolean(
        string="Turns over",
        readonly=True,
        help="Without comparing like with like the sign would be the opposite",
    )
    difference_text = fields.Char(string="Difference", compute="_compute_texts")
    effect_text = fields.Char(string="Effect size", compute="_compute_texts")
    text = fields.Text(string="In words", compute="_compute_texts")

    _factor_uniq = models.Constraint(
        "UNIQUE(study_id, factor)", "A study says one thing of a factor."
    )

    @api.depends("factor", "study_id.visit_criterion_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        factors = dict(self._fields["factor"]._description_selection(self.env))
        for finding in self:
            name = factors.get(finding.factor)
            criterion = finding.factor == "visit" and finding.study_id.visit_criterion_id.name
            finding.display_name = f"{name}: «{criterion}»" if criterion else name

    @api.model
    def _prepare(self, finding):
        """Return the values of a finding of `tools.factors`; of too small a group no numbers."""
        if finding is None:
            return {"verdict": "no_data"}
        vals = {"verdict": finding.verdict, "n": finding.n, "classes": finding.classes}
        if finding.pooled is None:
            return vals
        strata = finding.pooled.strata
        much, little = (sum(side.n for side in sides) for sides in _sides(strata))
        if min(much, little) < LEAST_GROUP:
            return {**vals, "verdict": "few"}
        return {
            **vals,
            "border": False if finding.border is None else finding.border,
            "much": much,
            "little": little,
            "difference": finding.pooled.difference,
            "low": finding.pooled.low,
            "high": finding.pooled.high,
            "effect": finding.effect[0] if finding.effect else False,
            "chance": False if finding.chance is None else finding.chance,
            "turns_over": finding.pooled.turns_over,
        }

    @api.depends("verdict", "factor", "difference", "low", "high", "effect", "much", "little")
    @api.depends_context("lang")
    def _compute_texts(self):
        for finding in self:
            finding.difference_text = finding._describe_difference()
            finding.effect_text = finding._describe_effect()
            sentences = (
                finding._describe_verdict(),
                finding._describe_groups(),
                finding._describe_level(),
                finding._describe_mixture(),
            )
            finding.text = "\n".join(filter(None, sentences))

    def _describe_difference(self):
        if self.difference is False:
            return False
        values = (number(self.difference, 2, signed=True), number(self.low, 2, signed=True))
        return f"{values[0]} [{values[1]}; {number(self.high, 2, signed=True)}]"

    def _describe_effect(self):
        # a size beside “not seen” would be read as a finding
        if self.verdict != "found" or self.effect is False:
            return False
        size = abs(self.effect)
        word = (
            self.env._("large")
            if size >= LARGE
            else self.env._("medium")
            if size >= MEDIUM
            else self.env._("small")
        )
        return f"{number(self.effect, 2, signed=True)} ({word})"

    def _describe_verdict(self):
        if self.verdict == "no_data":
            return self._describe_missing()
        return {
            "found": self.env._(
                "A connection is seen. It does not prove a cause: something else may stand behind"
                " both."
            ),
            "not_seen": self.env._(
                "Not seen in these data. This does not say that there is no connection."
            ),
            "description": self.env._(
                "A judgement needs 30 pupils of five classes, and in some grade pupils with much"
                " and with little of it whose marks were alike before."
            ),
            "few": self.env._("One of the groups has fewer than five pupils: it is not told."),
        }[self.verdict]

    def _describe_missing(self):
        """Say what is missing, and where it is entered."""
        return {
            "absence": self.env._("Absences of this period are not entered by name."),
            "earlier": self.env._(
                "There are no marks of the period before, or the result is the change against them."
            ),
            "teacher": self.env._("Marks of this and of the period before name no teachers."),
            "hours": self.env._("The hours of the load are not entered."),
            "subgroup": self.env._("No lessons of these classes are entered."),
            "visit": self.env._("No visits with points are entered for these classes this year."),
            "climate": self.env._(
                "No survey of pupils about the climate is closed this year, or too few of each"
                " class have answered."
            ),
            "conditions": self.env._(
                "No survey of pupils about the conditions of education is closed this year, or too"
                " few of each class have answered."
            ),
        }[self.factor]

    def _describe_groups(self):
        if self.difference is False:
            return None
        values = {
            "much": self.much,
            "little": self.little,
            "difference": self.difference_text,
            "border": self.border is not False and number(self.border, int(self.border % 1 > 0)),
        }
        if self.border is False:
            return self.env._(
                "Compared are pupils: %(much)s where it is so and %(little)s where it is not;"
                " the former differ by %(difference)s of a mark.",
                **values,
            )
        return self.env._(
            "Compared are %(much)s above %(border)s and %(little)s others: the former differ"
            " by %(difference)s of a mark.",
            **values,
        )

    def _describe_level(self):
        """What is known of classes alone is no claim about a pupil (ecological fallacy)."""
        if self.difference is False or self.factor in OF_PUPILS:
            return None
        return self.env._("This is known of whole classes and says nothing about a single pupil.")

    def _describe_mixture(self):
        return self.turns_over and self.env._(
            "All pupils together would say the opposite: the groups are made of different pupils."
        )


def _sides(strata):
    return [stratum.first for stratum in strata], [stratum.second for stratum in strata]
