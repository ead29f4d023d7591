"""Files that people fill in and load back: templates, and a file with remarks beside its rows.

Headings and titles are those that ``tools.readers`` recognises.
"""

from .. import apart
from ..readers.layouts import codifier, contingent, load, staff
from ..readers.refusals import Refused
from ..readers.sniff import read_sheets
from .cells import CODE, DATE, INTEGER, NUMBER, Cell, Column
from .xlsx import XlsxWriter

MARKS = ("5", "4", "3", "2", "н/а", "осв", "зач", "незач")
WORDS = {"not_attested": "н/а", "released": "осв", "passed": "зач", "failed": "незач"}
SPARE_ROWS = 300
REMARKS = "Замечания"
_YES_NO = ("да", "нет")
_CODIFIERS = {
    codifier.ELEMENT: ("КЭС", "Кодификатор элементов содержания"),
    codifier.SKILL: ("КПУ", "Кодификатор проверяемых умений (планируемых результатов)"),
}


def marks_template(school_year, class_name, period, subjects, pupils):
    """The ledger of a class and period with its pupils and the marks that are known.

    :param subjects: names of the subjects
    :param pupils: ``[(name, {subject: (value, status)})]``
    :return: bytes of an xlsx file
    """
    writer = XlsxWriter()
    sheet = writer.sheet(f"{class_name} {period}")
    sheet.title("Сводная ведомость учёта успеваемости")
    for line in (f"Учебный год: {school_year}", f"Класс: {class_name}", f"Период: {period}"):
        sheet.text(line)
    sheet.skip()
    columns = [Column("№", INTEGER), Column("ФИО")]
    columns += [Column(subject, choices=MARKS) for subject in subjects]
    rows = [
        [number, name, *(_mark(marks.get(subject)) for subject in subjects)]
        for number, (name, marks) in enumerate(pupils, start=1)
    ]
    sheet.table(columns, rows)
    return writer.close()


def _mark(mark):
    value, status = mark or (0, "")
    return Cell(value, kind=INTEGER, digits=0) if status == "graded" else WORDS.get(status)


def _template(name, titles, columns, rows):
    writer = XlsxWriter()
    sheet = writer.sheet(name)
    for title in titles:
        sheet.title(title)
    sheet.skip()
    sheet.table(columns, rows, spare=SPARE_ROWS)
    return writer.close()


def contingent_template(school_year, classes, pupils):
    """The list of pupils; each pupil is a dict by the fields of ``contingent.LABELS``."""
    kinds = {"birthdate": DATE, "date_from": DATE, "date_to": DATE}
    choices = {"gender": ("М", "Ж"), "class_name": tuple(classes)}
    columns = _columns(contingent.LABELS, kinds, choices)
    title = f"Списочный состав обучающихся в {school_year} учебном году"
    return _template("Контингент", [title], columns, _rows(contingent.LABELS, pupils))


def staff_template(people):
    """The list of staff; each person is a dict by the fields of ``staff.LABELS``."""
    dates = ("birthdate", "category_date", "hired", "last_course")
    kinds = dict.fromkeys(dates, DATE) | {"experience": INTEGER}
    choices = dict.fromkeys(("pedagogic", "pedagogic_education", "fgos_course"), _YES_NO)
    columns = _columns(staff.LABELS, kinds, choices)
    return _template("Кадры", ["Кадровый состав"], columns, _rows(staff.LABELS, people))


def load_template(school_year, classes, lessons):
    """The teaching load; each lesson is a dict by the fields of ``load.LABELS``."""
    kinds = {"date_from": DATE, "date_to": DATE, "hours": NUMBER}
    columns = _columns(load.LABELS, kinds, {"class_name": tuple(classes)})
    title = f"Учебная нагрузка педагогов на {school_year} учебный год"
    return _template("Нагрузка", [title], columns, _rows(load.LABELS, lessons))


def codifier_template(lines):
    """The codifiers of subjects: ``{codifier.ELEMENT or SKILL: lines}``, each line a dict by the
    fields of ``codifier.LABELS``."""
    writer = XlsxWriter()
    grades = {"grade_from": INTEGER, "grade_to": INTEGER}
    for kind, (name, title) in _CODIFIERS.items():
        sheet = writer.sheet(name)
        sheet.title(title)
        sheet.skip()
        labels = codifier.LABELS[kind]
        columns = _columns(labels, grades | {"code": CODE, "parent": CODE}, {})
        sheet.table(columns, _rows(labels, lines[kind]), spare=SPARE_ROWS)
    return writer.close()


def _columns(labels, kinds, choices):
    return [
        Column(label, kinds.get(field, "text"), choices=fitting(choices.get(field, ())))
        for field, label in labels.items()
    ]


def fitting(choices):
    """A spreadsheet holds at most 255 characters of choices: longer lists stay free."""
    return choices if len(",".join(choices)) <= 255 else ()


def _rows(labels, records):
    return [[record.get(field) for field in labels] for record in records]


def with_remarks(sheets, remarks):
    """The sheets of a file as an xlsx file with a last column of remarks.

    :param sheets: ``tools.readers.sheet.Sheet`` of the file
    :param remarks: ``{(name of a sheet, number of a row from 1): text}``; row 0 is the sheet
    """
    writer = XlsxWriter()
    known = {sheet.name for sheet in sheets}
    general = [
        f"{name}, {row}: {text}" if name and row else text
        for (name, row), text in remarks.items()
        if not row or name not in known
    ]
    if general:
        page = writer.sheet(REMARKS)
        for text in general:
            page.text(text)
    for sheet in sheets:
        own = {row - 1: text for (name, row), text in remarks.items() if name == sheet.name and row}
        writer.sheet(sheet.name).plain(sheet.rows, own)
    return writer.close()


def with_remarks_apart(content, remarks):
    """The same of a file from outside, in another process; of one that is refused the remarks."""
    given = [(*place, text) for place, text in remarks.items()]
    try:
        return apart.call("writers.import_files:add_remarks", content, given)
    except Refused:
        return with_remarks([], remarks)


def add_remarks(content, remarks):
    """The job of the other process."""
    texts = {(name, row): text for name, row, text in remarks}
    return with_remarks(read_sheets(content), texts)
