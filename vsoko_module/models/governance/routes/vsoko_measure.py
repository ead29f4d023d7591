from odoo import api, fields, models
from odoo.fields import Domain

from ....tools.measures.chance import share_interval
from ....tools.reports.formatting import number
from ...school.vsoko_alphabet_mixin import RussianChar
from .vsoko_growth_mixin import SAID

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
# so many checked routes and more say something of a measure
ENOUGH_ROUTES = 10


class VsokoMeasure(models.Model):
    """What helps with an element or in a kind of route, from the bank of the school.

    The bank grows from what worked: a step of a route whose goal was reached, or that works have
    shown to grow beyond chance, is proposed, and the administration shows it to teachers when it
    has read it, as it may name a pupil. How often a measure has worked stands beside it.
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
    used = fields.Integer(
        string="Used in routes",
        compute="_compute_worked",
        help="Routes under way or closed with a step of the measure that is done",
    )
    checked = fields.Integer(
        string="Routes checked by works",
        compute="_compute_worked",
        help="Those of them where works before and after can be compared",
    )
    grown = fields.Integer(
        string="Growth in routes",
        compute="_compute_worked",
        help="Those of them that grew by more than chance explains",
    )
    worked_text = fields.Char(string="How it worked", compute="_compute_worked")

    _some_hours = models.Constraint("CHECK(hours >= 0)", "A number of hours is not negative.")

    def _compute_worked(self):
        """Count the routes with the measure, those that works have checked, those that grew."""
        # Only numbers are told, of routes that the reader of the bank need not read.
        steps = (
            self.env["vsoko.route.step"]
            .sudo()
            .search(
                Domain("measure_id", "in", self.ids)
                & Domain("is_done", "=", True)
                & Domain("route_id.state", "!=", "draft")
            )
        )
        by_measure = steps.grouped("measure_id")
        for measure in self:
            own = by_measure.get(measure._origin, steps.browse())
            verdicts = [step._get_verdicts() for step in own.grouped("route_id").values()]
            measure.used = len(verdicts)
            measure.checked = sum(bool(found & set(SAID)) for found in verdicts)
            measure.grown = sum("better" in found for found in verdicts)
            measure.worked_text = measure._describe_worked()

    def _describe_worked(self):
        """Say how often it worked, with what chance can do to so few routes."""
        if not self.used:
            return self.env._("Not used yet")
        if not self.checked:
            return self.env._("Works have not checked it yet")
        low, high = self._get_interval()
        text = self.env._(
            "Growth in %(grown)s of %(checked)s [%(low)s–%(high)s %%]",
            grown=self.grown,
            checked=self.checked,
            low=number(low, 0),
            high=number(high, 0),
        )
        if self.checked >= ENOUGH_ROUTES:
            return text
        return self.env._("%(text)s, too few to tell", text=text)

    def _get_interval(self):
        """Return the interval of the share of routes that grew; all is possible of none."""
        if not self.checked:
            return 0.0, 100.0
        return share_interval(100 * self.grown / self.checked, self.checked)

    @api.model
    def _find_for(self, kind, subject, content):
        """Return the measure for an element that the user may see: of the element itself first,
        what is surer to work before what is less so."""
        found = self.search(
            [
                ("is_shown", "=", True),
                ("kind", "in", (kind, False)),
                ("subject_id", "in", (subject.id, False)),
                ("content_id", "in", (content.id, False)),
            ]
        )
        return found.sorted(lambda one: (not one.content_id, -one._get_interval()[0], one.id))[:1]
