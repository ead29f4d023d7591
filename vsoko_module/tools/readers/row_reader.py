"""Read typed values of a list's row and note what is wrong with them."""

from .cells import BadValue, parse_date, parse_gender, parse_number, parse_yes_no
from .headers import is_footer
from .names import clean, is_person, parse_class
from .problem import MESSAGES, Problem

# a total under a list has a label and a number or two
FOOTER_CELLS = 3


class RowReader:
    """Values of one row after another; ``ok`` turns False when a value makes the row useless.

    ``above``: rows over the heading, where the titles stand.
    """

    def __init__(self, sheet, header, labels, today):
        self.sheet = sheet
        self.labels = labels
        self.today = today
        self.problems = []
        self.ok = True
        self.row_number = 0
        self.above = sheet.rows[: header.row]
        self._first = header.row + 1
        self._columns = header.columns
        self._get = header.getter()
        self._row = ()

    def rows(self):
        """Yield the numbers of the filled rows under the heading, making each the current one.

        Totals and signatures under the list are left out.
        """
        for index in range(self._first, len(self.sheet.rows)):
            row = self.sheet.rows[index]
            filled = [cell for cell in row if cell != ""]
            if filled and not _is_footer(filled):
                self._row, self.row_number, self.ok = row, index + 1, True
                yield index + 1

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

    def problem(self, code, field="", text="", /, **params):
        """Note a problem of the current row; an error makes the row useless."""
        params.setdefault("text", text)
        place = self.sheet.name, self.row_number, self.column(field)
        self.problems.append(Problem(code, *place, text, params))
        if MESSAGES[code].severity == "error":
            self.ok = False

    def column(self, field):
        """The number of the column of a field from 1, 0 when the list has none."""
        return self._columns.get(field, -1) + 1

    def raw(self, field):
        return self._get(self._row, field)

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

    def number(self, field):
        return self._parsed(field, parse_number)

    def yes_no(self, field):
        return self._parsed(field, parse_yes_no)

    def gender(self, field="gender"):
        return self._parsed(field, parse_gender)

    def class_name(self, field="class_name"):
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


def _is_footer(filled):
    return len(filled) <= FOOTER_CELLS and isinstance(filled[0], str) and is_footer(filled[0])
