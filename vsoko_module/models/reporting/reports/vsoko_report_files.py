from dataclasses import replace

from odoo import api, fields, models
from odoo.fields import Command
from odoo.tools import format_date

from ....tools.reports.document import document
from ....tools.reports.file_names import file_name
from ....tools.reports.flat import flat_csv
from ....tools.reports.frozen import Frozen
from ....tools.reports.order_document import order_document
from ....tools.reports.paper import Paper, PaperFrame
from ....tools.reports.types import REPORT_TYPES
from ....tools.reports.workbook import workbook

# `ReportType.printed_as` → template of the page and writer of the document of Word
PRINTED = {
    "report": ("vsoko_module.report_vsoko_document", document),
    "order": ("vsoko_module.report_vsoko_order", order_document),
    "slides": ("vsoko_module.report_vsoko_slides", document),
    "page": ("vsoko_module.report_vsoko_page", document),
}
MIMETYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
}


class VsokoReport(models.Model):
    """Files of a report: made from its frozen figures and texts, kept when it is locked."""

    _inherit = "vsoko.report"

    # who reads a report may attach files to the discussion: those are not its own
    file_ids = fields.Many2many(
        "ir.attachment",
        "vsoko_report_attachment_rel",
        "report_id",
        "attachment_id",
        string="Files of the report",
        readonly=True,
        copy=False,
        groups=fields.NO_ACCESS,
    )

    printed_as = fields.Char(compute="_compute_printed_as")

    @api.depends("type")
    def _compute_printed_as(self):
        for report in self:
            report.printed_as = bool(report.type) and REPORT_TYPES[report.type].printed_as

    def _get_file(self, extension):
        """Return (name, bytes) of the report: the kept file when locked, else made now.

        Who may not read all sections gets a file without the closed ones.
        """
        self.ensure_one()
        self._take_time()
        is_kept = self.state != "draft" and not self._get_closed_sections()
        kept = is_kept and self._get_kept_file(extension)
        if kept:
            return kept.name, kept.raw
        return self._get_file_name(extension), self._make_file(extension)

    def _get_ready_file(self, extension):
        """Return (name, bytes) of the last file that is kept, of a draft too, else made now."""
        self.ensure_one()
        kept = not self._get_closed_sections() and self._get_kept_file(extension)
        return (kept.name, kept.raw) if kept else self._get_file(extension)

    def _get_kept_file(self, extension):
        """Return the last file of the format that the program made and kept, maybe empty."""
        # by the format: the name has words of the language of whoever approved
        ending = f".{extension}"
        # Who reads the whole report was asked before, or the program looks for its own files.
        return (
            self.sudo().file_ids.filtered(lambda file: file.name.endswith(ending)).sorted("id")[-1:]
        )

    def _make_file(self, extension):
        """Return the bytes of the report made from its frozen figures and texts."""
        page, word_writer = PRINTED[self.printed_as]
        if extension == "pdf":
            return self.env["ir.actions.report"]._render_vsoko_pdf(page, self.id)
        if extension == "docx":
            template = self.company_id._get_word_template()
            return word_writer(self._get_printed_paper(), self.env._, template)
        writer = {"xlsx": workbook, "csv": flat_csv}[extension]
        return writer(self._get_paper(), self.env._)

    def _get_printed_paper(self):
        """Return what the printed forms show: a type may head them otherwise than the file."""
        declared = REPORT_TYPES[self.type]
        if not declared.paper_title:
            return self._get_paper()
        translate = self.env._
        title = translate(declared.paper_title, work=self.figures["about"])
        return replace(self._get_content(), title=title, lines=[translate(declared.paper_heading)])

    def _get_paper(self):
        """Return what the files show: the frozen figures, the texts of people, the changes."""
        return replace(self._get_content(), changes=self._get_changes())

    def _get_content(self):
        parts = [section._get_part() for section in self._get_shown_sections()]
        return Paper(Frozen(self.figures), self.name, self._get_lines(), parts, self._get_form())

    def _get_shown_sections(self):
        """Return the sections that are in the files: switched on, and with something in them."""
        return self.section_ids._filtered_access("read").filtered(
            lambda section: section.is_shown and section._has_content()
        )

    def _get_lines(self):
        """Return what stands under the name of the report."""
        taken = self.env._("Figures as of %(date)s", date=format_date(self.env, self.taken_date))
        if self.version > 1:
            taken += ", " + self.env._("version %(version)s", version=self.version)
        if not self.figures["period"]["is_approved"]:
            taken += " " + self.env._(
                "(preliminary: the figures of the period are not approved yet)"
            )
        return [self._get_period_text(), taken, *filter(None, [self.left_out])]

    def _get_form(self):
        """Return what stands around the content: approval and signatures."""
        approved = ("", "")
        if self.state != "draft":
            approved = (self.approved_by_id.name, format_date(self.env, self.approved_date))
        signers = [(self.env._("Prepared by"), self.author_id.name)]
        signers += [(signer["post"], signer["name"]) for signer in self.figures.get("signers", [])]
        return PaperFrame(
            self.figures["school"],
            approved if self.figures.get("approval", True) else None,
            signers,
            self.state == "draft",
        )

    def _attach_files(self, extensions):
        """Attach the files of a draft as its author; return the attachments."""
        self.ensure_one()
        files = self.env["ir.attachment"].create(
            [self._prepare_attachment(extension) for extension in extensions]
        )
        self._store({"file_ids": [Command.link(file.id) for file in files]})
        return files

    def _keep_files(self):
        """Attach the files of reports that have just been locked."""
        # The director's right was checked before the lock; afterwards nobody may write to the
        # report, and that includes attaching files to it.
        for report in self.sudo():
            report._attach_files(MIMETYPES)

    def _prepare_attachment(self, extension):
        return {
            "name": self._get_file_name(extension),
            "raw": self._make_file(extension),
            "mimetype": MIMETYPES[extension],
            "res_model": self._name,
            "res_id": self.id,
        }

    def _get_file_name(self, extension):
        """Return a name for people: «ВСОКО_Итоги-учебного-периода_1-четверть_2025-2026.pdf».

        The parts of the name of the report stay apart, so that files sort well in a folder.
        """
        kind, _sign, about = self.name.partition(":")
        # the period has its year after a comma; other commas stand between classes of a work
        ends = 1 if self.assessment_id else 2
        parts = [self.env._("VSOKO"), kind, *about.rsplit(",", ends)]
        if self.version > 1:
            parts.append(self.env._("version %(version)s", version=self.version))
        if self.left_out:
            parts.append(self.env._("without names"))
        if self.state == "draft":
            parts.append(self.env._("draft"))
        return file_name(parts, extension)
