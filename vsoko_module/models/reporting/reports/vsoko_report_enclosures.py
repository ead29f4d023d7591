from pathlib import PurePath

from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.reports.file_kinds import suffix
from ....tools.reports.file_names import file_name
from ....tools.reports.numbering import Numbering
from ....tools.reports.paper import Picture
from .vsoko_report_enclosure import FILE, PICTURE, UNKNOWN


class VsokoReportSection(models.Model):
    """Pictures that stand under the texts of a section, and files that are put beside it."""

    _inherit = "vsoko.report.section"

    enclosure_ids = fields.One2many("vsoko.report.enclosure", "section_id", string="Enclosures")
    picture_ids = fields.One2many(
        "vsoko.report.enclosure", "section_id", string="Pictures", domain=[("kind", "=", PICTURE)]
    )
    appendix_ids = fields.One2many(
        "vsoko.report.enclosure", "section_id", string="Appendices", domain=[("kind", "=", FILE)]
    )
    has_unanswered = fields.Boolean(compute="_compute_has_unanswered")

    @api.depends("enclosure_ids.people")
    def _compute_has_unanswered(self):
        for section in self:
            section.has_unanswered = UNKNOWN in section.enclosure_ids.mapped("people")

    def _is_untouched(self):
        return super()._is_untouched() and not self.enclosure_ids

    def _has_content(self):
        return super()._has_content() or bool(self.enclosure_ids)

    def _get_part(self):
        pictures = tuple(
            Picture(one.name, one.alt_text, one._get_bytes()) for one in self.picture_ids
        )
        appendices = tuple(self.appendix_ids.mapped("name"))
        return super()._get_part()._replace(pictures=pictures, appendices=appendices)

    def _take_texts(self, others):
        super()._take_texts(others)
        sections = {section.code: section for section in self if section.code}
        # The caller has checked the right to the new version; who answered for the people in a
        # picture of the version before has answered for the same picture here.
        self.env["vsoko.report.enclosure"].sudo().create(
            [
                one._prepare_copy(sections[one.section_id.code])
                for one in others.enclosure_ids
                if one.section_id.code in sections
            ]
        )


class VsokoReportEnclosure(models.Model):
    _inherit = "vsoko.report.enclosure"

    def _prepare_copy(self, section):
        kept = self.with_context(bin_size=False)
        return {
            "section_id": section.id,
            "answered_by_id": self.answered_by_id.id,
            **{
                name: kept[name]
                for name in (
                    "sequence", "kind", "name", "alt_text", "content", "file_name", "people",
                    "answered_date",
                )
            },
        }  # fmt: skip


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    enclosure_ids = fields.One2many(
        "vsoko.report.enclosure", "report_id", string="Pictures and files"
    )

    def _tell_lacking(self):
        told = super()._tell_lacking()
        for report in self:
            unanswered = report._get_unanswered()
            if unanswered:
                count = self.env._(
                    "pictures and files without an answer about people: %(count)s",
                    count=len(unanswered),
                )
                told[report.id] = "; ".join(filter(None, [told[report.id], count]))
        return told

    def _check_accepted(self):
        super()._check_accepted()
        unanswered = self._get_unanswered()
        if unanswered:
            raise UserError(
                self.env._(
                    "The document is for readers outside. Say of each picture and file whether"
                    " people can be recognised in it and whether they agreed: %(names)s.",
                    names=", ".join(unanswered.mapped("name")),
                )
            )

    def _get_unanswered(self):
        """Return the pictures and files of a document for readers outside of which nobody has
        said who is in them."""
        if not self.for_outside:
            return self.env["vsoko.report.enclosure"]
        shown = self.section_ids.filtered("is_shown").enclosure_ids
        return shown.filtered(lambda one: one.people == UNKNOWN)

    def _get_enclosed_files(self, prefix=""):
        """Return [(name, bytes)] of the files beside the report that the user may read, under the
        numbers that they have in it."""
        numbering = Numbering(self.is_document, self.env._)
        return [
            (
                file_name(
                    filter(None, [prefix, numbering.name_appendix(one.name)]),
                    suffix(one.file_name).lstrip("."),
                ),
                one._get_bytes(),
            )
            for one in self._get_shown_sections().appendix_ids
        ]

    def _get_archived_files(self, extension):
        """Return [(name, bytes)] of the last file of the report and of those beside it."""
        name, content = self._get_ready_file(extension)
        return [(name, content), *self._get_enclosed_files(PurePath(name).stem)]
