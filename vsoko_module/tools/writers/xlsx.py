"""Hardened XLSX writer: text stays text, numbers are numbers, missing is said in words."""

import io
import math
import textwrap
from datetime import date

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from ..numbers import rounded
from .cells import CHANGE, CODE, DATE, PERCENT, TEXT, as_cell, cell_sign, digits_of, kind_of
from .sheet_names import legal_name

MAX_TEXT = 32767
# what a cell does not hold is said in it
CUT = " … [текст не поместился в ячейку, ещё %s зн.]"
MIN_WIDTH, MAX_WIDTH, ROOM = 6, 60, 2
# a Russian letter in widths of the digit by which columns are measured
LETTER = 1.1
# points: one line of text, and the tallest row that a spreadsheet takes
LINE_HEIGHT, MAX_HEIGHT = 15, 409
SAFE = {
    # parts in files of the system would need room on a disk that may be full
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_HEADING = {
    "bold": True,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "center",
    "border": 1,
    "bg_color": "#E9EEF6",
}
_TITLE = {"bold": True, "font_size": 14}
_REMARK = {"font_color": "#B02A37", "bold": True}


class XlsxWriter:
    """One workbook, written sheet by sheet.

    :param missing: words that stand for None («нет данных»)
    :param footer: text under every printed page; ``&P`` and ``&N`` are the page numbers
    """

    def __init__(self, missing="", footer=""):
        self.missing = missing
        self.footer = footer
        self._buffer = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, SAFE)
        self._formats = {}

    def set_title(self, title, author=""):
        """Properties of the document."""
        self._book.set_properties({"title": title, "author": author})

    def sheet(self, name):
        """A new ``WrittenSheet`` with a legal and unique name made from ``name``."""
        taken = [sheet.get_name() for sheet in self._book.worksheets()]
        return WrittenSheet(self, self._book.add_worksheet(legal_name(name, taken)))

    def close(self):
        """Finish the workbook and return its bytes."""
        self._book.close()
        return self._buffer.getvalue()

    def format(self, **properties):
        """The format with these properties, made once for the workbook."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


class WrittenSheet:
    """A sheet filled from top to bottom; landscape, one page wide."""

    def __init__(self, writer, worksheet):
        self.writer = writer
        self.row = 0
        self._worksheet = worksheet
        self._widths = {}
        # (row, column, text) of texts that may need more lines than one
        self._long_texts = []
        self._looks = {}
        worksheet.set_landscape()
        worksheet.set_paper(9)
        worksheet.fit_to_pages(1, 0)
        worksheet.set_footer(f"&C{writer.footer}" if writer.footer else "")

    @property
    def name(self):
        return self._worksheet.get_name()

    def title(self, text):
        """A line in large print."""
        self._line(text, _TITLE)

    def text(self, text):
        """A line of plain text."""
        self._line(text, {})

    def skip(self):
        """Leave a line empty."""
        self.row += 1

    def hidden_choices(self, label, values):
        """A line that nobody sees, with values to choose from; what ``Column.choices`` takes.

        A list in a rule itself has its values between commas, so it has none with a decimal comma.
        """
        self._worksheet.write_string(self.row, 0, label)
        for place, value in enumerate(values, start=1):
            self._worksheet.write(self.row, place, value)
        self._worksheet.set_row(self.row, None, None, {"hidden": True})
        self.row += 1
        return f"={xl_range_abs(self.row - 1, 1, self.row - 1, len(values))}"

    def table(self, columns, rows, freeze=True, spare=0):
        """A table with a heading; each row gives one value or ``Cell`` for each column.

        With ``freeze`` the heading and that many columns stay in sight, the heading is repeated
        on every printed page, so that is for the main table of a sheet. The choices of columns
        also hold in ``spare`` empty rows under the table.
        """
        self._heading(columns)
        first = self.row
        if freeze:
            self._worksheet.freeze_panes(self.row, int(freeze))
            self._worksheet.repeat_rows(self.row - 1)
        for values in rows:
            for index, (column, value) in enumerate(zip(columns, values, strict=True)):
                self._cell(index, column, as_cell(value))
            self.row += 1
        self._limit_choices(columns, first, self.row + spare - 1)
        codes = {index for index, column in enumerate(columns) if column.kind == CODE}
        for index in self._widths:
            # what is typed under the table is text as well
            look = self.writer.format(num_format="@") if index in codes else None
            self._worksheet.set_column(index, index, self._width(index), look)
        self._set_heights()

    def protect(self):
        """Let people type into open columns only; widths of columns stay free."""
        self._worksheet.protect(options={"format_columns": True, "format_rows": True})

    def plain(self, rows, remarks=None):
        """Rows as they are, kinds by the Python types of the values.

        :param remarks: ``{index of a row: text}`` for a last column of its own
        """
        place = max(map(len, rows), default=0)
        for index, row in enumerate(rows):
            for column, value in enumerate(row):
                self._plain_cell(column, value)
            if remarks and index in remarks:
                self._text(place, remarks[index], self.writer.format(**_REMARK))
            self.row += 1
        for index in self._widths:
            self._worksheet.set_column(index, index, self._width(index))

    def _plain_cell(self, index, value):
        if isinstance(value, bool) or value is None or value == "":
            return
        if isinstance(value, int | float) and math.isfinite(value):
            self._worksheet.write_number(self.row, index, value)
        elif isinstance(value, date):
            look = self.writer.format(**_kind_properties(DATE, 0))
            self._worksheet.write_datetime(self.row, index, value, look)
            self._widen(index, 10)
        else:
            self._text(index, str(value), self.writer.format())

    def _limit_choices(self, columns, first, last):
        for index, column in enumerate(columns):
            choices = column.choices
            if choices and first <= last:
                rule = {
                    "validate": "list",
                    "source": choices if isinstance(choices, str) else list(choices),
                    "error_message": column.refusal,
                }
                self._worksheet.data_validation(first, index, last, index, rule)

    def _line(self, text, properties):
        look = self.writer.format(**properties)
        for start in range(0, len(text) or 1, MAX_TEXT):
            self._worksheet.write_string(self.row, 0, text[start : start + MAX_TEXT], look)
            self.row += 1

    def _heading(self, columns):
        look = self.writer.format(**_HEADING)
        for index, column in enumerate(columns):
            self._worksheet.write_string(self.row, index, fitting(column.title), look)
            if column.note:
                self._worksheet.write_comment(self.row, index, fitting(column.note))
            longest_word = max(map(len, column.title.split()), default=0)
            self._widen(index, longest_word)
            self._long_texts.append((self.row, index, column.title))
        self.row += 1

    def _cell(self, index, column, cell):
        kind, digits = kind_of(column, cell), digits_of(column, cell)
        look = self._look(kind, digits, cell, column.is_open)
        if cell.value is None:
            self._text(index, self.writer.missing, look)
        elif cell.formula:
            self._worksheet.write_formula(self.row, index, cell.formula, look, cell.value)
        elif kind in (TEXT, CODE):
            self._text(index, str(cell.value), look)
        elif kind == DATE:
            self._worksheet.write_datetime(self.row, index, cell.value, look)
            self._widen(index, 10)
        else:
            # a spreadsheet rounds as tools.numbers does, but would show «-0,0» for a small loss
            number = cell.value if rounded(cell.value, digits) else 0
            self._worksheet.write_number(self.row, index, number, look)
            self._widen(index, len(str(int(cell.value))) + digits + 2)

    def _look(self, kind, digits, cell, is_open):
        """The format of a cell; cells of a table share a few of them."""
        key = (kind, digits, cell.bold, cell.fill, cell.value is None, is_open)
        look = self._looks.get(key)
        if look is None:
            properties = _properties(kind, digits, cell) | ({"locked": False} if is_open else {})
            look = self._looks[key] = self.writer.format(**properties)
        return look

    def _text(self, index, text, look):
        text = fitting(text)
        self._worksheet.write_string(self.row, index, text, look)
        lines = text.splitlines()
        longest = max(map(len, lines), default=0)
        self._widen(index, longest)
        if len(lines) > 1 or longest > MAX_WIDTH - ROOM:
            self._long_texts.append((self.row, index, text))

    def _widen(self, index, width):
        self._widths[index] = max(self._widths.get(index, 0), width)

    def _width(self, index):
        return min(max(self._widths[index] + ROOM, MIN_WIDTH), MAX_WIDTH)

    def _set_heights(self):
        """Give rows of several lines their height: not every spreadsheet does it by itself."""
        heights = {}
        for row, index, text in self._long_texts:
            height = LINE_HEIGHT * _count_lines(text, self._width(index))
            heights[row] = min(max(height, heights.get(row, 0)), MAX_HEIGHT)
        for row, height in heights.items():
            if height > LINE_HEIGHT:
                self._worksheet.set_row(row, height)


def fitting(text):
    """A text as a cell holds it: of a longer one the beginning and how much is left out."""
    if len(text) <= MAX_TEXT:
        return text
    room = MAX_TEXT - len(CUT) - len(str(len(text)))
    return text[:room] + CUT % (len(text) - room)


def _count_lines(text, width):
    """How many lines a text takes in a column of that many signs."""
    room = max(int(width / LETTER), 1)
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.splitlines())


def _properties(kind, digits, cell):
    """Properties of the format of a cell."""
    properties = {"border": 1, "valign": "top"}
    if cell.bold:
        properties["bold"] = True
    if cell.fill:
        properties["bg_color"] = cell.fill
    if cell.value is None:
        return properties | {"font_color": "#6C757D", "align": "center"}
    look = _kind_properties(kind, digits)
    if sign := cell_sign(kind, cell):
        look["num_format"] = f'"{sign} "{look["num_format"]}'
    return properties | look


def _kind_properties(kind, digits):
    if kind == TEXT:
        return {"text_wrap": True}
    if kind == CODE:
        return {"num_format": "@"}
    if kind == DATE:
        return {"num_format": "dd.mm.yyyy", "align": "center"}
    number = "#,##0" + ("." + "0" * digits if digits else "")
    if kind == PERCENT:
        number += '"%"'
    if kind == CHANGE:
        number = f"+{number};-{number};{number}"
    return {"num_format": number}
