from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools.measures.disclosure import RULE
from ...mixins.signing import signed_in

AUDIENCES = [
    ("public", "Everybody"),
    ("families", "Families"),
    ("council", "Governing council"),
    ("staff", "School employees"),
]
# a change of these needs the figures to be taken anew
SELECTION = {"audience", "period_id", "report_id"}
STAFF = "base.group_user"


class VsokoPublication(models.Model):
    """What one audience reads: frozen figures without small groups, an explanation, files.

    Figures come from an approved period alone, so the publications of a period for different
    audiences hide the same cells and none of them gives away what another hides.
    """

    _name = "vsoko.publication"
    _inherit = ["vsoko.signing.mixin", "vsoko.company.mixin", "mail.thread"]
    _description = "Publication"
    _order = "date desc, period_end desc, id desc"

    _locked_states = ("approved", "withdrawn")

    revision = fields.Integer(groups=STAFF)
    # outside readers see the document, not who worked on it
    create_uid = fields.Many2one("res.users", string="Created by", readonly=True, groups=STAFF)
    write_uid = fields.Many2one("res.users", string="Updated by", readonly=True, groups=STAFF)
    # a search through these passes by the rules of messages: inner notes could be guessed by it
    message_ids = fields.One2many(groups=STAFF)
    website_message_ids = fields.One2many(groups=STAFF)

    name = fields.Char(required=True, tracking=True)
    audience = fields.Selection(AUDIENCES, required=True, default="council", index=True)
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('company_id', '=', company_id), ('state', '=', 'approved')]",
        groups=STAFF,
        help="The publication takes the approved figures of this period; without a period it"
        " consists of a text and files",
    )
    report_id = fields.Many2one(
        "vsoko.report",
        string="Report",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        groups=STAFF,
        help="Only the figures that this report speaks of are published",
    )
    # the school and the period in plain words and dates: readers have no right to either
    school_name = fields.Char(string="Name of the school", readonly=True, copy=False)
    period_name = fields.Char(string="Name of the period", readonly=True, copy=False)
    period_kind = fields.Char(readonly=True, copy=False)
    period_end = fields.Date(string="Last day of the period", readonly=True, copy=False)
    date = fields.Date(string="Published on", readonly=True, copy=False, index=True)
    explanation = fields.Text(
        string="Explanation in plain words", help="What the figures mean and what the school does"
    )
    figures = fields.Json(string="Definitions", readonly=True, copy=False, prefetch=False)
    taken_date = fields.Datetime(string="Figures taken on", readonly=True, copy=False)
    period_version = fields.Integer(readonly=True, copy=False, aggregator=None, groups=STAFF)
    line_ids = fields.One2many("vsoko.publication.line", "publication_id", string="Figures")
    file_ids = fields.One2many("vsoko.publication.file", "publication_id", string="Files")
    line_count = fields.Integer(string="Number of figures", compute="_compute_line_count")
    hidden_count = fields.Integer(string="Hidden figures", compute="_compute_line_count")
    is_discussed = fields.Boolean(
        string="Put up for discussion",
        compute="_compute_is_discussed",
        store=True,
        readonly=False,
        help="Members of the governing council may write messages under the publication",
    )
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Published"), ("withdrawn", "Withdrawn")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
        group_expand=True,
    )
    approved_by_id = fields.Many2one(
        "res.users",
        string="Approved by",
        readonly=True,
        copy=False,
        groups=STAFF,
        ondelete="restrict",
    )
    approved_date = fields.Datetime(string="Approved on", readonly=True, copy=False, groups=STAFF)
    withdrawn_date = fields.Datetime(string="Withdrawn on", readonly=True, copy=False, groups=STAFF)
    withdrawal_reason = fields.Char(readonly=True, copy=False, tracking=True, groups=STAFF)
    preview_html = fields.Html(
        string="As the reader will see it",
        compute="_compute_preview_html",
        sanitize=False,
        groups=STAFF,
    )

    _signed = signed_in("approved", "withdrawn")
    _discussed_by_council = models.Constraint(
        "CHECK(NOT is_discussed OR audience = 'council')",
        "Only what is published for the governing council can be put up for discussion.",
    )

    @api.depends("audience")
    def _compute_is_discussed(self):
        self.filtered(lambda publication: publication.audience != "council").is_discussed = False

    def _compute_line_count(self):
        counts = {publication: [0, 0] for publication in self}
        groups = self.env["vsoko.publication.line"]._read_group(
            [("publication_id", "in", self.ids)], ["publication_id", "is_hidden"], ["__count"]
        )
        for publication, is_hidden, count in groups:
            counts[publication][is_hidden] = count
        for publication in self:
            publication.line_count, publication.hidden_count = counts.get(
                publication._origin, [0, 0]
            )

    def _compute_preview_html(self):
        for publication in self:
            publication.preview_html = self.env["ir.qweb"]._render(
                "vsoko_module.publication_content",
                {"content": publication._prepare_content(), "link": None, "file_url": None},
            )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._complete(vals)
        publications = super().create(vals_list)
        for publication in publications:
            publication._freeze()
        return publications

    def write(self, vals):
        result = super().write(vals)
        if SELECTION & vals.keys():
            for publication in self:
                publication._freeze()
        return result

    def action_refresh(self):
        """Take the approved figures of the period anew."""
        self.check_access("write")
        self._check_unlocked()
        for publication in self:
            publication._freeze()
        return self._toast(self.env._("Figures taken anew"))

    def action_approve(self):
        """Open the publication to its audience and lock it; only the director may."""
        self._check_director()
        self._begin_signing()
        self.check_access("write")
        self._check_fresh()
        for publication in self:
            publication._withdraw_earlier()
        now = fields.Datetime.now()
        self._store(
            {
                "state": "approved",
                "date": fields.Date.context_today(self),
                "approved_by_id": self.env.uid,
                "approved_date": now,
            }
        )
        self._keep_documents()
        self.report_id._mark_published()
        self.env.registry.clear_cache()
        return self._toast(self.env._("Noted as published"))

    def action_open_page(self):
        """Open the page that the readers see."""
        folder = "/vsoko" if self.audience == "public" else "/my/vsoko/publication"
        return self._open_address(f"{folder}/{self.id}", "new")

    def _get_for_families(self, company):
        """Return what is published for the families of a school, as the present user reads it."""
        return self.search(
            Domain("audience", "=", "families")
            & Domain("state", "=", "approved")
            & Domain("company_id", "=", company.id)
        )

    def _withdraw(self, reason):
        """Close published documents to their readers; the reason stays in the history."""
        self._check_director()
        reason = self._get_reason(reason)
        for publication in self:
            if publication.state != "approved":
                raise UserError(self.env._("“%(name)s” is not published.", name=publication.name))
        # Published documents are locked for everybody by record rules; the director's right was
        # checked above, and only the withdrawal is written.
        self._store(
            {
                "state": "withdrawn",
                "withdrawn_date": fields.Datetime.now(),
                "withdrawal_reason": reason,
            }
        )
        self.env.registry.clear_cache()

    def _withdraw_earlier(self):
        """Withdraw what was published of the same period before its figures were corrected."""
        if not self.period_id:
            return
        earlier = self.search(
            Domain("period_id", "=", self.period_id.id)
            & Domain("state", "=", "approved")
            & Domain("period_version", "!=", self.period_version)
        )
        earlier._withdraw(
            self.env._("Replaced by “%(name)s” with corrected figures", name=self.name)
        )

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” is published and locked. Withdraw it and make a new one.", name=self.name
        )

    def _get_director_text(self):
        return self.env._("Only the director publishes and withdraws.")

    def _complete(self, vals):
        """Fill the period from the report, and the name from what is published."""
        if vals.get("report_id"):
            report = self.env["vsoko.report"].browse(vals["report_id"])
            vals.setdefault("period_id", report.period_id.id)
            vals.setdefault("company_id", report.company_id.id)
            vals.setdefault("name", report.name)
        if not vals.get("name") and vals.get("period_id"):
            period = self.env["vsoko.period"].browse(vals["period_id"])
            vals["name"] = self.env._("Indicators: %(period)s", period=period.display_name)

    def _freeze(self):
        """Take the approved figures, hide small groups and keep the rest as data."""
        self.ensure_one()
        self._take_time()
        figures, lines = self.env["vsoko.publication.collector"]._collect(self)
        self._store(
            {
                "figures": figures,
                "school_name": self.company_id.name,
                "taken_date": fields.Datetime.now(),
                "period_version": self.period_id.version,
                "rule": RULE,
                "period_name": self.period_id.display_name,
                "period_kind": self.period_id.kind,
                "period_end": self.period_id.date_end,
            }
        )
        # The right to write the publication was checked by its own create or write; nobody may
        # write lines by hand, because they are what the disclosure control let through.
        Line = self.env["vsoko.publication.line"].sudo()
        self.sudo().line_ids.unlink()
        Line.create([{**vals, "publication_id": self.id} for vals in lines])
        if not self.explanation:
            self._store({"explanation": self._prepare_explanation()})

    def _mail_get_operation_for_mail_message_operation(self, message_operation):
        """Whoever reads a document that is put up for discussion may post under it."""
        operations = super()._mail_get_operation_for_mail_message_operation(message_operation)
        if message_operation == "create":
            # Only the answer is taken from here; the right to read is asked of the user by mail.
            for publication in self.sudo():
                if publication.state == "approved" and publication.is_discussed:
                    operations[self.browse(publication.id)] = "read"
        return operations
