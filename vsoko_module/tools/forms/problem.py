"""What may be wrong with a mark or with the place of a figure, as codes with English templates.

The templates are the only place where the wording lives: the interface translates them.
"""

from typing import NamedTuple

from ..translation import _lt, translated

MESSAGES = {
    "unclosed": _lt("The mark «%(text)s» is not closed: it must end with }}."),
    "empty": _lt("The mark is empty. Write the code of an indicator or a heading: {{quality}}."),
    "unknown_heading": _lt(
        "«%(text)s» is neither a code of an indicator (Latin letters) nor a heading. Headings:"
        " %(known)s."
    ),
    "heading_option": _lt("«%(text)s» takes no breakdown and no part. Leave only the word."),
    "unknown_part": _lt("There is no part «%(text)s» of a figure. Parts: %(known)s."),
    "unknown_option": _lt(
        "«%(text)s» is not a breakdown. Write it as «class:5А»; breakdowns: %(known)s."
    ),
    "repeated_option": _lt("«%(text)s» stands twice in the mark. Leave one."),
    "wrong_level": _lt("«%(text)s» is not a level of education. Write НОО, ООО or СОО."),
    "wrong_grade": _lt("«%(text)s» is not a grade from 1 to 11."),
    "wrong_class": _lt("«%(text)s» is not a class. Write it as 5А."),
    "no_scope": _lt(
        "There is no breakdown by %(text)s together. Possible are the school, a level, a grade, a"
        " class, a subject, or a class with a subject."
    ),
    "unknown_sheet": _lt("There is no sheet «%(text)s» in the form. Sheets: %(known)s."),
    "wrong_cell": _lt("«%(text)s» is not an address of a cell. Write it as B5."),
    "formula": _lt(
        "The cell has a formula of the form: its result would be lost. Choose another cell."
    ),
    "covered": _lt("The cell is inside the merged cell %(text)s. Choose the top left cell of it."),
    "table_heading": _lt(
        "The cell is the heading of a table of Excel and must not change. Choose another cell."
    ),
}


class FormProblem(NamedTuple):
    """``code`` is a key of ``MESSAGES``; ``params`` fill its template."""

    code: str
    params: dict = {}

    def message(self, _):
        """The sentence for people; ``_`` is Odoo's ``env._``."""
        return translated(_, MESSAGES[self.code], **self.params)
