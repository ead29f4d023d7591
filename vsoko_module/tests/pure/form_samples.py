"""Forms for tests: workbooks as a municipality makes them, with marks in some cells."""

import io
import zipfile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def municipal_form():
    """Two sheets: figures with formats, a merged heading, totals; and a reference sheet."""
    book = Workbook()
    page = book.active
    page.title = "Форма 1"
    page.merge_cells("A1:D1")
    page["A1"] = "Мониторинг: {{школа}}, {{период}} {{учебный год}}"
    page["A1"].font = Font(bold=True, size=14)
    page.append(["Показатель", "Значение", "Число", "База"])
    page.append(["Качество", "{{quality}}", "{{quality.count}}", "{{quality.base}}"])
    page["B3"].number_format = "0.0%"
    page.append(["Качество 5А", "{{ QUALITY | класс: 5а }}", None, None])
    page["B4"].number_format = '0.0"%"'
    page.append(["На дату", "{{end}}", None, None])
    page["B5"].number_format = "dd.mm.yyyy"
    page["B6"] = "=SUM(C3:C5)"
    page["B7"] = "Доля {{quality}} % из {{quality.base}} отметок"
    page.column_dimensions["A"].width = 41
    page.print_title_rows = "2:2"
    page.page_setup.orientation = "landscape"
    page.freeze_panes = "B3"
    choices = DataValidation(type="list", formula1='"да,нет"')
    page.add_data_validation(choices)
    choices.add("D9")
    page.conditional_formatting.add(
        "B3", CellIsRule(operator="lessThan", formula=["50"], fill=PatternFill("solid", "FFC7CE"))
    )
    chart = BarChart()
    chart.add_data(Reference(page, min_col=3, min_row=2, max_row=3), titles_from_data=True)
    page.add_chart(chart, "F2")
    other = book.create_sheet("Справочник")
    other["A1"] = "Код"
    other["B1"] = "Имя"
    other["A2"] = "='Форма 1'!B3"
    other.add_table(Table(displayName="Codes", ref="A1:B3"))
    return saved(book)


def form_with(cells):
    """A form of one sheet «Лист» with ``{address: value}``."""
    book = Workbook()
    page = book.active
    page.title = "Лист"
    for address, value in cells.items():
        page[address] = value
    return saved(book)


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content, changes):
    """The archive with parts replaced, added or (None) removed."""
    parts = parts_of(content) | changes
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if data is not None:
                archive.writestr(name, data)
    return target.getvalue()
