from odoo import models

from ....tools.reports.file_names import file_name
from ....tools.reports.order_paper import order_paper


class VsokoDocument(models.Model):
    """An order that was written in the register, in print."""

    _inherit = "vsoko.document"

    def action_open_order_pdf(self):
        return self._open_file("order", "pdf", "new")

    def action_open_order_docx(self):
        return self._open_file("order", "docx", "download")

    def _open_file(self, what, extension, target):
        return self._open_address(f"/vsoko/document/{self.id}/{what}/{extension}", target)

    def _get_order(self, extension):
        """Return (name, bytes) of the printed order."""
        self.ensure_one()
        self._check_kinds("order")
        reference = self._get_day_and_number()
        paper = order_paper(
            self.company_id.name,
            self.name,
            self.content or "",
            # Who has signed an order stands on it.
            self.sudo().approved_by_id.name or "",
            reference if self.state == "approved" else ("", ""),
            self.env._,
        )
        name = file_name(
            [self.env._("Order"), *filter(None, reference[::-1]), self.name], extension
        )
        return name, self.env["vsoko.paper"]._make_order(
            paper.with_requisites(self.company_id._get_requisites()), extension, self.company_id
        )

    def _get_day_and_number(self):
        """Return (day, number) in words, empty where they are not given yet."""
        day = self._format_moment(self.date) if self.date else ""
        return day, self.registered_as or ""
