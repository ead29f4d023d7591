import base64

from markupsafe import Markup

from odoo import models
from odoo.tools import file_open

from ....tools.reports import published
from ....tools.reports.file_names import file_name
from ....tools.reports.formatting import shown_table
from ....tools.reports.published_book import published_book
from .vsoko_publication_collector import RANGE_CODE
from .vsoko_publication_content import TABLE_SCOPES

EXTENSIONS = ("pdf", "xlsx")


class VsokoPublication(models.Model):
    """The own files of a publication: its figures and words on paper and in a spreadsheet.

    Made from the frozen lines alone, so that a file tells no more than the page.
    """

    _inherit = "vsoko.publication"

    def _keep_documents(self):
        """Make the files of publications that have just been locked, and keep them."""
        vals_list = self._prepare_kept_files()
        with self._past_lock():
            # The director's right was checked before the lock; afterwards nobody may add files.
            self.env["vsoko.publication.file"].sudo().create(vals_list)

    def _prepare_kept_files(self):
        """Return the values of the files that the program adds at publishing."""
        return [
            publication._prepare_kept_file(
                place,
                publication._get_document_name(extension),
                publication._make_document(extension),
            )
            for publication in self.filtered("line_ids")
            for place, extension in enumerate(EXTENSIONS)
        ]

    def _prepare_kept_file(self, place, name, content):
        return {
            "publication_id": self.id,
            "sequence": place,
            "name": name,
            "content": base64.b64encode(content),
        }

    def _get_document_name(self, extension):
        """Return a name for people: «ВСОКО_1-четверть_2025-2026_Управляющий-совет.pdf»."""
        return file_name(
            [self.env._("VSOKO"), *self.name.split(":")[-1].split(","), self._get_audience()],
            extension,
        )

    def _get_audience(self):
        return dict(self._fields["audience"]._description_selection(self.env))[self.audience]

    def _make_document(self, extension):
        """Return the bytes of a file of the publication."""
        self.ensure_one()
        tables = self._prepare_document_tables()
        if extension == "xlsx":
            return published_book(
                [self.name, self.figures["school"], self._get_subtitle()],
                [
                    *(self.explanation or "").splitlines(),
                    *filter(None, [self._get_completeness_note()]),
                    self._get_hiding_note(),
                ],
                [*tables, self._prepare_all_table()],
                self.env._,
            )
        page = self.env["ir.qweb"]._render(
            "vsoko_module.report_vsoko_publication", self._prepare_page(tables)
        )
        return self.env["ir.actions.report"]._print_vsoko_page(str(page))

    def _get_subtitle(self):
        heading = self._prepare_heading()
        return self.env._(
            "%(audience)s · %(period)s · published on %(date)s",
            audience=self._get_audience(),
            period=heading["period"],
            date=heading["date"],
        )

    def _get_hiding_note(self):
        return self.env._(
            "“hidden” — the group has fewer than five people, or its figure would give such a"
            " group away. “no data” is not zero: nothing was counted there."
        )

    def _prepare_page(self, tables):
        with file_open("vsoko_module/report/vsoko_report.css") as file:
            css = file.read()
        return {
            "publication": self,
            # a file of this addon, no text of people is in it
            "css": Markup(css),
            "language": (self.env.lang or "en")[:2],
            "subtitle": self._get_subtitle(),
            "completeness": self._get_completeness_note(),
            "note": self._get_hiding_note(),
            "blocks": [shown_table(table, self.env._("no data")) for table in tables],
        }

    def _prepare_document_tables(self):
        """Return the tables of both files: the school, its parts, the meaning of the figures."""
        definitions, objects = self.figures["indicators"], self.figures["objects"]
        figures = self._prepare_published()
        by_scope = {
            scope: [line for line in figures if line.figure.scope == scope]
            for scope in TABLE_SCOPES
        }
        school = [line for line in figures if line.figure.scope == "school"]
        return [
            published.school_table(definitions, objects, school, self.env._),
            *(
                published.breakdown_table(definitions, scope, found, self.env._)
                for scope, found in by_scope.items()
                if found
            ),
            *self._prepare_winners_tables(),
            *(published.rating_table(rating, self.env._) for rating in self._get_ratings() or ()),
            published.meaning_table(definitions, figures, self.env._),
        ]

    def _prepare_winners_tables(self):
        winners = self._get_winners()
        return [published.winners_table(winners, self.env._)] if winners else []

    def _prepare_all_table(self):
        return published.all_table(
            self.figures["indicators"], self._prepare_published(), self.env._
        )

    def _prepare_published(self):
        """Return the figures as [`published.Published`].

        A family reads the range of its own class alone, so ranges are in no common file.
        """
        lines = self._get_listed_lines().filtered(lambda line: line.indicator_code != RANGE_CODE)
        changes = self._get_changes(lines.filtered(lambda line: line.scope == "school"))
        return [line._prepare_published(changes) for line in lines._sort_by_place()]
