"""The workbook of a class test: sheets «Информация», «Сбор информации», maybe «План работы»."""

from .. import limits
from ..accounting import REPEATED, ROW_NUMBER, SERVICE, TOTAL
from ..broken_cells import UNCOUNTED
from ..cells import BadValue, parse_date
from ..headers import header_key, is_row_number, mismatch
from ..layout import RESULTS, Extract, Layout
from ..names import clean, fold, is_person, parse_class
from ..refusals import Refused
from ..titles import Titles, parse_year
from ..work_titles import procedure_of
from ..works import (
    ABSENT,
    HALF,
    LEVELS,
    PRESENT,
    FileTask,
    FileWork,
    Notes,
    WorkRow,
    check_total,
    find_cell,
    parse_attendance,
    parse_scale,
    read_points,
    whole,
)

KEY = "class_test"
# labels of the sheet of facts: those that are read, those that say nothing new
FACTS = (
    "предмет",
    "дата",
    "класс",
    "учебный год",
    "учитель",
    "тип работы",
    "примечание",
    "шаг баллов",
)
NO_FACTS = {"школа": SERVICE, "макс баллы": REPEATED, "максимальные баллы": REPEATED}
PLAN = (
    "задания",
    "№ задания",
    "номер задания",
    "уровень",
    "кэс",
    "элемент содержания",
    "кпу",
    "проверяемое умение",
    "тип ответа",
)
MAXIMA = ("макс балл", "максимальный балл", "баллы")
ANSWERS = (("выбор", "choice"), ("крат", "short"), ("разв", "long"))


class ClassTestTable:
    """The places of the table of points."""

    def __init__(self, sheet):
        self.sheet = sheet
        self.row, self.first = find_cell(sheet.rows, "баллы за задания")
        heading = [header_key(cell) for cell in sheet.rows[self.row]]
        self.last = heading.index("итог")
        self.places = {
            field: heading.index(title) if title in heading else -1
            for field, title in (
                ("name", "фио"),
                ("class_name", "класс"),
                ("attendance", "присутствие"),
                ("variant", "вариант"),
            )
        }

    def tasks(self, plan):
        numbers, maxima = self.sheet.rows[self.row + 1], self.sheet.rows[self.row + 2]
        for place in range(self.first, self.last):
            number = clean(numbers[place])
            task = plan.get(number, FileTask(number, 0))
            yield task._replace(maximum=whole(float(maxima[place])))

    def get(self, row, field):
        place = self.places[field]
        return row[place] if 0 <= place < len(row) else ""

    def claim(self):
        """Claim the headings and the numbers of the rows."""
        numbers = [
            place
            for place, cell in enumerate(self.sheet.rows[self.row])
            if is_row_number(clean(cell))
        ]
        self.sheet.leave_titles(0, self.row)
        for row in range(self.row, self.row + 3):
            self.sheet.leave_heading(row, [*numbers, *self.columns(), self.last])
        self.sheet.leave(range(self.row + 3, len(self.sheet.rows)), numbers, ROW_NUMBER)
        self.sheet.leave(range(self.row + 3, len(self.sheet.rows)), self.last, TOTAL)

    def columns(self):
        """Places of the columns that are read."""
        named = [place for place in self.places.values() if place >= 0]
        return [*named, *range(self.first, self.last)]


def recognise(sheets):
    return 1 if _find_table(sheets) else 0


def extract(sheets, today):
    sheet = _find_table(sheets)
    if not sheet:
        raise mismatch(sheets, "Баллы за задания", "ФИО", "Присутствие", "Итог")
    facts = _facts(sheets)
    if not facts:
        raise Refused("no_work_sheet")
    table = ClassTestTable(sheet)
    tasks = _tasks(table, sheets)
    table.claim()
    notes = Notes(sheet)
    rows = list(_rows(table, tasks, notes))
    work = _work(facts, tasks, lambda cell: parse_date(cell, today, epoch=sheet.epoch))
    return Extract(KEY, _titles(facts), rows, tuple(notes.problems), work)


def _find_table(sheets):
    for sheet in sheets:
        found = find_cell(sheet.rows[:10], "баллы за задания")
        heading = [header_key(cell) for cell in sheet.rows[found[0]]] if found else ()
        if {"фио", "присутствие", "итог"} <= set(heading):
            return sheet
    return None


def _facts(sheets):
    """``{label: cell}`` of the sheet «Информация», whose labels stand in any column."""
    for sheet in sheets:
        labels = {header_key(row[place]): (index, place) for index, place, row in _labels(sheet)}
        if {"предмет", "дата"} <= labels.keys():
            _claim_facts(sheet, labels)
            return {key: _beside(sheet, *found) for key, found in labels.items()}
    return {}


def _labels(sheet):
    """Yield the index, the place of the label and the row of each line of a label and a value."""
    for index, row in enumerate(sheet.rows):
        place = next((place for place, cell in enumerate(row) if cell != ""), -1)
        if 0 <= place < len(row) - 1 and isinstance(row[place], str):
            yield index, place, row


