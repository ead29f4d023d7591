"""Read typed values of a list's row and note what is wrong with them."""

from .accounting import FOOTER, TITLE
from .broken_cells import is_broken
from .cells import (
    BadValue,
    date_order,
    end_of_span,
    parse_date,
    parse_gender,
    parse_number,
    parse_year_date,
    parse_yes_no,
)
from .headers import is_footer
from .names import clean, fold, is_person, read_class, split_person
from .problem import MESSAGES, Problem
from .titles import read_titles, sheet_titles

# a total under a list has a label and a number or two
FOOTER_CELLS = 3
# errors of a cell that a row can do without, as warnings
LEFT_EMPTY = {
    "bad_date": "date_left_empty",
    "ambiguous_date": "date_left_empty",
    "date_out_of_range": "date_left_empty",
    "bad_number": "number_left_empty",
}


class RowReader:
    """Values of one row after another; ``ok`` turns False when a value makes the row useless.

    ``blocks``: the tables of the list, at least one (``listing.Block``). ``block`` and ``sheet``
    are those of the current row. ``above``: rows over the first heading, where the titles stand.
    ``section``: the class that a line between the rows names, or the titles of the current table;
    else None.
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
        self._orders = {}
        self.open(blocks[0])

    def rows(self):
        """Yield the numbers of the filled rows of all tables, making each the current one.

        Totals and signatures under a list are left out, as are lines that name a class.
        """
        for block in self.blocks:
            self.open(block)
            for index in range(block.header.last + 1, block.end):
                if self._is_record(index, block.sheet.rows[index]):
                    self._row, self.row_number, self.ok = block.sheet.rows[index], index + 1, True
                    yield index + 1

    def open(self, block):
        """Turn to a table and claim what stands around its rows."""
        self.block, self.sheet = block, block.sheet
        self._columns, self._get = block.header.columns, block.header.getter()
        row = block.header.row
        titles = self.sheet.leave_titles(block.first, row)
        self.section = read_titles(titles).class_name or sheet_titles(self.sheet.name).class_name
        self._is_class_once = self._writes_class_once(block)
        ignored = [place for place, _reason in block.ignored]
        for heading in range(row, block.header.last + 1):
            self.sheet.leave_heading(heading, [*self._columns.values(), *ignored])
        for place, reason in block.ignored:
            self.sheet.leave(range(block.header.last + 1, block.end), place, reason)

    def _is_record(self, index, row):
        filled = [cell for cell in row if cell != ""]
        if not filled:
            return False
        if self._is_footer(row, filled):
            self.sheet.leave(index, None, FOOTER)
            return False
        section = read_titles([row]).class_name if len(filled) == 1 else None
        if section and not self._is_class_alone(row, filled[0]):
            self.section = section
            self.sheet.leave(index, None, TITLE)
            return False
        return True

    def _is_class_alone(self, row, text):
        """Whether the only cell of a row is that of its class: a record without its values."""
        return row.index(text) == self._columns.get("class_name") and "класс" not in fold(text)

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

    def _is_footer(self, row, filled):
        """Whether a row is a total or a signature: few cells, the first says so.

        In a list of few columns it stands left of all that are read, under the numbers of rows.
        """
        is_left = row.index(filled[0]) < min(self._columns.values())
        few = len(filled) <= FOOTER_CELLS and (is_left or len(filled) < len(self._columns))
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

    def is_alone(self, field):
        """Whether no other cell of the row is filled."""
        return sum(1 for cell in self._row if cell != "") == 1 and self.raw(field) != ""

    def free_text(self, field):
        """The text as it stands: notes are kept and only shown."""
        value = self.raw(field)
        return value if isinstance(value, str) else clean(value)

    def person(self, field="name"):
        """A name from one column or from three, without the number and the notes beside it."""
        name = split_person(self.full_name(field)).name
        if not name:
            self.problem("missing_value", field, field=f"«{self.labels[field]}»")
        elif not is_person(name, lone=True):
            self.problem("not_a_name", field, name)
        return name

    def note_of_person(self, field="name"):
        """What stands beside the name in its cell: «надомное обучение»."""
        return split_person(self.full_name(field)).note

    def full_name(self, field):
        """The name as it stands in one column or in three."""
        parts = [self.text(part) for part in ("surname", "first_name", "patronymic")]
        return self.text(field) or " ".join(part for part in parts if part)

    def date(self, field, first=None, last=None, optional=False, or_year=False, is_span=False):
        """The date of a cell; dates of one column are read in one order.

        :param optional: the row can do without it: a bad cell is a warning and gives None
        :param or_year: a year alone is its first day, with a warning
        :param is_span: of a span the last day is meant
        """
        order = self._date_order(field).month_first
        parse = parse_year_date if or_year else parse_date
        day = end_of_span if is_span else lambda cell: cell
        value = self._parsed(
            field, lambda cell: parse(day(cell), self.today, order, self.sheet.epoch), optional
        )
        if or_year and value:
            value, is_year = value
            if is_year:
                self.problem("year_alone", field, clean(self.raw(field)))
        if value and ((first and value < first) or (last and value > last)):
            code = LEFT_EMPTY["date_out_of_range"] if optional else "date_out_of_range"
            bounds = {"first": f"{first or value:%d.%m.%Y}", "last": f"{last or value:%d.%m.%Y}"}
            self.problem(code, field, clean(self.raw(field)), **bounds)
            return None
        return value

    def _date_order(self, field):
        """The ``DateOrder`` of a column in all tables; an order that nothing proves is named."""
        if field not in self._orders:
            order = self._orders[field] = date_order(self._cells(field))
            if not order.is_proved:
                place = self.sheet.name, self.blocks[0].header.row + 1, self.column(field)
                label = {"text": self.labels[field]}
                self.problems.append(Problem("unproved_dates", *place, label["text"], label))
        return self._orders[field]

    def _cells(self, field):
        for block in self.blocks:
            column = block.header.columns.get(field, -1)
            for row in block.sheet.rows[block.header.row + 1 : block.end]:
                if 0 <= column < len(row):
                    yield row[column]

    def leave(self, reason):
        """The current row holds nothing to read, for a key of ``accounting.REASONS``."""
        self.sheet.leave(self.row_number - 1, None, reason)

    def number(self, field, optional=False):
        return self._parsed(field, parse_number, optional)

    def value(self, field, parse):
        """What ``parse`` makes of the cell; None after a problem with the code of its error."""
        return self._parsed(field, parse, optional=True)

    def yes_no(self, field):
        return self._parsed(field, parse_yes_no)

    def gender(self, field="gender"):
        return self._parsed(field, parse_gender)

    def class_name(self, field="class_name"):
        """The class of the column, else that of the section of the row or, in a list that
        writes each class once, that of the rows above."""
        if self.section and not self.text(field):
            return self.section
        text = self.text(field, required=True)
        found = read_class(text) if text else None
        if self._is_class_once:
            self.section = found
        return found

    def _writes_class_once(self, block):
        """Whether each class stands once, left of the names of its pupils: in a merged cell."""
        columns = block.header.columns
        place = columns.get("class_name", -1)
        names = [columns[field] for field in ("name", "surname") if field in columns]
        if place < 0 or not names or place > min(names):
            return False
        rows = block.sheet.rows[block.header.last + 1 : block.end]
        texts = [clean(row[place]) if place < len(row) else "" for row in rows if any(row)]
        classes = [fold(text) for text in texts if text]
        return bool(texts and texts[0]) and len(classes) == len(set(classes)) < len(texts)

    def _parsed(self, field, parse, optional=False):
        cell = self.raw(field)
        try:
            return parse(cell)
        except BadValue as error:
            code = error.args[0]
            self.problem(LEFT_EMPTY.get(code, code) if optional else code, field, clean(cell))
            return None
