from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import conditions

LISTS = [("attention", "Whom to help"), ("reserve", "Reserve")]
KINDS = [
    ("facts", "Facts that meet a condition"),
    ("fall", "Marks that fell against the term before"),
    ("absence", "Missed days"),
    ("elements", "Missed elements that the next topic rests on"),
    ("border", "Trial works below or near the least points"),
]
WINDOWS = [("period", "The term and what comes after it"), ("year", "The school year so far")]
HORIZONS = [("next", "The next term"), ("year", "The school year")]
TOLD = [
    ("class", "The class teacher and the administration"),
    ("administration", "The administration alone"),
]
# what a rule may look at: each names a pupil whom the class teacher reads anyway
SOURCES = ("mark", "student_term", "journal_pair", "result")
OF_PUPIL = "vsoko.fact.student_term"
# over which facts the kinds with a method of their own put their condition
SOURCE_OF_KIND = {"fall": "mark", "border": "result"}


class VsokoRiskRule(models.Model):
    """What makes the program name a pupil who may need help: a condition over facts, in words.

    A rule points at a circumstance and never weighs it: pupils have reasons, not scores. Results
    that the law keeps out of ratings are no reason either.
    """

    _name = "vsoko.risk.rule"
    _description = "Rule of the list of pupils to help"
    _order = "list, sequence, id"

    name = fields.Char(required=True, help="The reason, as it stands beside the name of a pupil")
    sequence = fields.Integer(
        default=10, aggregator=None, help="Whose pupils are helped first, when not all can be"
    )
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    list = fields.Selection(LISTS, required=True, default="attention")
    kind = fields.Selection(KINDS, string="Way of looking", required=True, default="facts")
    source = fields.Selection(selection="_get_sources", string="Facts")
    condition = fields.Char(
        default="[]",
        help="Which facts are meant, for example [('value', '=', 3)]; works of external"
        " diagnostics are never among them",
    )
    pupil_condition = fields.Char(
        string="Condition on the pupil",
        default="[]",
        help="What else is true of the pupil over all subjects, for example [('twos', '=', 0)]",
    )
    least = fields.Integer(string="In how many subjects", required=True, default=1, aggregator=None)
    most = fields.Integer(
        string="In no more than", default=0, aggregator=None, help="Subjects; 0: in any number"
    )
    threshold = fields.Float(
        digits=(6, 2),
        aggregator=None,
        help="Fall of a mark; missed days in per cent of the school days; points above the least"
        " ones, 0 for what is below them",
    )
    window = fields.Selection(
        WINDOWS, string="Looks at", required=True, default="period", help="Of works and absences"
    )
    horizon = fields.Selection(HORIZONS, string="Foretells", required=True, default="next")
    outcome = fields.Char(
        string="What it foretells",
        required=True,
        default="[('is_failing', '=', True)]",
        help="A condition on the pupil at the end of that time: by it the rule is checked",
    )
    outcome_name = fields.Char(
        string="In words", required=True, help="What they came to, after «of them»"
    )
    told = fields.Selection(TOLD, string="Who is told", required=True, default="class")
    advice = fields.Text(string="What to do", required=True)
    origin = fields.Char(help="The document or the practice the rule comes from")

    _some_subjects = models.Constraint(
        "CHECK(least >= 1 AND (most = 0 OR most >= least))",
        "A rule asks for one subject at the least, and for no more than its greatest number.",
    )
    _positive_threshold = models.Constraint("CHECK(threshold >= 0)", "A threshold is not negative.")
    _source_of_facts = models.Constraint(
        "CHECK(kind <> 'facts' OR source IS NOT NULL)", "Say over which facts the rule looks."
    )

    @api.model
    def _get_sources(self):
        names = dict(self.env["vsoko.fact"]._get_sources())
        return [(name, names[name]) for name in SOURCES]

    @api.constrains("kind", "source", "condition", "pupil_condition", "outcome")
    def _check_conditions(self):
        """Refuse what could not be computed, when it is saved and not at night."""
        for rule in self:
            rule._parse(rule.pupil_condition, OF_PUPIL, "pupil_condition")
            rule._parse(rule.outcome, OF_PUPIL, "outcome")
            if rule._get_source():
                rule._parse(rule.condition, f"vsoko.fact.{rule._get_source()}", "condition")

    def _parse(self, text, source, name):
        """Return the domain of a text; raise ValidationError naming the field."""
        try:
            return Domain(conditions.parse(text, self.env[source]._get_comparable()))
        except conditions.ConditionError as error:
            raise ValidationError(
                self.env._(
                    "%(rule)s, “%(field)s”: %(problem)s",
                    rule=self.name,
                    field=self.fields_get([name], ["string"])[name]["string"],
                    problem=error.message(self.env._),
                )
            ) from error

    def _get_source(self):
        return SOURCE_OF_KIND.get(self.kind) or (self.source if self.kind == "facts" else None)

    def _get_condition(self):
        """Return the domain over the source; what the law keeps out of ratings is left out."""
        source = f"vsoko.fact.{self._get_source()}"
        condition = self._parse(self.condition, source, "condition")
        if "rating_allowed" in self.env[source]._fields:
            condition &= Domain("rating_allowed", "=", True)
        return condition

    @api.model
    def _get_of_school(self, company):
        """Return the rules of a school: the common ones and its own."""
        return self.search([("company_id", "in", (company.id, False))])

    def _get_marked_sql(self, span):
        """Return the SELECT of whom the rule marks: ``student_id``, ``subject_id``,
        ``content_id`` and two numbers for the words of the reason, ``value`` and ``compared``.

        :param span: the `Span` the rule looks at
        """
        marked = getattr(self, f"_get_{self.kind}_sql")(span)
        if Domain(conditions.parse(self.pupil_condition, self._get_kinds())).is_true():
            return marked
        return SQL(
            "SELECT * FROM (%s) marked WHERE student_id IN (SELECT student_id FROM (%s) pupil)",
            marked,
            self._get_pupils_sql(self._parse(self.pupil_condition, OF_PUPIL, ""), span.period),
        )

    def _get_judged_sql(self, span):
        """Return the SELECT of the pupils (``student_id``) of whom the rule has anything to look
        at: without them there is no data, which is no risk and no safety."""
        return getattr(self, f"_get_{self.kind}_judged_sql")(span)

    def _get_kinds(self):
        return self.env[OF_PUPIL]._get_comparable()

    def _get_pupils_sql(self, condition, period):
        """Return the SELECT of the pupils that a condition over all subjects holds for."""
        return self._select_facts(
            "student_term", condition & Domain("period_id", "=", period.id), "student_id"
        )

    def _select_facts(self, source, condition, *names):
        """Return the SELECT of these fields of the facts of the school."""
        # The program makes the list of the school; who reads which reason is asked by the rules.
        facts = self.env[f"vsoko.fact.{source}"].sudo()
        query = facts._search(condition)
        columns = [
            SQL("%s AS %s", facts._field_to_sql(query.table, name, query), SQL.identifier(name))
            for name in names
        ]
        return query.select(*columns)
