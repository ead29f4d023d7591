from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ....tools import apart
from ....tools.readers.refusals import Refused
from ....tools.words import limited

JOB = "words:words_of"


class VsokoDocument(models.Model):
    """The words of the files of a document, by which it is found in any of their forms.

    Odoo reads files for its own search inside the server; here each is opened in a process of its
    own, as all files from outside are.
    """

    _inherit = "vsoko.document"

    file_words = fields.Text(string="Words of the files", readonly=True, copy=False, prefetch=False)
    silent_files = fields.Char(
        string="Not found by words",
        readonly=True,
        copy=False,
        help="Files without a text that can be searched: scans, pictures, other formats",
    )
    text_search = fields.Char(
        string="Title, number and text",
        compute="_compute_text_search",
        search="_search_text",
    )

    _words = models.Index(
        "USING gin (to_tsvector('russian'::regconfig,"
        " COALESCE(name, '') || ' ' || COALESCE(content, '') || ' ' || COALESCE(file_words, '')))"
    )

    def _compute_text_search(self):
        self.text_search = False

    @api.model
    def _search_text(self, operator, value):
        """Find documents by words of the title, the text and the files, and by the number."""
        if operator not in ("ilike", "="):
            return NotImplemented
        return Domain("registered_as", "ilike", value) | Domain.custom(
            to_sql=lambda model, alias, _query: SQL(
                "to_tsvector('russian'::regconfig, COALESCE(%(name)s, '') || ' ' ||"
                " COALESCE(%(content)s, '') || ' ' || COALESCE(%(words)s, ''))"
                " @@ websearch_to_tsquery('russian'::regconfig, %(asked)s)",
                name=SQL.identifier(alias, "name"),
                content=SQL.identifier(alias, "content"),
                words=SQL.identifier(alias, "file_words"),
                asked=value,
            )
        )

    def _claim_papers(self):
        result = super()._claim_papers()
        self._read_words()
        return result

    def _read_words(self):
        """Take the words of the files anew."""
        for document in self:
            # The files of the document itself, which the user has just given it.
            files = document.sudo().file_ids
            found = {file: _words_of(file.raw or b"") for file in files}
            silent = [file.name for file, words in found.items() if not words]
            words = limited("\n".join(filter(None, found.values())))
            if (words, ", ".join(silent)) != (
                document.file_words or "",
                document.silent_files or "",
            ):
                document._store({"file_words": words, "silent_files": ", ".join(silent)})


def _words_of(content):
    """The words of a file, empty where it has none or cannot be opened."""
    try:
        return apart.call(JOB, content) if content else ""
    except Refused:
        return ""
