import io
import unittest
from copy import deepcopy
from dataclasses import replace

import openpyxl
from docx import Document
from report_samples import block, figure, paper, school
from tools.reports.changes import compare
from tools.reports.document import document
from tools.reports.frozen import Frozen
from tools.reports.paper import Paper, Part
from tools.reports.workbook import workbook
from tools.translation import plain


def rows_of(table):
    return [[cell.value for cell in row] for row in table.rows]


class ChangesCase(unittest.TestCase):
    def setUp(self):
        self.old = paper(texts=[("Выводы", "Первая\nВторая"), ("Рекомендации", "")])
        self.data = deepcopy(self.old.frozen.data)
        self.figures = self.data["figures"]

    def new(self, texts=None):
        texts = texts or self.old.parts[0].texts
        return paper(texts=texts, frozen=Frozen(self.data))

    def compare(self, new=None):
        return compare(self.old, new or self.new(), 1, plain)

    def tables(self, new=None):
        return {table.title: rows_of(table) for table in self.compare(new).tables}


class TestChangesOfFigures(ChangesCase):
    def test_nothing_changed(self):
        changes = self.compare()
        self.assertEqual(changes.tables, [])
        self.assertEqual(changes.title, "What has changed since version 1")
        self.assertEqual(changes.summary, "Neither figures nor texts differ from version 1.")

    def test_figure_that_differs_is_told_once(self):
        self.figures["class:2"]["quality"].update(value=44.0, n=26)
        tables = self.tables()
        self.assertEqual(
            tables, {"Figures that differ": [["Качество знаний", "=5Б", 40, 44, 4, 25, 26]]}
        )
        self.assertEqual(self.compare().summary, "Figures that differ: 1.")

    def test_what_nobody_sees_is_no_change(self):
        self.figures["class:2"]["quality"]["value"] = 40.04
        self.assertEqual(self.tables(), {})
        self.figures["class:2"]["quality"]["value"] = 40.06
        ((_name, _cell, was, now, change, *_bases),) = self.tables()["Figures that differ"]
        self.assertEqual((was, now), (40.0, 40.06))
        # the difference of what is shown: 40,1 − 40,0
        self.assertAlmostEqual(change, 0.1)

    def test_another_base_is_a_change(self):
        self.figures["class:2"]["quality"]["n"] = 30
        (row,) = self.tables()["Figures that differ"]
        self.assertEqual(row[2:], [40, 40, 0, 25, 30])

    def test_base_of_a_formula_is_no_change(self):
        self.data["indicators"]["quality"]["is_formula"] = True
        self.old.frozen.data["indicators"]["quality"]["is_formula"] = True
        self.figures["class:2"]["quality"]["n"] = 26
        self.assertEqual(self.tables(), {})
        self.figures["class:2"]["quality"]["value"] = 44.0
        ((row,),) = self.tables().values()
        self.assertEqual(row[5:], ["—", "—"])

    def test_year_before_of_a_whole_year_is_told_once(self):
        self.data["period"] = {"is_year": True}
        self.figures["school"]["quality"].update(previous=57.0, last_year=57.0)
        told = self.tables()["Values for comparison and zones that differ"]
        self.assertEqual({row[2] for row in told}, {"Previous period"})

    def test_figures_that_appeared_and_disappeared(self):
        self.figures["subject:8"]["quality"] = figure(50.0, 12)
        self.figures["class:1"]["success"] = figure(n=0, reason="empty_base")
        tables = self.tables()
        self.assertEqual(tables["Figures that appeared"], [["Качество знаний", "Физика", 50.0, 12]])
        self.assertEqual(tables["Figures that disappeared"], [["Успеваемость", "5А", 100.0, 25]])
        self.assertNotIn("Figures that differ", tables)

    def test_cell_that_is_gone_keeps_its_name(self):
        self.data["order"]["class"].remove("class:2")
        del self.data["names"]["class:2"]
        del self.figures["class:2"]
        gone = self.tables()["Figures that disappeared"]
        self.assertIn(["Качество знаний", "=5Б", 40.0, 25], gone)

    def test_what_figures_are_judged_by(self):
        self.data["indicators"]["quality"]["target"] = 60.0
        self.figures["class:2"]["quality"].update(status="acceptable", previous=51.0)
        rows = self.tables()["Values for comparison and zones that differ"]
        self.assertIn(["Качество знаний", "=5Б", "Status", "Critical", "Acceptable"], rows)
        self.assertIn(["Качество знаний", "=5Б", "Previous period", "—", "51,0\xa0%"], rows)
        self.assertIn(["Качество знаний", "=5Б", "Target", "55,0\xa0%", "60,0\xa0%"], rows)

    def test_section_that_is_off_gives_nothing_away(self):
        self.figures["teacher:3"]["quality"]["value"] = 10.0
        self.assertIn("Учитель 3", str(self.tables()))
        without = [
            replace(side, parts=[p for p in side.parts if p.frozen["code"] != "teachers"])
            for side in (self.old, self.new())
        ]
        self.assertEqual(compare(*without, 1, plain).tables, [])


