from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ....tools.factors import look
from ....tools.factors.findings import FALSE_SHARE
from ...school.vsoko_class import LEVELS

OUTCOMES = [
    ("mark", "Marks of the period"),
    ("change", "Change of the same pupils against the period before"),
]
STATES = [("draft", "Not looked at yet"), ("made", "Looked at")]


class VsokoFactorStudy(models.Model):
    """What went together with the results of a period, looked at once and kept with its numbers.

    Like is compared with like: pupils of one grade who had the same marks before. The program
    reads the facts of the school and tells groups of at least five; neither pupils nor teachers are
    named. A study that is made stays, so nobody looks until something is found without leaving
    a trace.
    """

    _name = "vsoko.factor.study"
    _inherit = ["vsoko.led.mixin", "vsoko.lock.mixin"]
    _description = "What goes together with the result"
    _order = "id desc"
    _check_company_auto = True
    _rec_names_search = ["period_id", "subject_id"]
    _locked_states = ("made",)

    company_id = fields.Many2one(
        "res.company",
        string="School",
        required=True,
        index=True,
        default=lambda self: self.env.company,
    )
    outcome = fields.Selection(OUTCOMES, string="Result", required=True, default="mark")
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        help="Empty: the mean mark over all subjects. Heads of associations look at their subjects",
    )
    level = fields.Selection(LEVELS, help="Empty: all of the school")
    visit_criterion_id = fields.Many2one(
        "vsoko.rubric.criterion",
        string="Criterion of lesson visits",
        check_company=True,
        index="btree_not_null",
        ondelete="restrict",
        domain="[('rubric_id.kind', '=', 'lesson'), ('rubric_id.state', '=', 'approved'),"
        " ('company_id', 'in', (company_id, False))]",
        help="Whose level in the visited lessons of a class is looked at; empty: the result of all"
        " criteria together",
    )
    state = fields.Selection(STATES, required=True, readonly=True, default="draft", copy=False)
    made_at = fields.Datetime(string="Looked at on", readonly=True, copy=False)
    pupils = fields.Integer(
        string="Pupils with a result", readonly=True, aggregator=None, copy=False
    )
    classes = fields.Integer(readonly=True, aggregator=None, copy=False)
    tries = fields.Integer(
        string="Factors tried",
        readonly=True,
        aggregator=None,
        copy=False,
        help="The more is tried, the more is found by chance: the chances are corrected for it",
    )
    finding_ids = fields.One2many(
        "vsoko.factor.finding", "study_id", string="What was found", readonly=True
    )
    summary = fields.Text(string="In words", compute="_compute_summary")

    @api.constrains("visit_criterion_id")
    def _check_visit_criterion(self):
        for study in self:
            criterion = study.visit_criterion_id
            if criterion and criterion.rubric_id.kind != "lesson":
                raise ValidationError(
                    self.env._("“%(name)s” is no criterion of lesson visits.", name=criterion.name)
                )

    @api.depends("outcome", "period_id.display_name", "subject_id.name")
    @api.depends_context("lang")
    def _compute_display_name(self):
        outcomes = dict(self._fields["outcome"]._description_selection(self.env))
        for study in self:
            about = (study.period_id.display_name, study.subject_id.name)
            words = ", ".join(filter(None, about))
            study.display_name = ": ".join(filter(None, (outcomes.get(study.outcome), words)))

    @api.depends("state", "pupils", "classes", "tries", "finding_ids.verdict")
    @api.depends_context("lang")
    def _compute_summary(self):
        for study in self:
            study.summary = study.state == "made" and study._describe()

    def _describe(self):
        if not self.pupils:
            return self.env._(
                "There is nothing to look at: nobody here has a mark of this period that counts for"
                " the chosen result."
            )
        found = self.finding_ids.filtered(lambda finding: finding.verdict == "found")
        begin = self.env._(
            "Looked at were %(pupils)s pupils of %(classes)s classes, and %(tries)s factors; like"
            " was compared with like: the same grade and similar marks before.",
            pupils=self.pupils,
            classes=self.classes,
            tries=self.tries,
        )
        if not found:
            return begin + "\n" + self.env._("No connection is seen in these data.")
        names = ", ".join(found.mapped("display_name"))
        return begin + "\n" + self.env._("A connection is seen with: %(names)s.", names=names)

    def action_look(self):
        """Look at all factors at once and keep what was seen."""
        self.check_access("write")
        self._take_turn()
        for study in self:
            if study.state == "made":
                raise UserError(
                    self.env._("This is looked at already. Make a new one to look once more.")
                )
            study._look()
        return self._toast(self.env._("Factors looked at"), len(self.finding_ids))

    def _look(self):
        facts = self._get_facts()
        samples = facts.get_samples(self.outcome)
        findings = {one.key: one for one in look(samples, FALSE_SHARE)}
        # The right to the study is checked; findings are written by the program alone.
        Finding = self.env["vsoko.factor.finding"].sudo()
        Finding.create(
            [
                {"study_id": self.id, "factor": key, **Finding._prepare(findings.get(key))}
                for key, _label in Finding._fields["factor"].selection
            ]
        )
        self._store(
            {
                "state": "made",
                "made_at": fields.Datetime.now(),
                "pupils": len(facts.pupils),
                "classes": len({pupil.class_id for pupil in facts.pupils}),
                "tries": sum(one.chance is not None for one in findings.values()),
            }
        )
