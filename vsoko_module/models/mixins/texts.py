from odoo import api, models, tools
from odoo.exceptions import ValidationError

# ten pages: what is longer is a document of its own, and makes the printing of all others wait
LETTERS, LINES = 20_000, 1_000


class Base(models.AbstractModel):
    """A text that people write has a limit, which is said when it is saved; nothing is cut."""

    _inherit = "base"

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_texts(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_texts(vals)
        return super().write(vals)

    @tools.ormcache()
    def _get_text_fields(self):
        """Return the names of the fields into which people write."""
        return frozenset(
            name
            for name, field in self._fields.items()
            if field.type in ("char", "text", "html") and field.store and not field.readonly
        )

    def _check_texts(self, vals):
        """Raise ValidationError when a value is a longer text than is kept."""
        if not self._is_guarded():
            return
        for name in self._get_text_fields() & vals.keys():
            text = vals[name]
            if isinstance(text, str) and is_longer(text, LETTERS, LINES):
                raise ValidationError(
                    self.env._(
                        "“%(field)s” has %(letters)s letters in %(lines)s lines; at most"
                        " %(most)s letters in %(most_lines)s lines are kept. Shorten the text or"
                        " attach it as a file.",
                        field=self._fields[name]._description_string(self.env),
                        letters=len(text),
                        lines=count_lines(text),
                        most=LETTERS,
                        most_lines=LINES,
                    )
                )


def is_longer(text, letters, lines):
    return len(text) > letters or count_lines(text) > lines


def count_lines(text):
    return len(text.splitlines())
