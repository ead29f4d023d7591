"""The law of the reader: what became of each filled cell of a sheet.

A cell is **read**, **left** for a reason that the layout declares, or **named** in a problem. What
nobody claimed is named at the end by ``unread``: one problem for a column, a sheet, a run of rows
or a cell. Columns of a row are bits of a whole number, so a claim of a whole row is one operation.
"""

from collections import defaultdict

TITLE = "title"
HEADING = "heading"
ROW_NUMBER = "row_number"
COLUMN_NUMBER = "column_number"
FOOTER = "footer"
PERSONAL = "personal"
TOTAL = "total"
COUNTED = "counted"
ELSEWHERE = "elsewhere"
REPEATED = "repeated"
SERVICE = "service"
UNKEPT = "unkept"
UNWANTED = "unwanted"
REASONS = {
    TITLE: "a line above the table",
    HEADING: "the heading of a column",
    ROW_NUMBER: "the number of the row",
    COLUMN_NUMBER: "the numbers of the columns under the heading",
    FOOTER: "a total or a signature under the table",
    PERSONAL: "personal data that the program does not keep",
    TOTAL: "a total that is compared with what the row gives",
    COUNTED: "a figure that the program counts itself",
    ELSEWHERE: "a fact that the program takes from other files",
    REPEATED: "the same as another column, word for word",
    SERVICE: "a part of the form that holds no facts",
    UNKEPT: "a fact that the program does not keep",
    UNWANTED: "a column that people told not to read",
}
ALL = -1


def bits(columns):
    """The columns (an index, several, or None for the whole row) as bits of a number."""
    if columns is None:
        return ALL
    if isinstance(columns, int):
        return 1 << columns
    mask = 0
    for column in columns:
        mask |= 1 << column
    return mask


class Account:
    """Claims on the cells of one sheet; rows and columns are indexes from 0.

    ``headings``: the rows that are headings, in order of their claims. ``lost``: by row, the cells
    as bits whose facts are not among those of the file, because something is wrong with them.
    """

    def __init__(self):
        self._read = defaultdict(int)
        self._named = defaultdict(int)
        self.lost = defaultdict(int)
        self._left = {reason: defaultdict(int) for reason in REASONS}
        self.headings = {}

    def take(self, row, mask):
        self._read[row] |= mask

    def name(self, row, mask, lost):
        self._named[row] |= mask
        if lost:
            self.lost[row] |= mask

    def leave(self, row, mask, reason):
        self._left[reason][row] |= mask
        if reason == HEADING:
            self.headings[row] = True

    def claimed(self, row):
        """The claimed columns of a row as bits."""
        mask = self._read.get(row, 0) | self._named.get(row, 0)
        for rows in self._left.values():
            mask |= rows.get(row, 0)
        return mask

    def is_used(self):
        """Whether anything of the sheet was read, named or found to be of the form."""
        return bool(self._read or self._named or self._left[SERVICE])

    def state(self, row, column):
        """A key of ``REASONS``, "read", "named", or "" for a cell that nobody claimed."""
        bit = 1 << column
        if self._read.get(row, 0) & bit:
            return "read"
        if self._named.get(row, 0) & bit:
            return "named"
        return next((key for key, rows in self._left.items() if rows.get(row, 0) & bit), "")
