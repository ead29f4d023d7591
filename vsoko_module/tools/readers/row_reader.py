"""Read typed values of a list's row and note what is wrong with them."""

from .accounting import FOOTER, TITLE
from .broken_cells import is_broken
from .cells import BadValue, parse_date, parse_gender, parse_number, parse_yes_no
from .headers import is_footer
from .names import clean, is_person, parse_class
from .problem import MESSAGES, Problem
from .titles import read_titles

# a total under a list has a label and a number or two
FOOTER_CELLS = 3


class RowReader:
    """Values of one row after another; ``ok`` turns False when a value makes the row useless.

    ``blocks``: the tables of the list, at least one (``listing.Block``). ``sheet`` is that of the
    current row. ``above``: rows over the first heading, where the titles stand. ``section``: the
    class that a line between the rows names, or the titles of the current table; else None.
    Claims each cell that it gives; an error names the whole row.
    """

    def __init__(self, blocks, labels, today):
        self.blocks = blocks
        self.labels = labels
        self.today = today
        self.problems = []
        self.ok = True
        self.row_number = 0
        self.section = None
        self.above = blocks[0].sheet.rows[: blocks[0].header.row]
        self._row = ()
        self._open(blocks[0])

    def rows(self):
        """Yield the numbers of the filled rows of all tables, making each the current one.

        Totals and signatures under a list are left out, as are lines that name a class.
        """
        for block in self.blocks:
            self._open(block)
            for index in range(block.header.last + 1, block.end):
                if self._is_record(index, block.sheet.rows[index]):
                    self._row, self.row_number, self.ok = block.sheet.rows[index], index + 1, True
                    yield index + 1

    def _open(self, block):
        """Turn to a table and claim what stands around its rows."""
        self.sheet = block.sheet
        self._columns, self._get = block.header.columns, block.header.getter()
        row = block.header.row
        titles = self.sheet.leave_titles(block.first, row)
        self.section = read_titles(titles).class_name
        ignored = [place for place, _reason in block.ignored]
        for heading in range(row, block.header.last + 1):
            self.sheet.leave_heading(heading, [*self._columns.values(), *ignored])
        for place, reason in block.ignored:
            self.sheet.leave(range(block.header.last + 1, block.end), place, reason)

    def _is_record(self, index, row):
        filled = [cell for cell in row if cell != ""]
        if not filled:
            return False
        if self._is_footer(filled):
            self.sheet.leave(index, None, FOOTER)
            return False
        section = read_titles([row]).class_name if len(filled) == 1 else None
        if section:
            self.section = section
            self.sheet.leave(index, None, TITLE)
            return False
        return True

    def records(self, read, identity=None, repeated=None):
        """What ``read(reader, number)`` yields from all rows.

        :param identity: function of a record; one that was met in an earlier row is left out…
        :param repeated: …with a problem (code, field)
        """
        records = []
        seen = {}
        for number in self.rows():
            for record in read(self, number):
                first = seen.setdefault(identity(record), number) if identity else number
                if first == number:
                    records.append(record)
                else:
                    code, field = repeated
                    self.problem(code, field, getattr(record, field), other=first)
        return records

    def _is_footer(self, filled):
        """Whether a row is a total or a signature: few cells, the first says so."""
        few = len(filled) <= FOOTER_CELLS and len(filled) < len(self._columns)
        return few and isinstance(filled[0], str) and is_footer(filled[0])

    def problem(self, code, field="", text="", /, **params):
        """Note a problem of the current row; an error makes the row useless."""
        params.setdefault("text", text)
        place = self.sheet.name, self.row_number, self.column(field)
        self.problems.append(Problem(code, *place, text, params))
        if MESSAGES[code].severity == "error":
            self.ok = False
            if self.row_number:
                self.sheet.name_row(self.row_number - 1)

    def column(self, field):
        """The number of the column of a field from 1, 0 when the list has none."""
        return self._columns.get(field, -1) + 1

    def raw(self, field):
        """The cell as it is, "" when the list has no such column or the cell is broken."""
        column = self._columns.get(field, -1)
        if column >= 0:
            self.sheet.take(self.row_number - 1, column)
        cell = self._get(self._row, field)
        return "" if is_broken(cell) else cell

    def text(self, field, required=False):
        value = clean(self.raw(field))
        if required and not value:
            self.problem("missing_value", field, field=f"«{self.labels[field]}»")
        return value

    def free_text(self, field):
        """The text as it stands: notes are kept and only shown."""
        value = self.raw(field)
        return value if isinstance(value, str) else clean(value)

    def person(self, field="name"):
        """A name from one column or from three: surname, first name, patronymic."""
        value = self.text(field)
        if not value:
            parts = [self.text(part) for part in ("surname", "first_name", "patronymic")]
            value = " ".join(part for part in parts if part)
        if not value:
            self.problem("missing_value", field, field=f"«{self.labels[field]}»")
        elif not is_person(value):
            self.problem("not_a_name", field, value)
        return value

    def date(self, field, first=None, last=None):
        value = self._parsed(field, lambda cell: parse_date(cell, self.today))
        if value and ((first and value < first) or (last and value > last)):
            self.problem(
                "date_out_of_range",
                field,
                clean(self.raw(field)),
                first=f"{first:%d.%m.%Y}",
                last=f"{last:%d.%m.%Y}",
            )
            return None
        return value

    def leave(self, reason):
        """The current row holds nothing to read, for a key of ``accounting.REASONS``."""
        self.sheet.leave(self.row_number - 1, None, reason)

    def number(self, field):
        return self._parsed(field, parse_number)

    def yes_no(self, field):
        return self._parsed(field, parse_yes_no)

    def gender(self, field="gender"):
        return self._parsed(field, parse_gender)

    def class_name(self, field="class_name"):
        """The class of the column, else that of the section of the row."""
        if self.section and not self.text(field):
            return self.section
        text = self.text(field, required=True)
        value = parse_class(text) if text else None
        if text and not value:
            self.problem("bad_class", field, text)
        return value

    def _parsed(self, field, parse):
        cell = self.raw(field)
        try:
            return parse(cell)
        except BadValue as error:
            self.problem(error.args[0], field, clean(cell))
            return None
