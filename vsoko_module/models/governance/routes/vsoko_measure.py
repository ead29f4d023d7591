from odoo import api, fields, models

from ...school.vsoko_alphabet_mixin import RussianChar

KINDS = [
    ("deficit", "Gaps in the programme"),
    ("gifted", "Gifted pupil"),
    ("special", "Special needs"),
    ("missed", "Missed lessons"),
    ("exam", "Preparation for an exam"),
]
FORMS = [
    ("lesson", "In the lesson"),
    ("group", "In a group"),
    ("single", "One to one"),
    ("home", "At home"),
    ("remote", "Remotely"),
]
# what the works have judged of a goal
JUDGED = ("reached", "not_reached")


class VsokoMeasure(models.Model):
    """What helps with an element or in a kind of route, from the bank of the school.

    The bank grows from what worked: a step of a route whose goal was reached is proposed, and the
    administration shows it to teachers when it has read it, as it may name a pupil.
    """

    _name = "vsoko.measure"
    _inherit = ["vsoko.company.mixin", "vsoko.alphabet.mixin"]
    _description = "Measure of the bank"
    _order = "name, id"

    name = RussianChar(string="What to do", required=True)
    active = fields.Boolean(default=True)
    kind = fields.Selection(KINDS, string="For routes of", help="Empty: of any kind")
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", index="btree_not_null", ondelete="restrict"
    )
    content_id = fields.Many2one(
        "vsoko.content.element",
        string="Element of content",
        index="btree_not_null",
        ondelete="restrict",
    )
    form = fields.Selection(FORMS, string="How it is held", required=True, default="group")
    hours = fields.Float(default=1.0, digits=(4, 1), aggregator=None)
    materials = fields.Text()
    is_shown = fields.Boolean(
        string="Shown to teachers",
        default=True,
        help="Proposed by a route that worked: read it first, it must name nobody",
    )
    tried = fields.Integer(compute="_compute_worked", string="Tried")
    worked = fields.Integer(compute="_compute_worked", string="It worked")

    _some_hours = models.Constraint("CHECK(hours >= 0)", "A number of hours is not negative.")

    def _compute_worked(self):
        """Count the goals with a step of the measure that are judged, and those reached."""
        # Only numbers are told, of routes that the reader of the bank need not read.
        Step = self.env["vsoko.route.step"].sudo()
        rows = Step._read_group(
            [("measure_id", "in", self.ids), ("goal_id.progress_ids.state", "in", JUDGED)],
            ["measure_id"],
            ["goal_id:recordset"],
        )
        found = dict(rows)
        for measure in self:
            states = found.get(measure._origin, Step.goal_id).progress_ids.mapped("state")
            measure.tried = sum(state in JUDGED for state in states)
            measure.worked = states.count("reached")

    @api.model
    def _find_for(self, kind, subject, content):
        """Return the measure for an element that the user may see: of the element itself first,
        what worked more often before what did less."""
        found = self.search(
            [
                ("is_shown", "=", True),
                ("kind", "in", (kind, False)),
                ("subject_id", "in", (subject.id, False)),
                ("content_id", "in", (content.id, False)),
            ]
        )
        return found.sorted(lambda one: (not one.content_id, -one.worked, one.id))[:1]
