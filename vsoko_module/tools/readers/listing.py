"""A table that is a list: a heading somewhere near the top, then a record a row."""

from typing import NamedTuple

from .headers import find_header, header_or_refuse
from .row_reader import RowReader


class Listing(NamedTuple):
    """The columns of a list.

    ``labels`` maps a field to its name for people, ``aliases`` to the headings by which it is
    found, ``required`` are the fields without which a table is not this list (``find_header``).
    """

    labels: dict
    aliases: dict
    required: tuple

    def recognise(self, sheets):
        """1 when a sheet has the list, otherwise 0."""
        return 1 if any(True for _above in self.above(sheets)) else 0

    def above(self, sheets):
        """Yield the rows over the heading of each sheet that has the list."""
        for sheet in sheets:
            header = find_header(sheet, self.aliases, self.required)
            if header:
                yield sheet.rows[: header.row]

    def reader(self, sheets, today):
        """A reader of the first sheet with the list; raise ``Refused`` when there is none."""
        sheet, header = header_or_refuse(sheets, self.aliases, self.required, self.labels)
        return RowReader(sheet, header, self.labels, today)

    def reader_if_any(self, sheets, today):
        """The same for a list that a file may do without: None when there is none."""
        for sheet in sheets:
            header = find_header(sheet, self.aliases, self.required)
            if header:
                return RowReader(sheet, header, self.labels, today)
        return None
