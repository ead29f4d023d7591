from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import conditions, scopes
from ...school.narrowing import named_in_all_rows
from ...school.vsoko_class import LEVELS
from .narrowing import Narrowing

# the number of a row is that of its fact, shifted by these bits, plus the number of the period
PERIOD_BITS = 20

# what conditions may ask of the records that a fact names: nothing personal, nothing of others
STEPS = {"subject_id": ("code", "area_id"), "class_id": ("letter", "profile")}
# fields that tell rows apart and mean nothing: no condition asks for them
NUMBERS = ("id", "person_number")


class VsokoFact(models.AbstractModel):
    """A source of facts: a read-only model over a query, with the dimensions of the engine.

    A new source is a model ``vsoko.fact.<name>`` with `_table_query` and the dimensions it has;
    indicators over it need no code. Each query joins the periods itself, because only the source
    knows how a fact meets a period: a mark is of a period, an event is in it by its date, a
    person is there on its last day. So every row carries `period_id`.

    The query names the schools and periods of the search beside its facts (`_get_narrowing`), so
    that a period costs the same however many schools and years the database has.
    """

    _name = "vsoko.fact"
    _inherit = ["vsoko.totals.mixin"]
    _description = "Source of facts"

    # which of tools.scopes.DIMENSIONS the source fills
    _fact_dimensions = scopes.DIMENSIONS
    # what an outsider knows of the people behind a fact: parts of the facts that differ by these
    # can be subtracted by a reader
    _fact_known_fields = (
        "level",
        "grade",
        "class_id",
        "subject_id",
        "teacher_id",
        "gender",
        "assessment_id",
        "type_id",
        "procedure",
        "rating_allowed",
    )
    # sources with the same name here have one row for each person of a cell, so that their numbers
    # can be subtracted from each other; empty: those of no other source
    _fact_universe = ""
    # fields of those who are there; a number of people by any other field tells of an event
    _fact_stocks = ()
    # fields whose sum counts what happened to people, who are the rows with more than 0 there
    _fact_events = ()
    # groups of fields that tell of one matter each, and of nothing that any other field tells: what
    # is told of one gives away nothing of the others
    _fact_aspects = ()
    # whether rows are of people; papers, plans and what the school has are nobody's
    _fact_of_people = True
    # the field of the person behind a row of a source whose dimensions name nobody, for the
    # protection of few people alone
    _fact_unnamed_person = None
    # whether each row tells whose it is, by name or by a place in a list
    _fact_names_people = True
    # whether the number of a row holds that of its period, see PERIOD_BITS
    _fact_row_has_period = True
    # whether one fact has a row in every period that holds its day: its year is the sum of its
    # terms, which a reader can subtract
    _fact_adds_up = False
    # which dimensions, with the period, name one row; None: not these alone
    _fact_key = None
    # the field that names the person behind a row where it is neither a pupil nor a member of staff
    _fact_person = None
    # whether figures over the source are as complete as the marks, see vsoko.completeness
    _fact_rests_on_marks = False
    _totals_period_bits = PERIOD_BITS

    company_id = fields.Many2one("res.company", string="School", readonly=True)
    period_id = fields.Many2one("vsoko.period", string="Period", readonly=True)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    student_id = fields.Many2one("vsoko.student", string="Pupil", readonly=True)

    @api.model
    def _get_sources(self):
        """Return [(name, title)] of all sources, for the form of an indicator."""
        prefix = "vsoko.fact."
        return [
            (name.removeprefix(prefix), self.env["ir.model"]._get(name).name)
            for name in sorted(self.env)
            if name.startswith(prefix)
        ]

    @api.model
    def _get_scopes(self):
        return scopes.available(self._fact_dimensions)

    @api.model
    def _get_person_field(self):
        """Return the field by which different people are counted."""
        of_pupils = "student_id" in self._fact_dimensions
        return self._fact_person or ("student_id" if of_pupils else "teacher_id")

    @api.model
    def _get_comparable(self):
        """Return {path: kind} of the fields that conditions of indicators may compare."""
        own = {
            name: field
            for name, field in self._fields.items()
            if field.store and field.type in conditions.OPERATORS and name not in NUMBERS
        }
        steps = {
            f"{name}.{further}": self.env[own[name].comodel_name]._fields[further]
            for name, reviewed in STEPS.items()
            if name in own
            for further in reviewed
        }
        return {path: field.type for path, field in (own | steps).items()}

    @api.model
    def _get_period_domain(self, period):
        """Return the domain of the facts that a period counts."""
        return Domain("company_id", "=", period.company_id.id) & Domain("period_id", "=", period.id)

    def _search(self, domain, *args, **kwargs):
        named = named_in_all_rows(self, domain, ("id", "company_id", "period_id"))
        if not self.env.su and not kwargs.get("bypass_access"):
            # what the rule of the school allows anyway
            named.setdefault("company_id", tuple(self.env.companies.ids))
        narrowed = self.with_context(vsoko_fact_rows=tuple(named.items()))
        return super(VsokoFact, narrowed)._search(domain, *args, **kwargs)

    def _get_blank_sql(self, *names):
        """Return the columns of the dimensions that no fact of the source has."""
        types = {name: self._fields[name].column_type[0] for name in names}
        columns = [
            SQL("NULL::%s AS %s", SQL.identifier(kind), SQL.identifier(name))
            for name, kind in types.items()
        ]
        return SQL(", ").join(columns)

    def _get_narrowing(self):
        """Return the `Narrowing` of the search in hand; it takes facts away and gives none."""
        named = dict(self.env.context.get("vsoko_fact_rows", ()))
        ids = named.get("period_id")
        if ids is None and self._fact_row_has_period and "id" in named:
            ids = {number & ((1 << PERIOD_BITS) - 1) for number in named["id"]}
        if ids is None:
            return Narrowing(companies=named.get("company_id"))
        periods = self.env["vsoko.period"].browse(ids)
        return Narrowing(
            periods=tuple(ids),
            years=periods._get_year_ids(),
            find_near_years=periods._get_near_year_ids,
        )
