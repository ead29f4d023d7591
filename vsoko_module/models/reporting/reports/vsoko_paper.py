from markupsafe import Markup

from odoo import models
from odoo.tools import file_open

from ....tools.reports.blocks import shown_blocks


class VsokoPaper(models.AbstractModel):
    """Prints a `tools.reports.paper.Paper` that is no stored report: the same tables and look."""

    _name = "vsoko.paper"
    _description = "Printing of a document"

    def _print(self, paper, across=False):
        """Return the PDF.

        :param across: whether all pages lie across
        """
        with file_open("vsoko_module/report/vsoko_report.css") as file:
            css = file.read()
        page = self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_paper",
            {
                "paper": paper,
                # a file of this addon, no text of people is in it
                "css": Markup(css),
                "language": (self.env.lang or "en")[:2],
                "across": across,
                "parts": [
                    {
                        "name": part.name,
                        "wide": part.frozen["wide"],
                        "texts": [(heading, text) for heading, text in part.texts if text],
                        "blocks": shown_blocks(paper.frozen, part.frozen["blocks"], self.env._),
                    }
                    for part in paper.parts
                ],
            },
        )
        return self.env["ir.actions.report"]._print_vsoko_page(str(page))

    def _print_minutes(self, paper):
        """Return the PDF of a paper of texts in the face of the school's orders."""
        css = []
        for name in ("vsoko_report", "vsoko_order"):
            with file_open(f"vsoko_module/report/{name}.css") as file:
                css.append(file.read())
        page = self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_minutes",
            {
                "paper": paper,
                # files of this addon, no text of people is in them
                "css": Markup("\n".join(css)),
                "language": (self.env.lang or "en")[:2],
            },
        )
        return self.env["ir.actions.report"]._print_vsoko_page(str(page))
