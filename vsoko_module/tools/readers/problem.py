"""What may be wrong with a file, as codes with English message templates.

The templates (`messages_*.py`, `refusals.py`) are the only place where the wording lives.
"""

from typing import NamedTuple

from ..translation import plain, translated
from .messages_forms import FORMS
from .messages_marks import MARKS
from .messages_people import PEOPLE
from .messages_registers import REGISTERS
from .messages_unread import UNREAD
from .messages_works import WORKS

MESSAGES = FORMS | MARKS | PEOPLE | REGISTERS | UNREAD | WORKS


class Problem(NamedTuple):
    """One thing that people have to see.

    ``row`` and ``column`` are numbers as in the sheet, from 1; 0 means the whole sheet or file.
    ``text`` is what stands in the cell, ``params`` fill the template of ``code``.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    text: str = ""
    params: dict = {}

    @property
    def severity(self):
        return MESSAGES[self.code].severity

    def message(self, _=plain):
        """The sentence for people; ``_`` is Odoo's ``env._``."""
        return translated(_, MESSAGES[self.code].template, **self.params)
