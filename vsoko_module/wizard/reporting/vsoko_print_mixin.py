from odoo import fields, models
from odoo.exceptions import UserError

from ...tools.reports.file_names import file_name
from ...tools.reports.workbook import workbook


class VsokoPrintMixin(models.AbstractModel):
    """What somebody has just chosen, on paper: a wizard whose buttons open its file.

    A wizard says what cannot be printed and why (`_get_obstacle`) and makes the `Paper`
    (`_get_paper`); the file is sent by its page (`_folder`), which asks for the right again.
    """

    _name = "vsoko.print.mixin"
    _description = "Choice that is printed"

    # the folder of the addresses of its files
    _folder = None

    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )

    def action_open_pdf(self):
        return self._open("pdf", "new")

    def action_open_docx(self):
        return self._open("docx", "download")

    def action_open_xlsx(self):
        return self._open("xlsx", "download")

    def _open(self, extension, target):
        self.ensure_one()
        obstacle = self._get_obstacle()
        if obstacle:
            raise UserError(obstacle)
        return self._open_address(f"/vsoko/{self._folder}/{self.id}/{extension}", target)

    def _get_obstacle(self):
        """Return why there is nothing to print, empty when there is."""
        return ""

    def _get_paper(self):
        """Return the `Paper`, of what the user may read."""
        raise NotImplementedError

    def _get_file(self, extension):
        """Return (name, bytes) of the file."""
        self.ensure_one()
        paper = self._get_paper()
        return file_name([paper.title, *paper.lines], extension), self._make(paper, extension)

    def _make(self, paper, extension):
        if extension == "xlsx":
            return workbook(paper, self.env._)
        return self.env["vsoko.paper"]._make(paper, extension, self.company_id, across=True)
