import unittest

from report_samples import block, paper, school
from tools.reports import charts
from tools.reports.formatting import shown_rows
from tools.reports.frozen import Frozen
from tools.reports.tables import Table, build
from tools.reports.widths import shares
from tools.translation import plain
from tools.writers.cells import Cell, Column


class TestNamesOfCells(unittest.TestCase):
    """What the whole report is about is not repeated in each row."""

    def table(self, about, scopes):
        frozen = Frozen(dict(school().data, about_cell=about))
        return build(frozen, block("cells", scopes=scopes, columns=[("quality", "value")]), plain)

    def names(self, about, scope):
        table = self.table(about, [scope])
        return [table.columns[0].title, *(row[0].value for row in table.rows)]

    def test_class_in_its_own_report(self):
        self.assertEqual(
            self.names("class:1", "class_subject"), ["Subject", "Алгебра", "Физика", "=5Б, Алгебра"]
        )
        self.assertEqual(self.names("class:1", "class"), ["Class", "5А", "=5Б"])

    def test_subject_in_its_own_report(self):
        self.assertEqual(
            self.names("subject:7", "class_subject"), ["Class", "5А", "5А, Физика", "=5Б"]
        )

    def test_short_names_are_not_broken_into_lines(self):
        table = Table("", [Column("Где"), Column("Что")], [["5А, Алгебра", "да"], ["я" * 23, "да"]])
        rows = shown_rows(table, "no data")
        self.assertEqual([row[0]["look"] for row in rows], ["name", "long"])
        self.assertEqual([row[1]["look"] for row in rows], ["", ""])

    def test_whole_school_and_reports_of_earlier_versions(self):
        for about in ("", None, "association:4"):
            self.assertEqual(
                self.names(about, "class_subject"),
                ["Class and subject", "5А, Алгебра", "5А, Физика", "=5Б, Алгебра"],
            )


class TestWidths(unittest.TestCase):
    def parts(self, table):
        return [round(part, 2) for part in shares(table, shown_rows(table, "no data"))]

    def table(self, *columns, wide=False):
        rows = [[Cell(text) for _title, text, _width in columns]]
        columns = [Column(title, width=width) for title, _text, width in columns]
        table = build(school(), block("given", name="none"), plain)
        return type(table)("", columns, rows, wide=wide)

    def test_columns_get_what_they_ask_for(self):
        table = self.table(("A", "a", 30), ("B", "b" * 90, 70))
        self.assertEqual(self.parts(table), [0.3, 0.7])

    def test_a_word_is_not_broken_and_a_long_text_is_wrapped(self):
        name, number = self.parts(self.table(("Имя", "слово " * 20, 0), ("Основание", "5", 0)))
        # 5 signs are needed and 30 wanted; the longest word of the other has 9 bold ones, a fifth
        # wider: 10.8
        self.assertEqual((name, number), (round(17.5 / 28.3, 2), round(10.8 / 28.3, 2)))

    def test_a_heading_stays_in_one_line_where_its_words_are_held_together(self):
        columns = (("№\N{NO-BREAK SPACE}п/п", "1", 0), ("Да", "слово", 0))
        number, text = self.parts(self.table(*columns))
        # 5 signs, one of them double, bold: 7.2; the other column has 5
        self.assertEqual((number, text), (round(7.2 / 12.2, 2), round(5 / 12.2, 2)))

    def test_matrix_has_even_columns(self):
        table = self.table(("Класс", "5А", 0), ("А", "1", 0), ("Б", "100", 0), wide=True)
        self.assertEqual(self.parts(table), [0.1, 0.45, 0.45])

    def test_matrix_without_subjects(self):
        self.assertEqual(self.parts(self.table(("Класс", "5А", 0), wide=True)), [1])


class TestAxis(unittest.TestCase):
    def chart(self, codes, scope="class"):
        frozen = paper().frozen
        return charts.build(
            frozen, block("bars", codes=codes, scope=scope, horizontal=False), plain
        )

    def test_shares_are_looked_at_against_the_whole(self):
        self.assertEqual(self.chart(["quality"]).marks, [0, 25, 50, 75, 100])

    def test_numbers_of_people_go_to_the_largest(self):
        frozen = school()
        frozen.data["indicators"]["quality"]["unit"] = "people"
        values = {"codes": ["quality"], "scope": "class_subject", "horizontal": True}
        chart = charts.build(frozen, block("bars", **values), plain)
        self.assertEqual(chart.marks, [0, 19, 38, 57, 76])
        self.assertEqual(chart.series[0].values, [75, None, 20])
