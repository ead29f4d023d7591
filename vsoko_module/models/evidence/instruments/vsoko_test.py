from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ....tools.measures import ScaleError, check_scale
from ...mixins.locking import NOTES
from ...mixins.signing import signed_in
from ...school.vsoko_alphabet_mixin import RussianChar
from ..points import Points

STATES = [("draft", "Draft"), ("expertise", "Expertise"), ("approved", "Approved")]
STEPS = [("1", "1 (whole points)"), ("0.5", "0.5 (half points)")]
# what goes on until the approval, while the test itself is locked
EXPERTISE = ("vsoko.test.expertise", "vsoko.test.expertise.line")


class VsokoTest(models.Model):
    """A test (КИМ): its tasks, their maxima and levels, and the scale of marks.

    Only a draft changes. An approved test is locked on every path; its correction is a new
    version that remembers its parent.
    """

    _name = "vsoko.test"
    _inherit = [
        "vsoko.signing.mixin",
        "vsoko.company.mixin",
        "vsoko.alphabet.mixin",
        "mail.thread",
    ]
    _description = "Test specification"
    _order = "subject_id, grade, name, version desc"
    _locked_states = ("expertise", "approved")
    _signed_states = ("approved",)
    _moves = {"expertise": ("draft",), "draft": ("expertise",), "approved": ("expertise",)}
    _free_fields = NOTES | {"active", "state"}

    name = RussianChar(required=True, tracking=True)
    active = fields.Boolean(default=True)
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, index=True, ondelete="restrict"
    )
    grade = fields.Integer(required=True, aggregator=None)
    step = fields.Selection(
        STEPS,
        string="Step of points",
        default="1",
        required=True,
        help="Whether tasks may be given half points",
    )
    variant_count = fields.Integer(string="Variants", default=1, aggregator=None)
    duration = fields.Integer(string="Duration, minutes", default=45, aggregator=None)
    purpose = fields.Text(help="What the test finds out")
    origin = fields.Char(help="Where the tasks or the scale come from")
    task_ids = fields.One2many("vsoko.test.task", "test_id", string="Tasks", copy=True)
    band_ids = fields.One2many("vsoko.test.band", "test_id", string="Scale of marks", copy=True)
    max_score = Points(
        string="Greatest points", compute="_compute_max_score", store=True, aggregator=None
    )
    state = fields.Selection(STATES, default="draft", required=True, copy=False, tracking=True)
    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.test",
        string="Corrects the version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Datetime(string="Approved on", readonly=True, copy=False)
    expertise_ids = fields.One2many("vsoko.test.expertise", "test_id", string="Expertise")
    assessment_ids = fields.One2many("vsoko.assessment", "test_id", string="Assessments")

    _signed = signed_in("approved")
    _grade_range = models.Constraint(
        "CHECK(grade BETWEEN 1 AND 12)", "The grade must be from 1 to 12."
    )
    _variants_positive = models.Constraint(
        "CHECK(variant_count >= 1)", "A test has at least one variant."
    )

    @api.depends("task_ids.max_score")
    def _compute_max_score(self):
        for test in self:
            test.max_score = sum(test.task_ids.mapped("max_score"))

    @api.depends("name", "version", "grade")
    def _compute_display_name(self):
        for test in self:
            version = self.env._("version %(number)s", number=test.version)
            test.display_name = f"{test.name}, {version}" if test.version > 1 else test.name

    def write(self, vals):
        if vals.get("state") == "approved":
            self._begin_signing()
        if "state" in vals:
            self._check_move(vals["state"])
        if vals.get("state") == "approved":
            self._sign()
        result = super().write(vals)
        if "step" in vals:
            self._check_step()
        return result

    def _check_step(self):
        """Raise ValidationError when points of a test are not multiples of its step."""
        # A half point that stands anywhere counts, also where the user may not see the results.
        for test in self.filtered(lambda test: test.step == "1"):
            wrong = [
                *(task.max_score for task in test.task_ids),
                *(band.min_score for band in test.band_ids),
                *(score.score for score in test.sudo().assessment_ids.result_ids.task_score_ids),
            ]
            half = next((points for points in wrong if points and points % 1), None)
            if half:
                raise ValidationError(
                    self.env._(
                        "%(test)s has whole points, %(points)s is given. Set the step of points to"
                        " 0.5.",
                        test=test.display_name,
                        points=half,
                    )
                )

    def _get_locked_text(self):
        return self.env._(
            "%(test)s is not a draft: it does not change. Make a new version.",
            test=self.display_name,
        )

    def _check_unlocked(self):
        """Raise UserError also when a locked work rests on one of these specifications."""
        super()._check_unlocked()
        # Whether somebody's closed work rests on the test matters also to who may not see it.
        closed = self.sudo().assessment_ids.filtered("is_locked")
        if closed:
            raise UserError(
                self.env._(
                    "Closed results rest on %(test)s: it does not change. Make a new version.",
                    test=closed[0].test_id.display_name,
                )
            )

    def _check_part_unlocked(self, part):
        """The expertise goes on until the approval, everything else until it begins."""
        if part._name not in EXPERTISE:
            return super()._check_part_unlocked(part)
        approved = self.filtered(lambda test: test.state == "approved")
        if approved:
            raise UserError(
                self.env._(
                    "%(test)s is approved: its expertise is over.", test=approved[0].display_name
                )
            )
        return None

    def _check_move(self, state):
        moving = self.filtered(lambda test: test.state != state)
        super(VsokoTest, moving)._check_move(state)
        for test in moving:
            if state == "approved":
                test._check_approval()
            elif state == "expertise":
                test._check_complete()

    def _check_approval(self):
        if not self.env.user.has_group("vsoko_module.group_methodical_council"):
            raise AccessError(self.env._("Tests are approved by the methodical council."))
        self._check_complete()
        if any(sheet.conclusion == "rework" for sheet in self._get_last_expertises()):
            raise UserError(
                self.env._("The expertise asks to rework %(test)s.", test=self.display_name)
            )

    def _get_last_expertises(self):
        """Return the last sheet of each expert."""
        last = {sheet.expert_id: sheet for sheet in self.expertise_ids.sorted("id")}
        return list(last.values())

    def _check_complete(self):
        """Raise UserError when the specification has no tasks or a scale that cannot be used."""
        for test in self:
            if not test.task_ids:
                raise UserError(self.env._("%(test)s has no tasks.", test=test.display_name))
            test._check_scale()

    def _check_scale(self):
        """Raise ValidationError when the bands do not give every total one mark."""
        for test in self.filtered("band_ids"):
            try:
                check_scale(test.band_ids._get_bands(), test.max_score)
            except ScaleError as error:
                raise ValidationError(test._scale_message(error)) from error

    def _scale_message(self, error):
        if error.code == "not_from_zero":
            return self.env._("The lowest mark of the scale must begin with 0 points.")
        if error.code == "above_maximum":
            return self.env._(
                "The scale goes up to %(score)s points, the test gives at most %(max)s.",
                score=error.params["score"],
                max=self.max_score,
            )
        return self.env._(
            "The scale does not grow at %(score)s points: more points must give a higher mark.",
            score=error.params["score"],
        )

    def action_send_to_expertise(self):
        self.write({"state": "expertise"})
        return self._toast(self.env._("Sent to expertise"))

    def action_return(self):
        self.write({"state": "draft"})
        return self._toast(self.env._("Opened for changes"))

    def action_approve(self):
        self.write({"state": "approved"})
        return self._toast(self.env._("Noted as approved"))

    def _sign(self):
        self.check_access("write")
        self._store({"approved_by_id": self.env.uid, "approved_date": fields.Datetime.now()})

    def action_open_expertise(self):
        """Open the expert's own sheet of this day, a new one on a day without it."""
        self.ensure_one()
        today = fields.Date.context_today(self)
        sheet = self.expertise_ids.filtered(
            lambda expertise: expertise.expert_id == self.env.user and expertise.date == today
        )
        return self._open_action(
            "vsoko_module.vsoko_test_expertise_action",
            res_id=sheet[-1:].id,
            context={"default_test_id": self.id},
        )

    def action_open_scale(self):
        """Show what marks the scale gives and offer the scales of the years."""
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_test_scale_action", context={"default_test_id": self.id}
        )

    def _set_corrected(self, parent):
        """Make this draft the next version of a test."""
        self._check_unlocked()
        self._store({"version": parent.version + 1, "parent_id": parent.id})

    def action_new_version(self):
        """Open the draft that corrects the test; copy the test when there is none."""
        self.ensure_one()
        self._take_turn()
        copy = self.search(
            [("parent_id", "=", self.id), ("state", "in", ("draft", "expertise"))], limit=1
        )
        if not copy:
            copy = self.copy({"name": self.name})
            copy._set_corrected(self)
        return copy._open_records()
