from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ....tools.measures import rubric as rubrics
from ...mixins.locking import NOTES
from ...mixins.signing import signed_in

KINDS = [
    ("lesson", "Lesson"),
    ("event", "Event outside lessons"),
    ("programme", "Programme"),
    ("condition", "Conditions of learning"),
    ("upbringing", "Upbringing"),
    ("metasubject", "Metasubject results"),
    ("project", "Individual project"),
    ("self", "The internal assessment itself"),
]
# what a sheet is about, and the fields that say so
ABOUTS = {
    "lesson": ("teacher_id", "class_id", "subject_id"),
    "class": ("class_id",),
    "student": ("student_id", "class_id"),
    "programme": ("programme_name",),
    "school": (),
}


class VsokoRubric(models.Model):
    """What an expert judges: criteria with weights and a described behaviour for each point.

    The methodical council approves a rubric and so locks it; what is corrected is a new version,
    made as its copy. A rubric without a school comes with the program and is common to all.
    """

    _name = "vsoko.rubric"
    _inherit = ["vsoko.signing.mixin", "mail.thread"]
    _description = "Rubric of an expert assessment"
    _order = "kind, name, version desc"
    _locked_states = ("approved",)
    _free_fields = NOTES | {"active"}

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    kind = fields.Selection(KINDS, required=True, default="lesson")
    about = fields.Selection(
        [
            ("lesson", "A teacher, a class and a subject"),
            ("class", "A class"),
            ("student", "A pupil"),
            ("programme", "A programme"),
            ("school", "The school"),
        ],
        string="What is assessed",
        required=True,
        default="lesson",
    )
    code = fields.Char(help="Latin letters; conditions of indicators find the sheets by it")
    purpose = fields.Text(string="How to use it")
    origin = fields.Char(help="Where the criteria come from")
    criterion_ids = fields.One2many(
        "vsoko.rubric.criterion", "rubric_id", string="Criteria", copy=True
    )
    level_ids = fields.One2many("vsoko.rubric.level", "rubric_id", string="Levels", copy=True)
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.rubric",
        string="Corrects the version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Datetime(string="Approved on", readonly=True, copy=False)

    _signed = signed_in("approved")

    @api.depends("name", "version")
    def _compute_display_name(self):
        for rubric in self:
            version = self.env._("version %(number)s", number=rubric.version)
            several = rubric.version > 1
            rubric.display_name = f"{rubric.name}, {version}" if several else rubric.name

    def action_approve(self):
        """Lock the rubrics and let experts use them; the methodical council does so."""
        self._check_council()
        self._begin_signing()
        self._check_complete()
        self.check_access("write")
        self._store(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_date": fields.Datetime.now(),
            }
        )
        return self._toast(self.env._("Noted as approved"))

    def _check_council(self):
        council = "vsoko_module.group_methodical_council"
        if not self.env.su and not self.env.user.has_group(council):
            raise AccessError(self.env._("Rubrics are approved by the methodical council."))

    def _check_complete(self):
        """Raise UserError when nobody could fill a sheet by one of these rubrics."""
        for rubric in self:
            if not rubric.criterion_ids:
                raise UserError(self.env._("“%(name)s” has no criteria.", name=rubric.name))

    def _get_locked_text(self):
        return self.env._(
            "The rubric “%(name)s” is approved and does not change. Make a new version of it.",
            name=self.display_name,
        )

    def action_new_version(self):
        """Open the draft that corrects the rubric; copy the rubric when there is none."""
        self.ensure_one()
        self._take_turn()
        school = self.company_id or self.env.company
        own = [("parent_id", "=", self.id), ("company_id", "=", school.id)]
        draft = self.search([*own, ("state", "=", "draft")], limit=1)
        if not draft:
            draft = self.copy({"name": self.name, "company_id": school.id})
            # Which version a new one comes from only the program says; the user has just made it.
            draft.sudo().write({"parent_id": self.id, "version": self.version + 1})
        return draft._open_records()

    @api.model
    def _approve_shipped(self):
        """Approve what the program ships; called by its data when all parts are there."""
        drafts = self.search([("company_id", "=", False), ("state", "=", "draft")])
        names = drafts.get_external_id()
        drafts.filtered(lambda one: names[one.id].startswith("vsoko_module.")).action_approve()

    def _read_for_phone(self):
        """Return the rubric as a page shows it: criteria with a behaviour for each point."""
        return {
            "id": self.id,
            "name": self.display_name,
            "about": self.about,
            "criteria": self._get_form(),
        }

    def _get_form(self):
        """Return the criteria as plain values, as the fields and pages of a browser ask them."""
        return [
            {
                "key": criterion.key,
                "name": criterion.name,
                "levels": list(criterion.levels),
                "mandatory": criterion.is_mandatory,
            }
            for criterion in self._get_criteria()
        ]

    def _get_criteria(self):
        """Return the criteria as ``tools.measures.rubric.Criterion`` in their order."""
        return [
            rubrics.Criterion(
                key=str(criterion.id),
                name=criterion.name,
                levels=rubrics.behaviours(criterion.levels),
                weight=criterion.weight,
                is_mandatory=criterion.is_mandatory,
            )
            for criterion in self.criterion_ids
        ]
