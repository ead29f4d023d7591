import io
import unittest

import openpyxl
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree
from tools.reports.chart import Chart, Series
from tools.reports.word_chart import add_chart


def target(part, kind):
    """The part of a document that another is linked to."""
    return next(one.target_part for one in part.rels.values() if one.reltype == kind)


class TestWordChart(unittest.TestCase):
    def add(self, **look):
        paper = Document()
        chart = Chart(["1", "2"], [Series("«2»", [10, None]), Series("«5»", [90, 100])], **look)
        add_chart(paper, chart, 1, 5_000_000)
        return target(paper.part, RELATIONSHIP_TYPE.CHART)

    def draw(self, **look):
        return etree.fromstring(self.add(**look).blob)

    def test_lines_join_the_points_straight(self):
        series = self.draw(lines=True).findall(".//{*}lineChart/{*}ser")
        self.assertEqual(len(series), 2)
        for one in series:
            # the last element of a series: an order that the standard asks for
            self.assertTrue(one[-1].tag.endswith("}smooth"))
            self.assertEqual(one[-1].get("val"), "0")

    def test_bars_have_nothing_to_smooth(self):
        drawn = self.draw()
        self.assertEqual(len(drawn.findall(".//{*}barChart/{*}ser")), 2)
        self.assertEqual(drawn.findall(".//{*}smooth"), [])

    def test_the_numbers_lie_in_a_workbook_as_they_are_drawn(self):
        orders = {
            False: [(None, "«2»", "«5»"), ("1", 10, 90), ("2", None, 100)],
            True: [(None, "«2»", "«5»"), ("2", None, 100), ("1", 10, 90)],
        }
        for horizontal, rows in orders.items():
            book = target(self.add(horizontal=horizontal), RELATIONSHIP_TYPE.PACKAGE)
            sheet = openpyxl.load_workbook(io.BytesIO(book.blob)).active
            self.assertEqual(list(sheet.values), rows)

    def test_the_picture_names_the_cells_of_its_numbers(self):
        places = [one.text for one in self.draw().iterfind(".//{*}ser//{*}f")]
        first = ["Data!$B$1", "Data!$A$2:$A$3", "Data!$B$2:$B$3"]
        self.assertEqual(places, [*first, "Data!$C$1", "Data!$A$2:$A$3", "Data!$C$2:$C$3"])
        self.assertEqual(len(self.draw(lines=True).findall(".//{*}ser")), 2)
        self.assertEqual(len(self.draw(horizontal=True).findall(".//{*}ser")), 2)

    def test_the_axis_of_values_goes_from_zero_by_quarters(self):
        for look in ({}, {"horizontal": True}, {"lines": True}):
            axis = self.draw(**look).find(".//{*}valAx")
            ends = [axis.find(f"{{*}}scaling/{{*}}{name}").get("val") for name in ("min", "max")]
            self.assertEqual(ends, ["0", "100"])
            self.assertEqual(axis.find("{*}majorUnit").get("val"), "25.0")
            self.assertIsNotNone(axis.find("{*}majorGridlines"))
        self.assertIsNone(self.draw().find(".//{*}catAx/{*}majorGridlines"))

    def test_a_number_is_written_at_each_bar_and_at_no_line(self):
        formats = [one.get("formatCode") for one in self.draw(digits=1).iterfind(".//{*}dLbls/*")]
        self.assertEqual([one for one in formats if one], ["#,##0.0", "#,##0.0"])
        filled = self.draw(only_filled=True).find(".//{*}dLbls/{*}numFmt").get("formatCode")
        self.assertEqual(filled, "#,##0;#,##0;", "nothing is written for nobody")
        self.assertEqual(self.draw(lines=True).findall(".//{*}dLbls"), [])

    def test_only_bars_across_make_a_picture_higher(self):
        heights = []
        for labels, across in ((2, False), (2, True), (4, True), (400, True)):
            paper = Document()
            names = [str(place) for place in range(labels)]
            chart = Chart(names, [Series("", [1] * labels)], horizontal=across)
            add_chart(paper, chart, 1, 5_000_000, "Отметки")
            extent = paper.element.find(".//{*}extent")
            heights.append(int(extent.get("cy")) // 36_000)
            self.assertEqual(paper.element.find(".//{*}docPr").get("descr"), "Отметки")
        self.assertEqual(heights, [65, 32, 42, 220])