class TestChangesOfTexts(ChangesCase):
    def test_lines_that_differ(self):
        changed = [("Выводы", "Первая\nДругая\nТретья"), ("Рекомендации", "Проверить")]
        new = self.new()
        new.parts[0] = new.parts[0]._replace(texts=changed)
        self.assertEqual(
            self.tables(new)["Texts that differ"],
            [
                ["Раздел", "Выводы", "Вторая", "Другая\nТретья"],
                ["Раздел", "Рекомендации", "—", "Проверить"],
            ],
        )

    def test_sections_that_came_and_went(self):
        new = self.new()
        gone = new.parts.pop(0)
        new.parts.append(Part("Новый", {"code": None, "blocks": []}, [("Выводы", "Текст")]))
        rows = self.tables(new)["Texts that differ"]
        self.assertIn([gone.name, "The section itself", "is there", "is not there"], rows)
        self.assertIn(["Новый", "The section itself", "is not there", "is there"], rows)


class TestChangesOfGivenTables(unittest.TestCase):
    def side(self, rows):
        columns = [{"title": title, "kind": "text"} for title in ("Предмет", "1 четверть")]
        frozen = school()
        frozen.data["given"] = {"marks": {"columns": columns, "rows": rows}}
        section = {"code": "marks", "blocks": [block("given", name="marks", key=[0])]}
        return Paper(frozen, "Отчёт", [], [Part("Отметки", section, [])])

    def test_cells_by_row_and_column(self):
        old = self.side([["Алгебра", "4"], ["Физика", "3"]])
        new = self.side([["Алгебра", "5"], ["Химия", "4"]])
        (table,) = compare(old, new, 2, plain).tables
        self.assertEqual(
            rows_of(table),
            [
                ["Таблица", "Алгебра", "1 четверть", "4", "5"],
                ["Таблица", "Химия", "1 четверть", "—", "4"],
                ["Таблица", "Физика", "1 четверть", "3", "—"],
            ],
        )


class TestChangesInFiles(ChangesCase):
    def setUp(self):
        super().setUp()
        self.figures["class:2"]["quality"]["value"] = 44.0
        self.paper = replace(self.new(), changes=self.compare())

    def test_word(self):
        written = Document(io.BytesIO(document(self.paper, plain)))
        self.assertIn(
            "What has changed since version 1", [part.text for part in written.paragraphs]
        )
        last = [cell.text.replace("\xa0", " ") for cell in written.tables[-2].rows[1].cells]
        self.assertEqual(last[2:5], ["■ 40,0 %", "■ 44,0 %", "+4,0"])

    def test_spreadsheet(self):
        book = openpyxl.load_workbook(io.BytesIO(workbook(self.paper, plain)))
        rows = list(book.worksheets[-1].iter_rows(values_only=True))
        self.assertIn("What has changed since version 1", rows[0])
        self.assertEqual(rows[-1][:5], ("Качество знаний", "=5Б", 40, 44, 4))
