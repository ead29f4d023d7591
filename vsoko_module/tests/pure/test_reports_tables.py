import unittest

from report_samples import block, school
from tools.reports import sentences
from tools.reports.formatting import cell_text, number
from tools.reports.frozen import Frozen
from tools.reports.tables import build, deviating
from tools.translation import plain
from tools.writers.cells import CHANGE, INTEGER, PERCENT, TEXT, Cell, Column


def texts(table):
    return [
        [
            cell_text(column, cell, "нет данных").replace("\u00a0", " ")
            for column, cell in zip(table.columns, row, strict=True)
        ]
        for row in table.rows
    ]


class TestFigures(unittest.TestCase):
    def setUp(self):
        codes = ["quality", "average_mark", "failing_share", "sou"]
        table = build(school(), block("figures", codes=codes, scope="school"), plain)
        self.table, self.rows = table, texts(table)

    def test_each_row_has_the_unit_of_its_indicator(self):
        self.assertEqual(
            self.rows[0],
            [
                "Качество знаний",
                "60,0 %",
                "100",
                "55,0 %",
                "55,0 %",
                "+5,0",
                "63,5 %",
                "\u22123,5",
                "Acceptable",
            ],
        )
        self.assertEqual(self.rows[1][:3], ["Средний балл", "3,85", "99"])

    def test_missing_figure_is_said_and_unknown_indicator_left_out(self):
        self.assertEqual(self.rows[2][:4], ["Доля «2»", "нет данных", "нет данных", "—"])
        self.assertEqual(len(self.rows), 3)

    def test_year_has_one_column_of_comparison(self):
        data = school().data
        data["period"] = {"is_year": True}
        frozen = Frozen(data)
        part = block("figures", codes=["quality"], scope="school")
        table = build(frozen, part, plain)
        titles = [column.title for column in table.columns]
        self.assertEqual(titles[4:], ["Previous period", "Change", "Status"])
        self.assertEqual([cell.value for cell in table.rows[0][4:6]], [55.0, 5.0])
        columns = [["quality", "delta"], ["quality", "last_year_delta"]]
        table = build(frozen, block("cells", scopes=["class"], columns=columns), plain)
        self.assertEqual(len(table.columns), 2)

    def test_formula_rests_on_no_rows_of_its_own(self):
        data = school().data
        data["indicators"]["quality"]["is_formula"] = True
        part = block("figures", codes=["quality", "success"], scope="school")
        rows = build(Frozen(data), part, plain).rows
        self.assertEqual([row[2].value for row in rows], ["—", 100])

    def test_status_is_a_colour_and_a_word(self):
        self.assertEqual(self.table.rows[0][1].fill, "#FFF3CD")
        self.assertEqual(self.table.rows[0][8].value, "Acceptable")


class TestCells(unittest.TestCase):
    def test_rows_follow_the_scopes_and_columns_the_parts(self):
        columns = [
            ["quality", "base"],
            ["quality", "value"],
            ["quality", "delta"],
            ["quality", "count"],
            ["sou", "value"],
        ]
        table = build(
            school(), block("cells", scopes=["school", "level", "class"], columns=columns), plain
        )
        self.assertEqual(
            texts(table),
            [
                ["Школа № 1", "100", "60,0 %", "+5,0", "60"],
                ["ООО", "100", "60,0 %", "+5,0", "60"],
                ["5А", "25", "80,0 %", "\u22126,0", "нет данных"],
                ["=5Б", "25", "40,0 %", "\u221212,0", "нет данных"],
            ],
        )
        self.assertEqual(
            [column.kind for column in table.columns], [TEXT, INTEGER, PERCENT, CHANGE, INTEGER]
        )
        self.assertEqual([row[0].bold for row in table.rows], [True, True, False, False])

    def test_classes_that_are_not_compared_are_named_with_the_reason(self):
        data = school().data
        for cell, reason in (("class:1", "merged"), ("class:2", "divided")):
            figure = data["figures"][cell]["quality"]
            figure.pop("delta")
            figure["previous_barrier"] = reason
        columns = [["quality", "value"], ["quality", "delta"]]
        table = build(Frozen(data), block("cells", scopes=["class"], columns=columns), plain)
        self.assertEqual([row[2] for row in texts(table)], ["—", "—"])
        self.assertIn("merged: 5А.", table.note)
        self.assertIn("divided: =5Б.", table.note)
        without = build(Frozen(data), block("cells", scopes=["class"], columns=columns[:1]), plain)
        self.assertFalse(without.note)

    def test_grades_and_levels_say_that_they_compare_other_children(self):
        columns = [["quality", "delta"], ["quality", "last_year_delta"]]

        def titles(*scopes, is_year=False):
            data = school().data
            data["period"] = {"is_year": is_year}
            table = build(Frozen(data), block("cells", scopes=list(scopes), columns=columns), plain)
            return ["other children" in column.title for column in table.columns[1:]]

        self.assertEqual(titles("level", "grade"), [False, True])
        self.assertEqual(titles("grade", is_year=True), [True])
        self.assertEqual(titles("class"), [False, False])

    def test_a_matrix_of_nothing_has_the_page_across_and_no_row(self):
        table = build(school(), block("matrix", codes=["no_such"]), plain)
        self.assertEqual([column.title for column in table.columns], ["Class"])
        self.assertEqual(table.rows, [])
        self.assertTrue(table.wide)

    def test_matrix_tells_no_lessons_from_no_data(self):
        table = build(school(), block("matrix", codes=["quality"]), plain)
        self.assertEqual(texts(table), [["5А", "75,0", "нет данных"], ["=5Б", "20,0", ""]])
        self.assertTrue(table.wide)
        self.assertEqual([column.title for column in table.columns][1:], ["Алгебра", "Физика"])


