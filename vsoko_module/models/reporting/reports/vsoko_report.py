from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.reports import sentences
from ....tools.reports.declaration import frozen_section
from ....tools.reports.frozen import Frozen
from ....tools.reports.types import REPORT_TYPES
from ...mixins.signing import signed_in


class VsokoReport(models.Model):
    """One produced report: its figures are frozen, people write the conclusions.

    An approved report is locked on every path; a correction is a new version of it.
    """

    _name = "vsoko.report"
    _inherit = [
        "vsoko.handing.mixin",
        "vsoko.company.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _description = "Report"
    _order = "taken_date desc, id desc"
    _locked_states = ("approved", "published")
    # council members who only read a report may still discuss it
    _mail_post_access = "read"

    name = fields.Char(required=True, tracking=True)
    type = fields.Selection(
        selection="_selection_type", required=True, default="period_results", index=True
    )
    period_id = fields.Many2one(
        "vsoko.period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    year_id = fields.Many2one(related="period_id.year_id", store=True, index=True)
    taken_date = fields.Datetime(string="Figures taken on", readonly=True, copy=False)
    section_ids = fields.One2many("vsoko.report.section", "report_id", string="Sections")
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved"), ("published", "Published")],
        default="draft",
        required=True,
        readonly=True,
        tracking=True,
        index=True,
        group_expand=True,
    )
    author_id = fields.Many2one(
        "res.users", readonly=True, copy=False, default=lambda self: self.env.user
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Date(string="Approved on", readonly=True, copy=False)
    draft_section_count = fields.Integer(
        string="Drafts to accept", compute="_compute_draft_section_count"
    )

    _signed = signed_in("approved", "published")

    @api.model
    def _selection_type(self):
        translate = self.env._
        return [(code, translate(declared.name)) for code, declared in REPORT_TYPES.items()]

    @api.depends("section_ids.is_draft", "section_ids.is_shown")
    def _compute_draft_section_count(self):
        for report in self:
            report.draft_section_count = len(report._get_unaccepted())

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            if not vals.get("name"):
                vals["name"] = self._prepare_name(vals)
        reports = super().create(vals_list)
        for report in reports:
            report._freeze()
        return reports

    def copy_data(self, default=None):
        return [
            {key: value for key, value in vals.items() if key != "section_ids"}
            for vals in super().copy_data(default)
        ]

    def action_refresh(self):
        """Take the figures anew; what people wrote or accepted stays."""
        self.check_access("write")
        self._check_unlocked()
        for report in self:
            report._freeze()
        return self._toast(self.env._("Figures taken anew"))

    def action_accept_drafts(self):
        """Accept all automatic texts as they are."""
        waiting = self._get_unaccepted()
        waiting.write({"is_draft": False})
        return self._toast(self.env._("Texts accepted"), len(waiting))

    def action_approve(self):
        """Lock the report and keep its files; only the director may."""
        self._check_director()
        self._begin_signing()
        self.check_access("write")
        for report in self:
            report._check_accepted()
        self._store(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_date": fields.Date.context_today(self),
            }
        )
        self._keep_files()
        return self._toast(self.env._("Noted as approved"))

    def action_open_pdf(self):
        return self._open_file("pdf", "new")

    def action_open_xlsx(self):
        return self._open_file("xlsx", "download")

    def action_open_docx(self):
        return self._open_file("docx", "download")

    def action_open_csv(self):
        return self._open_file("csv", "download")

    def _open_file(self, extension, target):
        return self._open_address(f"/vsoko/report/{self.id}/{extension}", target)

    def _get_locked_text(self):
        return self.env._(
            "The report “%(name)s” is approved and locked. Make a new version of it.",
            name=self.name,
        )

    def _get_director_text(self):
        return self.env._("Only the director approves reports.")

    @api.model
    def _get_waiting_domain(self):
        return [("state", "=", "draft")]

    def _tell_lacking(self):
        told = dict.fromkeys(self.ids, "")
        for report in self.filtered("draft_section_count"):
            told[report.id] = self.env._(
                "sections to accept: %(count)s", count=report.draft_section_count
            )
        return told

    def _check_accepted(self):
        unaccepted = self._get_unaccepted()
        if unaccepted:
            raise UserError(
                self.env._(
                    "Read the automatic texts of these sections and edit or accept them"
                    " first: %(names)s.",
                    names=", ".join(unaccepted.mapped("name")),
                )
            )

    def _get_unaccepted(self):
        return self.section_ids.filtered(lambda section: section.is_shown and section.is_draft)

    def _freeze(self):
        """Take the figures as they are now, and write the drafts of the sections from them."""
        self.ensure_one()
        self._take_time()
        self._check_period_kind()
        figures = self.env[REPORT_TYPES[self.type].collector]._collect(self)
        declared = REPORT_TYPES[self.type].present_sections(figures["given"])
        figures["sections"] = [
            frozen_section(section, self.env._, figures["objects"]) for section in declared
        ]
        self._store({"frozen": figures, "taken_date": fields.Datetime.now()})
        frozen = Frozen(figures)
        translate = self.env._
        self.section_ids._freeze(
            self,
            [
                {
                    "code": section.code,
                    "name": translate(section.title),
                    "sequence": place * 10,
                    "draft_text": sentences.draft(frozen, part, self.env._),
                }
                for place, (section, part) in enumerate(
                    zip(declared, figures["sections"], strict=True), start=1
                )
            ],
        )

    def _check_period_kind(self):
        kind = REPORT_TYPES[self.type].period_kind
        if kind and self.period_id.kind != kind:
            kinds = dict(self.period_id._fields["kind"]._description_selection(self.env))
            raise UserError(
                self.env._(
                    "“%(name)s” is told of a %(kind)s: choose a period of this kind; it is made on"
                    " the form of the school year.",
                    name=self.name,
                    kind=kinds[kind].lower(),
                )
            )

    def _get_period_text(self):
        period = self.figures["period"]
        return self.env._(
            "%(period)s of the school year %(year)s (%(start)s – %(end)s)",
            period=period["name"],
            year=period["year"],
            start=period["date_start"],
            end=period["date_end"],
        )
