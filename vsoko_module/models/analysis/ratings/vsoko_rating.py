from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import ratings
from ...evidence.optional_numbers import OptionalFloat
from ...mixins.signing import signed_in
from ...school.vsoko_class import LEVELS

UNITS = [
    ("level", "Levels of education"),
    ("class", "Classes"),
    ("subject", "Subjects"),
    ("teacher", "Teachers"),
    ("student", "Pupils of a class"),
]
STATES = [
    ("draft", "Draft"),
    ("rosters_checked", "Lists are checked"),
    ("computed", "Computed"),
    ("discussed", "Discussed"),
    ("approved", "Approved"),
    ("published", "Open to its readers"),
]
AUDIENCES = [
    ("administration", "The administration alone"),
    ("own", "Each their own line and the mean"),
    ("councils", "The councils all of it, teachers their own line"),
]
# of people nobody but the administration and they themselves reads
PERSONAL = ("teacher", "student")
# the least number of people behind a place; of a pupil, of marks
MIN_N = {"teacher": 15, "student": 5}
# what a change of takes the results away
RULE = frozenset({"unit", "period_id", "class_id", "level", "min_n", "interval_level"})
# what a change of makes other lists of pupils
WHOM = frozenset({"unit", "period_id", "class_id", "level"})


class VsokoRating(models.Model):
    """A rating: several figures of classes, subjects, teachers or pupils weighed into an index.

    Places stand only where the units differ by more than chance, `tools.ratings`. The director
    approves and thereby locks it; what is to be different is a copy.
    """

    _name = "vsoko.rating"
    _inherit = ["vsoko.signing.mixin", "vsoko.company.mixin", "vsoko.own.mixin"]
    _description = "Rating"
    _order = "period_id, name, id desc"
    _locked_states = ("discussed", "approved", "published")
    _signed_states = ("approved", "published")
    _rule_fields = RULE
    _whom_fields = WHOM
    _moves = {
        "discussed": ("computed",),
        "computed": ("discussed",),
        "approved": ("computed", "discussed"),
        "published": ("approved",),
    }

    name = fields.Char(required=True)
    unit = fields.Selection(UNITS, string="What is rated", required=True, default="class")
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        domain="[('company_id', '=', company_id)]",
        check_company=True,
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        help="Whose pupils are rated",
    )
    level = fields.Selection(
        LEVELS, string="Classes of the level", help="Empty: of all levels in one rating"
    )
    min_n = fields.Integer(
        string="Least number of people",
        compute="_compute_min_n",
        store=True,
        readonly=False,
        precompute=True,
        aggregator=None,
        help="Behind a place; of pupils it is marks, by final sheets criteria",
    )
    interval_level = fields.Integer(
        string="Level of intervals, %",
        required=True,
        default=ratings.INTERVAL_LEVEL,
        aggregator=None,
        help="Two units whose intervals of 84 % do not meet differ at about 95 %",
    )
    audience = fields.Selection(
        AUDIENCES, string="Who reads it", required=True, default="administration"
    )
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    component_ids = fields.One2many(
        "vsoko.rating.component", "rating_id", string="Components", copy=True
    )
    line_ids = fields.One2many("vsoko.rating.line", "rating_id", string="Lines", readonly=True)
    line_count = fields.Integer(compute="_compute_line_count")
    mean = OptionalFloat(
        string="Common index",
        readonly=True,
        copy=False,
        aggregator=None,
        help="Of all that may have a place, the surer ones weighing more",
    )
    variance = OptionalFloat(
        string="Differences beyond chance",
        readonly=True,
        copy=False,
        aggregator=None,
        help="The variance between the units that chance does not explain; 0: there is none",
    )
    computed_date = fields.Datetime(string="Computed on", readonly=True, copy=False)
    discussion = fields.Char(
        string="Discussed by",
        copy=False,
        help="Which council or association has discussed it: number and date of the minutes",
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Date(string="Approved on", readonly=True, copy=False)

    _signed = signed_in("approved", "published")
    _class_of_pupils = models.Constraint(
        "CHECK((unit = 'student') = (class_id IS NOT NULL))",
        "A rating of pupils is of one class, and no other rating is.",
    )
    _level_of_classes = models.Constraint(
        "CHECK(level IS NULL OR unit = 'class')", "Only classes are rated within a level."
    )
    _people_are_closed = models.Constraint(
        "CHECK(audience <> 'councils' OR unit NOT IN ('teacher', 'student'))",
        "Ratings of people are not laid before councils: each reads their own line.",
    )
    _some_people = models.Constraint(
        "CHECK(min_n >= 1)", "A place rests on one person at the least."
    )
    _real_level = models.Constraint(
        "CHECK(interval_level BETWEEN 50 AND 99)",
        "The level of intervals is between 50 and 99 per cent.",
    )

    @api.depends("unit")
    def _compute_min_n(self):
        for rating in self:
            rating.min_n = MIN_N.get(rating.unit, 10)

    @api.depends("line_ids")
    @api.depends_context("uid")
    def _compute_line_count(self):
        found = self.env["vsoko.rating.line"]._read_group(
            Domain("rating_id", "in", self.ids), ["rating_id"], ["__count"]
        )
        counts = dict(found)
        for rating in self:
            rating.line_count = counts.get(rating._origin, 0)

    @api.onchange("unit")
    def _onchange_unit(self):
        """What only some units have goes with them."""
        if self.unit != "student":
            self.class_id = False
        if self.unit != "class":
            self.level = False
        if self.unit in PERSONAL and self.audience == "councils":
            self.audience = "own"

    def write(self, vals):
        if vals.keys() & self._rule_fields:
            self._check_unlocked()
            self._forget(lists=bool(vals.keys() & self._whom_fields))
        if vals.keys() & self._whom_fields:
            # Lists of others than are rated now; who may change the rule was checked above.
            self.sudo().roster_ids.unlink()
        return super().write(vals)

    def _forget(self, lists=False):
        """Take away results of a rule that is being changed; what is locked stays as it is.

        :param lists: whether the lists of pupils are to be checked anew as well
        """
        changed = self.filtered(lambda rating: rating.state not in self._locked_states)
        # The lines are the program's; the right to change the rule was checked by the caller.
        changed.sudo().line_ids.unlink()
        for rating in changed:
            checked = not lists and rating.rosters_date
            state = "rosters_checked" if checked else "draft"
            if (rating.state, rating.rosters_date) != (state, checked):
                unchecked = {} if checked else {"rosters_date": False, "rosters_by_id": False}
                rating._store({"state": state, "mean": None, "variance": None, **unchecked})

    def _is_approved(self):
        return self.state in self._signed_states

    def _get_locked_text(self):
        if not self._is_approved():
            return self.env._(
                "“%(name)s” has been discussed as it is: return it to change it.",
                name=self.display_name,
            )
        return self.env._(
            "The rating “%(name)s” is approved and does not change: what is to be different is a"
            " copy of it.",
            name=self.display_name,
        )

    def _get_director_text(self):
        return self.env._("Only the director approves ratings and opens them to readers.")

    def _get_own_condition(self, alias):
        """Ratings that are open to teachers; of pupils, to the class teacher alone."""
        return SQL(
            """(%(state)s = 'published' AND %(audience)s <> 'administration'
                AND (%(unit)s <> 'student' OR %(class)s IN (%(homeroom)s)))""",
            **{
                "state": SQL.identifier(alias, "state"),
                "audience": SQL.identifier(alias, "audience"),
                "unit": SQL.identifier(alias, "unit"),
                "class": SQL.identifier(alias, "class_id"),
                "homeroom": self._get_homeroom_sql(),
            },
        )

    def action_open_lines(self):
        """Open the lines by the groups that can be told apart."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_rating_line_action",
            self.display_name,
            domain=[("rating_id", "=", self.id)],
            context={"search_default_group_group": 1},
        )
