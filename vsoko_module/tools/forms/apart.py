"""A form whose file is opened in another process each time that something is asked of it."""

from .. import apart
from ..readers.refusals import Refused
from .marks import FormNumber, parse_marks
from .problem import FormProblem
from .workbook import FormWorkbook, MarkedCell


class FormApart:
    """What ``FormWorkbook`` is, for files that nobody has checked yet.

    All that is known of the file is asked at once; another place costs another process.

    :param places: ``(sheet, cell)`` that will be asked for beside the marked ones
    :param in_words: the ``Refused`` of a file → the exception that every method raises instead
    :raise Refused: for what ``FormWorkbook`` refuses, and for a file that needs too much
        memory or time
    """

    def __init__(self, content, places=(), in_words=lambda refused: refused):
        self._content = content
        self._in_words = in_words
        self._problems, self._texts = {}, {}
        self.sheets, self._marked = self._look(places)

    def marked(self):
        return [MarkedCell(*place, text, parse_marks(text)) for *place, text in self._marked]

    def problem(self, sheet, cell):
        self._know(sheet, cell)
        return self._problems[sheet, cell]

    def text(self, sheet, cell):
        self._know(sheet, cell)
        return self._texts[sheet, cell]

    def fill(self, values):
        """Bytes of the filled form, see ``Form.fill``."""
        given = [(*place, *_spread(value)) for place, value in values.items()]
        return self._ask("forms.apart:fill", given)

    def _ask(self, job, argument):
        try:
            return apart.call(job, self._content, argument)
        except Refused as refused:
            raise self._in_words(refused) from None

    def _know(self, sheet, cell):
        if (sheet, cell) not in self._problems:
            self._look([(sheet, cell)])

    def _look(self, places):
        sheets, marked, seen = self._ask("forms.apart:look", list(places))
        for sheet, cell, problem, text in seen:
            self._problems[sheet, cell] = FormProblem(*problem) if problem else None
            self._texts[sheet, cell] = text
        return sheets, marked


def look(content, places):
    """The job of the other process: names of sheets, marked cells, and what is at each place."""
    form = FormWorkbook(content)
    marked = [(cell.sheet, cell.cell, cell.text) for cell in form.marked()]
    asked = dict.fromkeys([*(cell[:2] for cell in marked), *map(tuple, places)])
    return form.sheets, marked, [_seen(form, *place) for place in asked]


def _seen(form, sheet, cell):
    problem = form.problem(sheet, cell)
    text = "" if problem and problem.code in ("unknown_sheet", "wrong_cell") else None
    return sheet, cell, problem, form.text(sheet, cell) if text is None else text


def fill(content, values):
    """The job of the other process: bytes of the filled form."""
    return FormWorkbook(content).fill(
        {(sheet, cell): _whole(*rest) for sheet, cell, *rest in values}
    )


def _spread(value):
    """A value as it travels between processes: what it is, and a ``FormNumber`` by its parts."""
    if isinstance(value, FormNumber):
        return "number", (value.value, value.digits, value.is_percent)
    return "plain", value


def _whole(kind, value):
    return FormNumber(*value) if kind == "number" else value
