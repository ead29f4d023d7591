from odoo import api, fields, models
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat, OptionalInteger

GROUPS = [
    ("above", "Above the common index"),
    ("among", "As the common index"),
    ("below", "Below the common index"),
]
ERRORS = [
    ("pupils", "By its pupils: two hundred draws of them"),
    ("approximate", "Approximate: that components share pupils is left out"),
]
REASONS = [
    ("no_data", "There are no figures"),
    ("coverage", "Less than two thirds of the weight is there"),
    ("few_people", "Too few people stand behind it"),
    ("few_units", "Fewer than three can be compared"),
    ("chance", "The differences are no more than chance"),
]


class VsokoRatingLine(models.Model):
    """Where one class, subject, teacher or pupil stands in a rating; only a computation writes."""

    _name = "vsoko.rating.line"
    _inherit = ["vsoko.cell.mixin", "vsoko.own.mixin"]
    _description = "Line of a rating"
    _order = "rating_id desc, place, index desc nulls last, id"
    _rec_names_search = ["rating_id"]

    rating_id = fields.Many2one(
        "vsoko.rating",
        string="Rating",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    cell_name = fields.Char(string="Who or what", compute="_compute_cell_name")
    index = OptionalFloat(readonly=True, aggregator=None)
    low = OptionalFloat(string="Interval from", readonly=True, aggregator=None)
    high = OptionalFloat(string="Interval to", readonly=True, aggregator=None)
    error_from = fields.Selection(
        ERRORS,
        string="How the interval was found",
        readonly=True,
        help="By pupils where the facts of all components name them",
    )
    drawn = OptionalFloat(
        string="Index without chance",
        readonly=True,
        aggregator=None,
        help="Drawn to the common index as far as chance explains the distance: the fewer people,"
        " the further",
    )
    group = fields.Selection(GROUPS, string="Told apart", readonly=True)
    place = OptionalInteger(readonly=True, aggregator=None)
    place_low = OptionalInteger(string="Place from", readonly=True, aggregator=None)
    place_high = OptionalInteger(string="Place to", readonly=True, aggregator=None)
    reason = fields.Selection(REASONS, string="Why without a place", readonly=True)
    n = fields.Integer(
        string="Rests on",
        readonly=True,
        aggregator=None,
        help="People behind the component that rests on the fewest; of a pupil it is marks, by a"
        " final sheet criteria",
    )
    coverage = fields.Float(
        string="Weight that is there, %", readonly=True, aggregator=None, digits=(5, 1)
    )
    missing = fields.Char(string="Missing", compute="_compute_missing")
    stability = OptionalFloat(
        string="The place stays, %",
        readonly=True,
        aggregator=None,
        help="Of a thousand other weights, each moved by up to a quarter: how often the place stays"
        " within one",
    )
    place_best = OptionalInteger(
        string="Best place by other weights", readonly=True, aggregator=None
    )
    place_worst = OptionalInteger(
        string="Worst place by other weights", readonly=True, aggregator=None
    )
    part_ids = fields.One2many("vsoko.rating.part", "line_id", string="Parts", readonly=True)

    _cell_uniq = models.Constraint(
        "UNIQUE(rating_id, cell)", "The rating already has a line of this."
    )

    @api.depends("cell")
    def _compute_cell_name(self):
        names = self.env["vsoko.indicator.value"]._name_cells(
            set(filter(None, self.mapped("cell")))
        )
        for line in self:
            line.cell_name = names.get(line.cell)

    @api.depends("cell_name", "rating_id.name")
    def _compute_display_name(self):
        for line in self:
            line.display_name = f"{line.rating_id.name or ''}: {line.cell_name or ''}"

    @api.depends("part_ids.value", "part_ids.component_id.display_name")
    def _compute_missing(self):
        for line in self:
            absent = line.part_ids.filtered(lambda part: part.value is False)
            line.missing = ", ".join(absent.component_id.mapped("display_name"))

    def _get_own_condition(self, alias):
        """The own line of a rating that is open: of the teacher, of the class of the class
        teacher and its pupils, of a subject the teacher leads; a level is everybody's."""
        return SQL(
            """%(rating)s IN (SELECT open_rating.id FROM vsoko_rating open_rating
                               WHERE open_rating.state = 'published'
                                 AND open_rating.audience <> 'administration'
                                 AND (open_rating.unit <> 'student'
                                      OR open_rating.class_id IN (%(homeroom)s)))
                AND (%(scope)s IN ('level', 'student')
                     OR %(teacher)s IN (%(teachers)s)
                     OR %(class)s IN (%(homeroom)s)
                     OR %(subject)s IN (%(led)s))""",
            **{
                "rating": SQL.identifier(alias, "rating_id"),
                "scope": SQL.identifier(alias, "scope"),
                "teacher": SQL.identifier(alias, "teacher_id"),
                "class": SQL.identifier(alias, "class_id"),
                "subject": SQL.identifier(alias, "subject_id"),
                "homeroom": self._get_homeroom_sql(),
                "teachers": self._get_own_teachers_sql(),
                "led": self._get_led_lessons_sql(SQL("own_lesson.subject_id")),
            },
        )
