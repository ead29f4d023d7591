"""The common form of every source: sheets of plain cells."""

from dataclasses import dataclass, field
from datetime import date

from .accounting import HEADING, TITLE, Account, bits
from .cells import EXCEL_EPOCH

# a line above a table has hardly more cells
TITLE_CELLS = 4


@dataclass
class Sheet:
    """``rows`` is a list of lists; row n of the sheet is ``rows[n - 1]``.

    A cell is a str, int, float, bool, date, datetime, time or timedelta; an empty cell is "".
    Rows may have different lengths. Of merged cells only the first has the value. ``hidden`` is
    "", "hidden" or "very_hidden". ``epoch`` is the day 0 of numbers that are dates. ``account``:
    what became of the cells, see ``accounting``; a layout claims each cell that it reads. Indexes
    count from 0; ``columns`` is an index, several indexes, or None for all cells of the row.
    """

    name: str
    rows: list
    hidden: str = ""
    epoch: date = EXCEL_EPOCH
    account: Account = field(default_factory=Account, compare=False, repr=False)

    def take(self, row, column):
        """The cell was read: another text in it would give other facts or a problem."""
        self.account.take(row, 1 << column)

    def take_row(self, row, columns):
        """The cells of a row were read."""
        self.account.take(row, bits(columns))

    def leave(self, rows, columns, reason):
        """The cells hold nothing to read, for a key of ``REASONS``; ``rows``: one or several."""
        mask = bits(columns)
        for row in (rows,) if isinstance(rows, int) else rows:
            self.account.leave(row, mask, reason)

    def leave_titles(self, first, end):
        """The lines of titles from ``first`` up to ``end``, claimed as such; a list of rows."""
        found = []
        for index in range(first, end):
            if 1 <= sum(1 for cell in self.rows[index] if cell != "") <= TITLE_CELLS:
                self.leave(index, None, TITLE)
                found.append(self.rows[index])
        return found

    def leave_heading(self, row, columns):
        """The cells are the headings of columns that the layout knows."""
        self.account.leave(row, bits(columns), HEADING)

    def name_row(self, row, columns=None, lost=True):
        """A problem of the layout names the cells, by default the whole row.

        ``lost``: what stands in them is not loaded, so the file is loaded in part.
        """
        self.account.name(row, bits(columns), lost)
