"""The table of points of VPR in the headings that the federal system has had over the years.

2020: groups, user, code, klass, var-1, a-1-grade…; 2021: логин школы, код обучающегося, балл за 1…;
2022: Пользователь, Код, Вариант, 1 (1б)…; the form of collection: Код участника, Вариант…
"""

import re
from collections import defaultdict
from itertools import chain

from . import limits
from .accounting import PERSONAL, SERVICE
from .headers import header_key
from .names import clean, fold
from .works import find_tasks, parse_task_label, with_own_numbers

CODES = ("код участника", "код", "код обучающегося", "code")
RETURNED = "первичный балл"
VARIANT = re.compile(r"(?:вариант|var)\b.*")
# the first key of a field that a heading begins with; the whole heading for those in quotes
FIELDS = {
    "class_number": ("порядковый номер класса", "класс список формируется"),
    "class_name": ("наименование класса",),
    "class_letter": ("класс", "klass"),
    "mark": ("отметка за предыдущ", "otc"),
    "total": ("итого баллов", "всего баллов", "итого", "сумма баллов", "sum"),
    "school": ("пользователь", "логин школы", "user", "login"),
}
BEGINNINGS = ("класс список формируется", "отметка за предыдущ", "итого баллов")
IGNORED = {
    PERSONAL: ("пол", "gender"),
    SERVICE: (
        "groups",
        "id",
        "регион",
        "код региона",
        "муниципалитет",
        "школа",
        "дата загрузки",
        "номер обучающегося",
        "учебник",
        "др уч автор",
        "др уч название",
        "основной учебник по предмету",
        "другое автор учебника",
        "другое название учебника",
    ),
}
TASK_KEY = re.compile(r"(?:балл за (?:задание )?(.+)|a (\d+) grade)")


class VprTable:
    """The places of one protocol.

    ``row``: index of the heading; ``columns``: {field: index}; ``variants``: indexes of the
    columns of variants; ``tasks``: {index: Task}, of the task columns that have anything in them.
    """

    def __init__(self, sheet, row):
        self.sheet = sheet
        self.row = row
        cells = [cell if isinstance(cell, str) else clean(cell) for cell in sheet.rows[row]]
        self.keys = [header_key(cell) for cell in cells]
        self.code = next((i for i, key in enumerate(self.keys) if key in CODES), -1)
        self.variants = [i for i, key in enumerate(self.keys) if VARIANT.fullmatch(key)]
        self.columns = self._find_columns()
        self.tasks = self._find_tasks(cells)

    def fits(self):
        """Whether it is a protocol: codes, variants and tasks, and no results that came back."""
        return self.code >= 0 and bool(self.variants and self.tasks) and RETURNED not in self.keys

    def _find_columns(self):
        columns = {}
        for place, key in enumerate(self.keys):
            field = next((field for field in FIELDS if _is_field(key, FIELDS[field])), None)
            if field:
                columns.setdefault(field, place)
        return columns

    def _find_tasks(self, cells):
        tasks = find_tasks(cells)
        if not tasks:
            tasks = {i: task for i, key in enumerate(self.keys) if (task := _task_of_key(key))}
            filled = {place for place in tasks if any(self.get(row, place) for row in self.body)}
            tasks = {i: tasks[i] for i in tasks if i <= max(filled, default=-1)}
        return with_own_numbers(tasks)

    @property
    def body(self):
        return self.sheet.rows[self.row + 1 :]

    def is_heading(self, row):
        """Whether a row under the heading repeats it, as at the head of each printed page."""
        return header_key(self.get(row, self.code)) in CODES

    def get(self, row, place):
        """The text of a cell of a row by its place or the name of its field, "" without one."""
        place = self.columns.get(place, -1) if isinstance(place, str) else place
        return clean(row[place]) if 0 <= place < len(row) else ""

    def claim(self):
        """Claim the heading, the titles and the columns that hold no facts for the program."""
        rows = range(self.row + 1, len(self.sheet.rows))
        self.sheet.leave_titles(0, self.row)
        read = [self.code, *self.variants, *self.columns.values(), *self.tasks]
        ignored = defaultdict(list)
        for place, key in enumerate(self.keys):
            for reason, keys in IGNORED.items():
                if key in keys and place not in read:
                    ignored[reason].append(place)
        empty = [i for i, key in enumerate(self.keys) if _task_of_key(key) and i not in self.tasks]
        self.sheet.leave_heading(self.row, [*read, *empty, *chain(*ignored.values())])
        for reason, places in ignored.items():
            self.sheet.leave(rows, places, reason)


def find_tables(sheets):
    """The protocols of a file, at most one on a sheet."""
    found = []
    for sheet in sheets:
        for row in range(min(len(sheet.rows), limits.HEADER_ROWS)):
            if any(header_key(cell) in CODES for cell in sheet.rows[row] if isinstance(cell, str)):
                table = VprTable(sheet, row)
                if table.fits():
                    found.append(table)
                    break
    return found


def _is_field(key, wanted):
    return any(key.startswith(name) if name in BEGINNINGS else key == name for name in wanted)


def _task_of_key(key):
    found = TASK_KEY.fullmatch(key)
    return parse_task_label((found[1] or found[2]).replace(" ", ".")) if found else None


def is_absent(text):
    """Whether the column of variants says that the pupil did not write."""
    return fold(text).startswith("отсут")
