import unittest

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree
from tools.reports.chart import Chart, Series
from tools.reports.word_chart import add_chart


class TestWordChart(unittest.TestCase):
    def draw(self, **look):
        paper = Document()
        chart = Chart(["1", "2"], [Series("«2»", [10, None]), Series("«5»", [90, 100])], **look)
        add_chart(paper, chart, 1, 5_000_000)
        links = paper.part.rels.values()
        part = next(one.target_part for one in links if one.reltype == RELATIONSHIP_TYPE.CHART)
        return etree.fromstring(part.blob)

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
