"""Import of 50 000 marks against Odoo's `load()` and against reading the file and one COPY."""

import base64
import io
import time

import xlsxwriter
from python_calamine import CalamineWorkbook

CLASSES = 30
PUPILS = 25
SUBJECTS = 14
PERIODS = ("1 четверть", "2 четверть", "3 четверть", "4 четверть", "Год")
ROUNDS = 3
COLUMNS = ("student_id", "class_id", "subject_id", "period_id", "value", "status")


def main(env):
    """Yield (what is compared, ratio, budget) rows."""
    school = _School(env)
    ours = min(school.timed(school.load_file) for _round in range(ROUNDS))
    copied = min(school.timed(school.read_and_copy) for _round in range(ROUNDS))
    theirs = school.timed(school.odoo_load)
    yield "import of 50 000 marks / (reading the file + one COPY)", ours / copied, "≤ 3"
    yield "Odoo's load() of the same marks / import", theirs / ours, "≥ 20"


class _School:
    """A school with classes and pupils, and a workbook with their marks of a year."""

    def __init__(self, env):
        self.env = env
        self.year = env["vsoko.year"].create(
            {
                "name": "2025/2026",
                "date_start": "2025-09-01",
                "date_end": "2026-08-31",
                "state": "current",
            }
        )
        self.year.action_make_quarters()
        self.classes = env["vsoko.class"].create(
            [
                {"year_id": self.year.id, "grade": 2 + place % 10, "letter": "АБВ"[place // 10]}
                for place in range(CLASSES)
            ]
        )
        self.pupils = env["vsoko.student"].create(
            [{"name": f"{_surname(number)} Имя Отчествович"} for number in range(CLASSES * PUPILS)]
        )
        env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": self.classes[number // PUPILS].id,
                    "date_from": self.year.date_start,
                }
                for number, pupil in enumerate(self.pupils)
            ]
        )
        self.subjects = env["vsoko.subject"].search([], limit=SUBJECTS)
        self.periods = self.year.period_ids.sorted(lambda one: (one.kind == "year", one.number))
        self.content = self._workbook()
        self.rows = self._rows()
        env.cr.commit()

    def _mark(self, pupil, subject, period):
        return 2 + (pupil * 7 + subject * 3 + period) % 4

    def _workbook(self):
        target = io.BytesIO()
        with xlsxwriter.Workbook(target) as book:
            for place, school_class in enumerate(self.classes):
                self._write_class(book.add_worksheet(school_class.name), place, school_class)
        return target.getvalue()

    def _write_class(self, sheet, place, school_class):
        sheet.write(0, 0, f"Класс: {school_class.name}   Учебный год: {self.year.name}")
        sheet.write_row(2, 0, ["№", "ФИО", "Период", *self.subjects.mapped("name")])
        line = 3
        for number in range(place * PUPILS, (place + 1) * PUPILS):
            sheet.write(line, 1, self.pupils[number].name)
            for period, name in enumerate(PERIODS):
                marks = [self._mark(number, subject, period) for subject in range(SUBJECTS)]
                sheet.write_row(line, 2, [name, *marks])
                line += 1

    def _rows(self):
        return [
            (
                pupil.id,
                self.classes[number // PUPILS].id,
                subject.id,
                self.periods[period].id,
                self._mark(number, place, period),
                "graded",
            )
            for number, pupil in enumerate(self.pupils)
            for place, subject in enumerate(self.subjects)
            for period in range(len(PERIODS))
        ]

    def timed(self, function):
        """Seconds of one run that begins without marks and ends with all of them."""
        self.env.cr.execute("TRUNCATE vsoko_mark")
        self.env.cr.commit()
        self.env.invalidate_all()
        started = time.perf_counter()
        function()
        self.env.flush_all()
        seconds = time.perf_counter() - started
        self.env.cr.execute("SELECT count(*) FROM vsoko_mark")
        found = self.env.cr.fetchone()[0]
        if found != len(self.rows):
            raise AssertionError(f"{found} marks of {len(self.rows)} are there.")
        self.env.cr.rollback()
        return seconds

    def load_file(self):
        record = self.env["vsoko.import"].create(
            {"name": "marks.xlsx", "file": base64.b64encode(self.content)}
        )
        record._load()

    def read_and_copy(self):
        book = CalamineWorkbook.from_filelike(io.BytesIO(self.content))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
        lines = "".join("\t".join(map(str, row)) + "\n" for row in self.rows)
        columns = ", ".join(COLUMNS)
        self.env.cr.copy_expert(f"COPY vsoko_mark ({columns}) FROM STDIN", io.StringIO(lines))

    def odoo_load(self):
        names = [f"{name}/.id" if name.endswith("_id") else name for name in COLUMNS]
        result = self.env["vsoko.mark"].load(names, [list(map(str, row)) for row in self.rows])
        if result["messages"]:
            raise AssertionError(result["messages"][:3])


def _surname(number):
    letters = "абвгдежзиклмнопрстуфхцчшщэюя"
    size = len(letters)
    return f"Фам{letters[number % size]}{letters[number // size % size]}ин"
