from markupsafe import Markup

from odoo import models
from odoo.tools import file_open

from ...tools.reports.blocks import shown_blocks
from ...tools.reports.document import document
from ...tools.reports.minutes_document import minutes_document
from ...tools.reports.numbering import Numbering
from ...tools.reports.order_document import order_document


class VsokoPaper(models.AbstractModel):
    """Prints a `tools.reports.paper.Paper` that is no stored report: the same tables and look."""

    _name = "vsoko.paper"
    _description = "Printing of a document"

    def _make(self, paper, extension, school, across=False):
        """Return the bytes of a PDF, or of a Word document by the template of the school.

        :param across: see `_print`; Word lays across what is wide
        """
        if extension == "docx":
            return document(paper, self.env._, school._get_word_template())
        return self._print(paper, across)

    def _make_order(self, paper, extension, school):
        """The same in the form of an order."""
        if extension == "docx":
            return order_document(paper, self.env._, school._get_word_template())
        return self._render("order_paper", paper, ("report", "order"))

    def _make_minutes(self, paper, extension, school):
        """The same in the form of minutes: texts and signatures."""
        if extension == "docx":
            return minutes_document(paper, self.env._, school._get_word_template())
        return self._render("minutes", paper, ("report", "order"))

    def _print(self, paper, across=False):
        """Return the PDF.

        :param across: whether all pages lie across
        """
        return self._render("paper", paper, ("report",), across=across)

    def _render(self, template, paper, styles, **values):
        """Return the PDF of a paper by one of the whole pages of this addon."""
        css = ""
        for style in styles:
            with file_open(f"vsoko_module/report/vsoko_{style}.css") as file:
                css += file.read()
        page = self.env["ir.qweb"]._render(
            f"vsoko_module.report_vsoko_{template}",
            {
                "paper": paper,
                # files of this addon, no text of people is in them
                "css": Markup(css),
                "language": (self.env.lang or "en")[:2],
                "parts": self._get_parts(paper),
                **values,
            },
        )
        return self.env["ir.actions.report"]._print_vsoko_page(str(page))

    def _get_parts(self, paper):
        """Return the parts of a paper as the templates take them."""
        numbering = Numbering(False, self.env._)
        return [
            {
                "code": part.frozen["code"],
                "name": part.name,
                "wide": part.frozen["wide"],
                "text": part.texts[0][1] if part.texts else "",
                "texts": [(heading, text) for heading, text in part.texts if text],
                "blocks": shown_blocks(paper.frozen, part.frozen["blocks"], self.env._),
                "pictures": numbering.show_pictures(part.pictures),
                "appendices": numbering.name_appendices(part.appendices),
            }
            for part in paper.parts
        ]
