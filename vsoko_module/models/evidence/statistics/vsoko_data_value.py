from odoo import api, fields, models

from ....tools.statistics import cells
from ....tools.statistics.values import NUMBERS, number_text
from ...school.vsoko_class import LEVELS
from ..optional_numbers import OptionalFloat

VALUE_STATES = [
    ("entered", "Entered"),
    ("copied", "Copied, not confirmed"),
    ("confirmed", "Confirmed unchanged"),
    ("excused", "Left out with a reason"),
]
REASONS = [
    ("not_applicable", "Does not apply"),
    ("no_source", "There is no source"),
    ("not_measured", "Was not measured"),
    ("refused", "Refused"),
]
COLUMNS = ("value_number", "value_text", "value_date", "choice_id")


class VsokoDataValue(models.Model):
    """What stands in one cell of a form; a blank cell has no record, so 0 is always a value.

    Written by `vsoko.data.form.save_values` and the buttons of the form alone.
    """

    _name = "vsoko.data.value"
    _inherit = "vsoko.data.part.mixin"
    _description = "Value of a statistical form"
    _order = "form_id, element_id, cell, id"
    _rec_name = "element_id"

    element_id = fields.Many2one(
        "vsoko.data.element",
        string="Element",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    cell = fields.Char(
        required=True,
        readonly=True,
        default=cells.WHOLE,
        help="school, level:noo, grade:5, class:12 or option:7",
    )
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one(
        "vsoko.class", string="Class", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    option_id = fields.Many2one(
        "vsoko.data.option",
        string="Line",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    state = fields.Selection(VALUE_STATES, required=True, readonly=True, default="entered")
    value_number = OptionalFloat(
        string="Numeric value", readonly=True, aggregator=None, digits=(16, 6)
    )
    choice_id = fields.Many2one(
        "vsoko.data.option",
        string="Answer",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    value_date = fields.Date(string="Day", readonly=True)
    value_text = fields.Text(string="Text", readonly=True)
    shown = fields.Char(string="Value", compute="_compute_shown")
    reason = fields.Selection(REASONS, readonly=True)
    comment = fields.Text(readonly=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Files", readonly=True)
    follow_up = fields.Boolean(string="To be looked at", readonly=True)
    unchanged = fields.Integer(
        string="Periods without a change", readonly=True, copy=False, aggregator=None
    )
    version = fields.Integer(readonly=True, copy=False, aggregator=None)

    _cell_uniq = models.Constraint(
        "UNIQUE(form_id, element_id, cell)", "The cell of the form has a value already."
    )
    _reason_of_excused = models.Constraint(
        "CHECK((state = 'excused') = (reason IS NOT NULL))",
        "What is left out has a reason, what has a value has none.",
    )

    @api.depends(*COLUMNS, "state", "reason", "element_id")
    def _compute_shown(self):
        for value in self:
            value.shown = value._get_text()

    def _get_text(self):
        """Return the value as people read it."""
        if self.state == "excused":
            return dict(self._fields["reason"]._description_selection(self.env))[self.reason]
        kind = self.element_id.value_type
        if kind == "yes_no":
            return self.env._("yes") if self.value_number else self.env._("no")
        if kind in NUMBERS:
            return number_text(self.value_number)
        if kind == "choice":
            return self.choice_id.name
        return self.value_date.strftime("%d.%m.%Y") if kind == "date" else self.value_text

    @api.model
    def _prepare_cell(self, element, cell):
        """Return the values that name a cell by its element and the key of its member."""
        breakdown, member = cells.split_key(cell)
        vals = {"element_id": element.id, "cell": cell}
        if breakdown in ("class", "option"):
            vals[f"{breakdown}_id"] = int(member)
        elif breakdown == "grade":
            vals["grade"] = int(member)
        elif breakdown == "level":
            vals["level"] = member
        return vals