class TestDeviations(unittest.TestCase):
    def deviations(self, criterion, **other):
        return block(
            "deviations",
            codes=["quality", "failing_share"],
            limit=15,
            scopes=["class", "subject", "class_subject"],
            criterion=criterion,
            **other,
        )

    def test_critical_without_small_groups(self):
        found = deviating(school(), self.deviations("status"))
        self.assertEqual(found, [("class:2", "quality"), ("class_subject:2:7", "quality")])

    def worsened(self):
        """5Б fell by 12 and 11 p.p., of 250 and of 300 marks: more than chance can do."""
        frozen = school()
        figures = frozen.data["figures"]["class:2"]
        figures["quality"].update(previous=52.0, n=250, previous_n=250)
        figures["failing_share"].update(previous=1.0, n=300, previous_n=300)
        return frozen

    def test_drops_by_harm_in_the_direction_of_the_indicator(self):
        found = deviating(self.worsened(), self.deviations("drop"))
        self.assertEqual(found, [("class:2", "quality"), ("class:2", "failing_share")])

    def test_chance_is_no_drop(self):
        frozen = self.worsened()
        for figure in frozen.data["figures"]["class:2"].values():
            figure.update(n=25, previous_n=25)
        self.assertEqual(deviating(frozen, self.deviations("drop")), [])

    def test_many_marks_of_few_people_are_chance_too(self):
        frozen = self.worsened()
        for figure in frozen.data["figures"]["class:2"].values():
            figure.update(people=25, previous_people=25)
        self.assertEqual(deviating(frozen, self.deviations("drop")), [])

    def test_all_tables_of_the_report_are_judged(self):
        """A block that asks for little says nothing that another table of the report denies."""
        little = dict(self.deviations("status"), codes=["success"], scopes=["level"])
        found = deviating(school(), little)
        self.assertEqual(found, [("class:2", "quality"), ("class_subject:2:7", "quality")])
        frozen = school()
        frozen.data["figures"]["teacher:3"]["quality"]["status"] = "critical"
        self.assertEqual(deviating(frozen, little), found)

    def test_small_group_is_neither_best_nor_worst_nor_out_of_line(self):
        frozen = self.worsened()
        frozen.data["figures"]["class:2"]["quality"]["status"] = "grey"
        found = deviating(frozen, self.deviations("drop"))
        self.assertEqual(found, [("class:2", "failing_share")])
        text = sentences.draft(
            frozen,
            {"blocks": [block("cells", scopes=["class"], columns=[["quality", "value"]])]},
            plain,
        )
        self.assertNotIn("5Б", text)

    def test_cut_list_says_so(self):
        table = build(self.worsened(), dict(self.deviations("drop"), limit=1), plain)
        self.assertEqual(texts(table)[0][:3], ["=5Б", "Качество знаний", "40,0 %"])
        self.assertEqual(table.note, "Shown: 1 of 2.")
        self.assertEqual(build(self.worsened(), self.deviations("drop"), plain).note, "")

    def test_nothing_out_of_line_is_told_apart_from_no_data(self):
        fine = school()
        del fine.data["figures"]["class:2"], fine.data["figures"]["class_subject:2:7"]
        self.assertEqual(
            build(fine, self.deviations("status"), plain).empty, "There are no such figures."
        )
        empty = Frozen(dict(fine.data, figures={}))
        self.assertEqual(build(empty, self.deviations("status"), plain).empty, "")


class TestFormatting(unittest.TestCase):
    def test_numbers_in_the_russian_way(self):
        self.assertEqual(number(1234.5, 1), "1\u00a0234,5")
        self.assertEqual(number(-0.04, 1, signed=True), "0,0")
        self.assertEqual(number(2, 0, signed=True), "+2")
        self.assertEqual(number(-2.25, 2), "\u22122,25")

    def test_cell_kind_goes_before_the_column(self):
        self.assertEqual(
            cell_text(Column("", PERCENT, 1), Cell(3.5, kind="number", digits=2), ""), "3,50"
        )
        self.assertEqual(cell_text(Column("", PERCENT, 1), Cell(None), "нет данных"), "нет данных")
