from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools.governance.plan.class_span import class_span

STATES = [
    ("planned", "In the plan"),
    ("running", "Running"),
    ("done", "Done"),
    ("cancelled", "Called off"),
]
OPEN_STATES = ("planned", "running")
METHODS = [
    ("test", "Work of pupils"),
    ("visit", "Visit"),
    ("documents", "Check of documents"),
    ("survey", "Survey"),
    ("interview", "Interview"),
    ("statistics", "Statistics"),
    ("observation", "Observing"),
    ("analysis", "Analysis of figures"),
]
KINDS = [
    ("initial", "Initial"),
    ("current", "Current"),
    ("thematic", "Thematic"),
    ("personal", "Personal"),
    ("class", "Of a class as a whole"),
    ("frontal", "Frontal"),
    ("final", "Final"),
]
RESULTS = [
    ("note", "Note with conclusions"),
    ("analytic_note", "Analytic note"),
    ("order", "Order"),
    ("minutes", "Minutes of a meeting"),
    ("report", "Report"),
    ("form", "Statistical form"),
    ("card", "Card of a visit"),
    ("publication", "Publication"),
    ("act", "Local act"),
]
LINKS = [
    ("vsoko.assessment", "Work of pupils"),
    ("vsoko.observation", "Sheet of an expert"),
    ("vsoko.data.form", "Statistical form"),
    ("vsoko.survey.campaign", "Survey"),
    ("vsoko.document", "Document"),
    ("vsoko.meeting", "Meeting"),
]
# what a line says before its plan is approved
ANSWERED = ("criterion_id", "responsible_id", "link_model")
# plans begin with the council of the last days of August
DAYS_BEFORE = timedelta(days=31)


class VsokoPlanLine(models.Model):
    """One thing to be done in a school year: what and why, where, how, until when, by whom.

    What it makes is a real thing of the program (`vsoko.planned.mixin`), whose state it follows;
    see `vsoko_plan_line_link`. A line that comes back has a line of its own for each month
    (`vsoko_plan_line_series`).
    """

    _name = "vsoko.plan.line"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Line of the plan"
    _order = "date, id"
    _signed_with = "plan_id"
    # people come and go during the year
    _free_fields = frozenset({"responsible_id"})

    plan_id = fields.Many2one("vsoko.plan", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="plan_id.company_id", store=True, index=True)
    year_id = fields.Many2one(related="plan_id.year_id", store=True, index=True)
    plan_state = fields.Selection(related="plan_id.state", store=True, string="State of the plan")
    framework_id = fields.Many2one(related="plan_id.framework_id")
    criterion_id = fields.Many2one(
        "vsoko.criterion",
        string="Object of assessment",
        index=True,
        ondelete="restrict",
        domain="[('framework_id', '=', framework_id), ('parent_id', '=', False)]",
    )
    paragraph = fields.Char(help="Paragraph of the regulation")
    name = fields.Char(string="What", required=True)
    purpose = fields.Text(string="What for")
    class_ids = fields.Many2many("vsoko.class", string="Classes", ondelete="restrict")
    contingent = fields.Char(string="Whom else", help="For example: parents of the fourth grades")
    who = fields.Char(string="Classes, contingent", compute="_compute_who")
    method = fields.Selection(METHODS)
    kind = fields.Selection(KINDS)
    date_start = fields.Date(string="From", help="Empty: it takes one day")
    date = fields.Date(string="Due", required=True, index=True)
    responsible_id = fields.Many2one(
        "res.users",
        string="Responsible",
        index=True,
        ondelete="restrict",
        domain="[('share', '=', False), ('company_ids', 'in', company_id)]",
    )
    post = fields.Char(string="Post", help="Who is responsible by the regulation, for the print")
    result = fields.Selection(RESULTS, string="Form of the result")
    body_id = fields.Many2one(
        "vsoko.body",
        string="Heard by",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    state = fields.Selection(
        STATES,
        default="planned",
        required=True,
        readonly=True,
        copy=False,
        index=True,
        group_expand=True,
    )
    done_date = fields.Date(string="Done on", readonly=True, copy=False)
    is_in_time = fields.Boolean(string="In time", compute="_compute_is_in_time", store=True)
    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )
    previous_id = fields.Many2one(
        "vsoko.plan.line",
        string="Line of the version before",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )

    _days_order = models.Constraint(
        "CHECK(date_start <= date)", "A line is due on its first day or later."
    )

    @api.depends("class_ids", "contingent")
    def _compute_who(self):
        """Name the classes as short as a list needs: whole grades by their numbers."""
        sizes = {
            (year, grade): count
            for year, grade, count in self.env["vsoko.class"]._read_group(
                [("year_id", "in", self.year_id.ids)], ["year_id", "grade"], ["__count"]
            )
        }
        for line in self:
            own = {grade: count for (year, grade), count in sizes.items() if year == line.year_id}
            classes = [(known.grade, known.name) for known in line.class_ids.sorted("key")]
            line.who = ", ".join(filter(None, [class_span(classes, own), line.contingent]))

    @api.depends("state", "done_date", "date")
    def _compute_is_in_time(self):
        for line in self:
            is_done = line.state == "done" and line.done_date
            line.is_in_time = bool(is_done) and line.done_date <= line.date

    @api.depends("state", "date")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for line in self:
            line.is_overdue = line.state in OPEN_STATES and bool(line.date) and line.date <= today

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._get_overdue_domain()
        return domain if True in value else ~domain

    @api.model
    def _get_overdue_domain(self):
        """Return the domain of what came due, today at the latest, and is not done."""
        today = fields.Date.context_today(self)
        return Domain("state", "in", OPEN_STATES) & Domain("date", "<=", today)

    @api.model
    def _get_due_domain(self):
        """Return the domain of what came due or is done already, cancelled lines left out."""
        today = fields.Date.context_today(self)
        return Domain("state", "=", "done") | (
            Domain("state", "in", OPEN_STATES) & Domain("date", "<=", today)
        )

    @api.constrains("date", "date_start", "plan_id")
    def _check_days(self):
        for line in self:
            year = line.year_id
            if not year.date_start - DAYS_BEFORE <= line.date <= year.date_end:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: %(day)s is not in the school year %(year)s.",
                        name=line.name,
                        day=line.date.strftime("%d.%m.%Y"),
                        year=year.name,
                    )
                )

    @api.constrains("class_ids", "plan_id")
    def _check_classes(self):
        for line in self:
            if line.class_ids.year_id - line.year_id:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: the classes are of another school year.", name=line.name
                    )
                )

    @api.constrains("criterion_id", "plan_id")
    def _check_criterion(self):
        for line in self:
            school = line.criterion_id.framework_id.company_id
            if line.criterion_id.parent_id or (school and school != line.company_id):
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: choose one of the objects of assessment of the school's"
                        " system of indicators.",
                        name=line.name,
                    )
                )

    def _store(self, vals):
        """Write what only the program writes, past the lock of the plan; the caller has checked
        the right."""
        # As said.
        lines = self.sudo()
        with lines.plan_id._past_lock():
            return lines.write(vals)
