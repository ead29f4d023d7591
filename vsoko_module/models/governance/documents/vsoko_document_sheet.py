from odoo import models

from ....tools.reports.acquaintance import Acquaintance, acquaintance_sheet
from ....tools.reports.file_names import file_name


class VsokoDocument(models.Model):
    """The sheet of acquaintance in print: it is signed by hand."""

    _inherit = "vsoko.document"

    def action_open_sheet_pdf(self):
        return self._open_file("acquaintance", "pdf", "new")

    def action_open_sheet_docx(self):
        return self._open_file("acquaintance", "docx", "download")

    def _get_sheet(self, extension):
        """Return (name, bytes) of the sheet of who is to read the document."""
        self.ensure_one()
        school = self.company_id or self.env.company
        sheet = Acquaintance(
            school=school.name,
            document=self.name,
            reference=" ".join(self._get_reference()),
            people=tuple(self._get_people()),
        )
        paper = acquaintance_sheet(sheet, self.env._)
        name = file_name([paper.title, self.name, *self._get_reference()], extension)
        return name, self.env["vsoko.paper"]._make(paper, extension, school)

    def _get_people(self):
        """Return rows (name, position, moment of the mark) in the order of the alphabet."""
        lines = self.acquaintance_ids
        # The card of an employee says the position, and a document may be put to anybody.
        teachers = self.env["vsoko.teacher"].sudo().search([("user_id", "in", lines.user_id.ids)])
        positions = {teacher.user_id: teacher.position or "" for teacher in teachers}
        return sorted(
            (
                line.user_id.name,
                positions.get(line.user_id, ""),
                self._format_moment(line.read_at) if line.read_at else "",
            )
            for line in lines
        )
