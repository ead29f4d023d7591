"""Invented files in the headings in which the federal system of VPR gives results out."""

import io

import xlsxwriter

MARK = "Отметка за предыдущий триместр/ четверть/полугодие"


def book(**sheets):
    """An xlsx file of ``{name of a sheet: rows}``."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for index, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell not in ("", None):
                        sheet.write(index, place, cell)
    return target.getvalue()


def of_2020(*pupils, tasks=3, login="sch1"):
    """Rows of the heading of 2020; a pupil is (code, class, variant, mark, points)."""
    heading = ["groups", "user", "id", "code", "otc", "gender", "klass", "var-1", "var-2", "sum"]
    heading += [f"a-{number}-grade" for number in range(1, tasks + 1)]
    heading += ["Учебник", f"a-{tasks + 2}-grade", f"a-{tasks + 3}-grade"]
    return [heading] + [
        ["00-RU", login, place, code, mark, "м", klass, variant, "", _sum(points), *points]
        for place, (code, klass, variant, mark, points) in enumerate(pupils, start=1)
    ]


def of_2021(*pupils, tasks=3, login="sch1"):
    heading = ["логин школы", "регион", "номер обучающегося", "код обучающегося"]
    heading += ["отметка за предыдущую четверть/триместр", "пол", "класс", "вариант"]
    heading += ["всего баллов", *(f"балл за {number}" for number in range(1, tasks + 1))]
    heading += ["Учебник", "Др.уч. автор", "Др.уч. название"]
    return [heading] + [
        [login, "регион", str(place), code, mark, "ж", klass, variant, _sum(points), *points]
        for place, (code, klass, variant, mark, points) in enumerate(pupils, start=1)
    ]


def of_2022(*pupils, tasks=("1 (1б)", "2(1) (1б)", "2(2) (2б)"), total=None):
    """The sheet «Протокол» of 2022; ``total`` replaces the totals of the file."""
    heading = ["Пользователь", "Школа", "Дата загрузки", "Код", "Вариант", *tasks]
    heading += ["Наименование класса", "Пол", MARK, "Итого баллов"]
    return [heading] + [
        ["edu1", "Школа", "17.03.2022 14:00:19", code, variant, *points]
        + [""] * (len(tasks) - len(points))
        + [klass, "м", mark, _sum(points) if total is None else total]
        for code, klass, variant, mark, points in pupils
    ]


def _sum(points):
    return sum(one for one in points if isinstance(one, int))