def _beside(sheet, index, place):
    return sheet.rows[index][place + 1]


def _claim_facts(sheet, labels):
    for key, (index, place) in labels.items():
        if key in FACTS:
            sheet.take_row(index, (place, place + 1))
        elif key in NO_FACTS:
            sheet.leave(index, (place, place + 1), NO_FACTS[key])


def _titles(facts):
    return Titles(
        class_name=parse_class(clean(facts.get("класс", ""))),
        year=parse_year(clean(facts.get("учебный год", ""))),
        teacher=clean(facts.get("учитель", "")),
        subject=clean(facts["предмет"]),
    )


def _work(facts, tasks, read_day):
    title = clean(facts.get("тип работы", ""))
    try:
        day = read_day(facts["дата"])
    except BadValue:
        day = None
    return FileWork(
        procedure=procedure_of(title),
        title=title,
        subject=clean(facts["предмет"]),
        day=day,
        tasks=tasks,
        scale=parse_scale(facts.get("примечание", "")),
        step=HALF if clean(facts.get("шаг баллов", "")).replace(",", ".") == "0.5" else 1,
    )


def _tasks(table, sheets):
    try:
        return tuple(table.tasks(_plan(sheets)))
    except (ValueError, TypeError, IndexError):
        raise mismatch(sheets, "Баллы за задания") from None


def _plan(sheets):
    """``{number: Task}`` of the sheet «План работы»; empty when there is none."""
    for sheet in sheets:
        found = find_cell(sheet.rows[: limits.HEADER_ROWS], "кэс")
        if found:
            return _plan_of(sheet, found[0])
    return {}


def _plan_of(sheet, header):
    heading = [header_key(clean(cell)) for cell in sheet.rows[header]]
    places = [place for place, key in enumerate(heading) if key in PLAN]
    maxima = [place for place, key in enumerate(heading) if key in MAXIMA]
    sheet.leave_titles(0, header)
    sheet.leave_heading(header, [*places, *maxima])
    for index in range(header + 1, len(sheet.rows)):
        sheet.take_row(index, places)
        # the table of points says the same
        sheet.leave(index, maxima, REPEATED)
    rows = sheet.rows[header + 1 :]
    lines = [dict(zip(heading, map(clean, row), strict=False)) for row in rows]
    return {line["задания"]: _planned(line) for line in map(_by_number, lines) if line}


def _by_number(line):
    number = line.get("задания") or line.get("№ задания") or line.get("номер задания")
    return line | {"задания": number} if number else None


def _planned(line):
    answer = fold(line.get("тип ответа", ""))
    return FileTask(
        line["задания"],
        0,
        LEVELS.get(fold(line.get("уровень", "")), ""),
        tuple(filter(None, (line.get("кэс"), line.get("элемент содержания")))),
        tuple(filter(None, (line.get("кпу"), line.get("проверяемое умение")))),
        next((kind for word, kind in ANSWERS if answer.startswith(word)), ""),
    )


def _rows(table, tasks, notes):
    for index in range(table.row + 3, len(table.sheet.rows)):
        row = table.sheet.rows[index]
        name = clean(table.get(row, "name"))
        notes.row = index + 1
        if not name:
            _leave_nameless(table, row, notes)
        else:
            notes.take(table.columns())
            found = _row(table, row, name, tasks, notes)
            if found:
                yield found


def _leave_nameless(table, row, notes):
    """A row without a name: of the empty form, with zeros at most, or with points of nobody."""
    cells = [clean(cell) for cell in row[table.first : table.last + 1]]
    if all(cell in ("", "0", UNCOUNTED) for cell in cells):
        notes.leave(range(table.first, table.last + 1), SERVICE)
    else:
        notes.note("row_without_name", table.places["name"])


def _row(table, row, name, tasks, notes):
    if not is_person(name, lone=True):
        return notes.note("not_a_name", table.places["name"], name)
    cells = [row[place] if place < len(row) else "" for place in range(table.first, table.last)]
    try:
        attendance = parse_attendance(table.get(row, "attendance"))
    except BadValue:
        text = clean(table.get(row, "attendance"))
        return notes.note("bad_attendance", table.places["attendance"], text)
    written = [cell for cell in cells if clean(cell) not in ("", "0")]
    if not attendance:
        attendance = PRESENT if written else ABSENT
        if not written:
            notes.note("did_not_write", table.places["attendance"])
    points = ()
    if attendance == PRESENT:
        points = read_points(notes, row, dict(enumerate(tasks, start=table.first)), HALF)
        if points is None:
            return None
        total = row[table.last] if table.last < len(row) else ""
        check_total(notes, total, table.last, points)
    elif written:
        notes.note("points_of_absent", table.first)
    variant = clean(table.get(row, "variant"))
    class_name = parse_class(clean(table.get(row, "class_name")))
    return WorkRow(notes.sheet.name, notes.row, name, "", class_name, attendance, variant, points)


LAYOUT = Layout(
    KEY,
    title="Workbook of a class test",
    order=70,
    recognise=recognise,
    extract=extract,
    loader="works",
    asks=RESULTS,
)
