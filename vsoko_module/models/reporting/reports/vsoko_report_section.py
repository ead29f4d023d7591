from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ....tools.reports.blocks import shown_blocks
from ....tools.reports.frozen import Frozen
from ....tools.reports.openness import names_people
from ....tools.reports.paper import Part
from ....tools.reports.types import REPORT_TYPES
from ...mixins.texts import is_longer

TEXTS = {"conclusions", "recommendations"}
# fifty pages of words: what the printing of one report may take
LETTERS, LINES = 100_000, 3_000


class VsokoReportSection(models.Model):
    """A chapter of a report: frozen tables and charts, and the texts of people under them."""

    _name = "vsoko.report.section"
    _inherit = ["vsoko.signing.part.mixin"]
    _description = "Section of a report"
    _order = "report_id, sequence, id"
    _signed_with = "report_id"

    report_id = fields.Many2one("vsoko.report", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="report_id.company_id", store=True, index=True)
    printed_as = fields.Char(related="report_id.printed_as")
    sequence = fields.Integer(default=100, aggregator=None)
    code = fields.Char(readonly=True)
    name = fields.Char(required=True)
    is_shown = fields.Boolean(string="In the report", default=True)
    # by what was frozen: the record rules close such a section to whom these figures are closed
    names_people = fields.Boolean(
        string="Figures of teachers or pupils", compute="_compute_names_people", store=True
    )
    draft_text = fields.Text(string="Automatic draft", readonly=True)
    conclusions = fields.Text()
    recommendations = fields.Text()
    is_draft = fields.Boolean(
        string="Automatic, not accepted",
        help="The conclusions were written by the program and nobody has accepted them yet",
    )
    figures_html = fields.Html(string="Figures", compute="_compute_figures_html", sanitize=False)

    @api.depends("report_id.frozen", "code")
    def _compute_names_people(self):
        # reading the figures copies them, and a report has a dozen sections
        for report, sections in self.grouped("report_id").items():
            parts = (report.frozen or {}).get("sections", [])
            naming = {part["code"] for part in parts if names_people(part)}
            for section in sections:
                section.names_people = section.code in naming

    @api.depends("report_id.figures", "code")
    @api.depends_context("uid")
    def _compute_figures_html(self):
        for section in self:
            section.figures_html = self.env["ir.qweb"]._render(
                "vsoko_module.report_vsoko_blocks", {"blocks": section._prepare_blocks()}
            )

    @api.constrains(*TEXTS)
    def _check_whole_length(self):
        for report in self.report_id:
            sections = report.section_ids
            whole = "\n".join(text or "" for name in TEXTS for text in sections.mapped(name))
            if is_longer(whole, LETTERS, LINES):
                raise ValidationError(
                    self.env._(
                        "The texts of “%(name)s” are too long together: at most %(letters)s letters"
                        " in %(lines)s lines. Shorten them or attach a part as a file.",
                        name=report.name,
                        letters=LETTERS,
                        lines=LINES,
                    )
                )

    def write(self, vals):
        if "report_id" in vals:
            raise AccessError(self.env._("A section stays in its report."))
        if TEXTS & vals.keys():
            vals = {"is_draft": False, **vals}
        return super().write(vals)

    def action_accept(self):
        """Accept the automatic text as it is."""
        self.write({"is_draft": False})
        return self._toast(self.env._("Texts accepted"), len(self))

    def action_restore_draft(self):
        """Put the automatic draft back in place of the conclusions."""
        self.report_id._check_unlocked()
        for section in self:
            section.write({"conclusions": section.draft_text, "is_draft": bool(section.draft_text)})
        return self._toast(self.env._("The automatic text is back"))

    def _freeze(self, report, vals_list):
        """Create or renew the sections of the report; the texts of people stay."""
        current = {vals["code"] for vals in vals_list}
        # a section whose figures are no more goes with its automatic text
        self.filtered(
            lambda section: section.code and section.code not in current and section._is_untouched()
        ).unlink()
        existing = {section.code: section for section in self.exists()}
        new = []
        for vals in vals_list:
            section = existing.get(vals["code"])
            if section:
                section._renew(vals["draft_text"])
            else:
                draft = vals["draft_text"]
                texts = {"conclusions": draft, "is_draft": bool(draft)}
                new.append({**vals, **texts, "report_id": report.id})
        # The caller has checked that the report may be written; the drafts are the program's.
        self.sudo().create(new)

    def _renew(self, draft_text):
        """Renew the automatic draft.

        Conclusions that are the old draft, accepted or not, speak of figures that are no more:
        the new draft replaces them and waits to be accepted.
        """
        vals = {"draft_text": draft_text}
        if self._is_automatic() and draft_text != self.draft_text:
            vals |= {"conclusions": draft_text, "is_draft": bool(draft_text)}
        # As above.
        self.sudo().write(vals)

    def _is_automatic(self):
        """Whether nobody has put own words into the conclusions."""
        return (self.conclusions or "") == (self.draft_text or "")

    def _is_untouched(self):
        """Whether nobody has put anything of his own into the section."""
        return self._is_automatic() and not self.recommendations

    def _take_texts(self, others):
        """Take over what people wrote in the same sections of another version."""
        written = {section.code: section for section in others if section.code}
        for section in self:
            other = written.get(section.code)
            if not other:
                continue
            vals = {
                "recommendations": other.recommendations,
                "is_shown": other.is_shown,
                "sequence": other.sequence,
                "is_draft": section.is_draft,
            }
            if not other._is_automatic():
                vals |= {"conclusions": other.conclusions, "is_draft": False}
            section.write(vals)

    def _get_frozen(self):
        """Return the frozen section as data; a section added by people has no figures."""
        return self._find_own(self.report_id.figures)

    def _find_own(self, figures):
        sections = (figures or {}).get("sections", [])
        own = (part for part in sections if part["code"] == self.code)
        return next(own, {"code": self.code, "wide": False, "blocks": []})

    def _prepare_blocks(self):
        """Return the tables and charts of the section for the templates."""
        figures = self.report_id.figures
        return shown_blocks(Frozen(figures), self._find_own(figures)["blocks"], self.env._)

    def _has_content(self):
        return bool(self._get_frozen()["blocks"] or self.conclusions or self.recommendations)

    def _get_text_title(self):
        translate = self.env._
        return translate(REPORT_TYPES[self.report_id.type].text_title)

    def _get_part(self):
        """Return the section as the writers of files take it."""
        texts = [
            (self._get_text_title(), self.conclusions or ""),
            (self.env._("Recommendations"), self.recommendations or ""),
        ]
        return Part(self.name, self._get_frozen(), texts)
