from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.reports.openness import without_sections
from ....tools.reports.types import REPORT_TYPES

COUNCILS = "vsoko_module.group_pedagogical_council,vsoko_module.group_methodical_council"


class VsokoReport(models.Model):
    """A report is read by what is in it.

    The rules of the sections say who reads which of them; everything else that shows a report
    (fields, pages, files, documents) asks here and leaves out what is closed to the reader.
    """

    _inherit = "vsoko.report"

    # the whole report, which only the program reads; hundreds of figures
    frozen = fields.Json(readonly=True, copy=False, prefetch=False, groups=fields.NO_ACCESS)
    figures = fields.Json(compute="_compute_figures", prefetch=False)
    left_out = fields.Text(string="Left out", compute="_compute_left_out")
    hearing_ids = fields.One2many(
        "vsoko.report.hearing",
        "report_id",
        string="Put before councils",
        readonly=True,
        copy=False,
        groups=COUNCILS,
    )

    @api.depends("frozen", "section_ids.names_people", "hearing_ids.by_names")
    @api.depends_context("uid")
    def _compute_figures(self):
        for report in self:
            # Only what the sections open to the reader show is left below.
            whole, closed = report.sudo().frozen, report._get_closed_sections()
            if whole and closed:
                whole = without_sections(whole, set(closed.mapped("code")))
            report.figures = whole

    @api.depends("section_ids.names_people", "hearing_ids.by_names")
    @api.depends_context("uid", "lang")
    def _compute_left_out(self):
        for report in self:
            names = report._get_closed_names()
            report.left_out = bool(names) and self.env._(
                "Without the sections that have figures of teachers or pupils by name: %(names)s."
                " A council reads them when the director puts the report before it by names.",
                names=", ".join(names),
            )

    def _is_for_councils(self):
        """Whether the record rules let councils read the report, maybe without some sections."""
        return self.state != "draft" and self.is_impersonal

    @api.model
    def _get_given_fields(self):
        # computed for each reader, and yet nothing that anybody may send
        return super()._get_given_fields() | {"figures"}

    def _get_closed_sections(self):
        """Return, as superuser, the sections that the user may not read."""
        Section = self.env["vsoko.report.section"]
        if self.env.su:
            return Section
        # searched, because the cache of `section_ids` may hold those of another reader
        personal = [("report_id", "in", self.ids), ("names_people", "=", True)]
        # Only their codes are asked, to leave them out.
        return Section.sudo().search(personal) - Section.search(personal).sudo()

    def _get_closed_names(self):
        """Return the names of the sections in the report that the user may not read.

        As the type declares them: the names that people gave may say what is in the sections.
        """
        closed = self._get_closed_sections().filtered("is_shown")
        declared = REPORT_TYPES[self.type].sections if closed else ()
        titles = {section.code: section.title for section in declared}
        translate = self.env._
        return [translate(titles[code]) for code in closed.mapped("code") if code in titles]

    @api.model
    def _get_closed_files_sql(self):
        """Return the SELECT of the kept files with sections that the user may not read."""
        Section = self.env["vsoko.report.section"]
        return SQL(
            """SELECT own.attachment_id FROM vsoko_report_attachment_rel own
                 JOIN vsoko_report_section closed ON closed.report_id = own.report_id
                WHERE %s AND closed.id NOT IN %s""",
            SQL.identifier("closed", "names_people", to_flush=Section._fields["names_people"]),
            Section._search([]).subselect(),
        )
