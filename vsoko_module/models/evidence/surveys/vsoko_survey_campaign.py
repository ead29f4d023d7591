from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools.surveys import codes
from .survey_survey import AUDIENCES, OURS

PRIVACY = [
    ("anonymous", "Anonymous: nobody can know who answered what"),
    ("confidential", "Confidential: only the program knows, until the closing"),
    ("named", "Named: the answers keep the name"),
]
# audiences that are asked by classes
BY_CLASS = frozenset({"parents", "pupils"})
LEAST, LEAST_OF_STAFF = 5, 8
CLOSED = ("closed", "published")


class VsokoSurveyCampaign(models.Model):
    """One asking: a frozen copy of a questionnaire, whom it is given to, and what is promised.

    From its opening on the campaign keeps its promise: what it asks, of whom and how secretly does
    not change, on no path and by nobody. Answers are seen by nobody before the closing.
    """

    _name = "vsoko.survey.campaign"
    _inherit = ["vsoko.lock.mixin", "vsoko.company.mixin", "mail.thread"]
    _description = "Survey campaign"
    _order = "date_start desc, id desc"
    _locked_states = ("open", "closed", "published")
    _free_fields = frozenset({"date_end", "message_follower_ids", "message_ids"})

    name = fields.Char(required=True, tracking=True)
    questionnaire_id = fields.Many2one(
        "survey.survey",
        string="Questionnaire",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("survey_type", "=", OURS), ("vsoko_is_frozen", "=", False)],
    )
    survey_id = fields.Many2one(
        "survey.survey",
        string="Frozen copy",
        readonly=True,
        copy=False,
        index=True,
        ondelete="restrict",
    )
    version = fields.Integer(
        readonly=True,
        copy=False,
        aggregator=None,
        help="Grows when the questionnaire was changed since the campaign before",
    )
    audience = fields.Selection(AUDIENCES, string="Who is asked", required=True, default="parents")
    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        default=lambda self: self.env["vsoko.class"]._default_year_id(),
    )
    class_ids = fields.Many2many(
        "vsoko.class",
        string="Classes",
        domain="[('year_id', '=', year_id)]",
        check_company=True,
        help="Empty: all classes of the year",
    )
    date_start = fields.Date(
        string="First day", required=True, default=lambda self: fields.Date.context_today(self)
    )
    date_end = fields.Date(
        string="Last day",
        required=True,
        default=lambda self: fields.Date.context_today(self) + timedelta(days=14),
    )
    privacy = fields.Selection(PRIVACY, required=True, default="anonymous", tracking=True)
    min_group = fields.Integer(
        string="Least number of answers shown",
        compute="_compute_min_group",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        aggregator=None,
        help="A group with fewer answers is shown to nobody",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("open", "Collecting answers"),
            ("closed", "Closed"),
            ("published", "Results are announced"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    salt = fields.Char(
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
    )
    is_closed = fields.Boolean(compute="_compute_is_closed")
    group_ids = fields.One2many("vsoko.survey.group", "campaign_id", string="Groups")
    item_ids = fields.One2many("vsoko.survey.item", "campaign_id", string="Items")
    expected = fields.Integer(compute="_compute_counts", string="Were asked")
    answered = fields.Integer(compute="_compute_counts", string="Answered")
    rate = fields.Float(compute="_compute_counts", string="Response, %", digits=(5, 1))

    _dates_order = models.Constraint(
        "CHECK(date_end >= date_start)", "The last day must not be before the first."
    )
    _least_group = models.Constraint(
        "CHECK(min_group >= 5)", "Answers of fewer than five people are shown to nobody."
    )

    @api.depends("audience")
    def _compute_min_group(self):
        for campaign in self:
            is_staff = campaign.audience in ("teachers", "staff")
            campaign.min_group = LEAST_OF_STAFF if is_staff else LEAST

    @api.model_create_multi
    def create(self, vals_list):
        campaigns = super().create(vals_list)
        # Only the program makes a salt, one for each: a code of one means nothing in another.
        for campaign in campaigns.sudo():
            campaign.salt = codes.make_salt()
        return campaigns

    @api.depends("state")
    def _compute_is_closed(self):
        for campaign in self:
            campaign.is_closed = campaign.state in CLOSED

    @api.depends("group_ids.expected", "state")
    def _compute_counts(self):
        for campaign in self:
            campaign.expected = sum(campaign.group_ids.mapped("expected"))
            campaign.answered = sum(campaign.group_ids.mapped("answered"))
            rate = campaign.answered / campaign.expected if campaign.expected else 0
            campaign.rate = 100 * rate

    @api.onchange("questionnaire_id")
    def _onchange_questionnaire_id(self):
        if self.questionnaire_id:
            self.name = self.name or self.questionnaire_id.title
            self.audience = self.questionnaire_id.vsoko_audience or self.audience

    @api.constrains("questionnaire_id")
    def _check_questionnaire(self):
        for campaign in self:
            # Only the kind and the school are looked at.
            questionnaire = campaign.questionnaire_id.sudo()
            own = questionnaire.vsoko_company_id in (campaign.company_id, self.env["res.company"])
            if questionnaire.survey_type != OURS or questionnaire.vsoko_is_frozen or not own:
                raise ValidationError(
                    self.env._("“%(name)s” is no questionnaire of the school.", name=campaign.name)
                )

    def _is_by_class(self):
        self.ensure_one()
        return self.audience in BY_CLASS

    def _get_classes(self):
        """Return the classes whose families or pupils are asked, none for other audiences."""
        self.ensure_one()
        if not self._is_by_class():
            return self.env["vsoko.class"]
        chosen = self.class_ids or self.env["vsoko.class"].search(
            Domain("year_id", "=", self.year_id.id)
        )
        return chosen.sorted("key")

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” is open or was: what is asked, of whom and what was promised to them does"
            " not change any more.",
            name=self.name,
        )
