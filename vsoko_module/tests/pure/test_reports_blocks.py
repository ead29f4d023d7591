import unittest

from report_samples import block, school
from tools.reports.blocks import shown_blocks
from tools.reports.frozen import Frozen
from tools.reports.given import frozen_chart, frozen_table
from tools.reports.planned_report import PlannedReport
from tools.translation import plain
from tools.writers.cells import Column

TABLE = frozen_table([Column("Класс")], [["5А"]])
EMPTY = frozen_table([Column("Класс")], [])


def given(name, kind="given"):
    return {"kind": kind, "name": name, "title": name, "key": [0]}


class TestShownBlocks(unittest.TestCase):
    FROZEN = Frozen(
        {
            "given": {
                "table": TABLE,
                "empty": EMPTY,
                "chart": frozen_chart(["5А"], [("Качество", [60], None)]),
                "no points": frozen_chart([], []),
            }
        }
    )

    def shown(self, *blocks):
        return shown_blocks(self.FROZEN, blocks, plain)

    def test_tables_and_charts_in_their_order(self):
        chart, table = self.shown(given("chart", "given_chart"), given("table"))
        self.assertEqual(set(chart), {"title", "chart"})
        self.assertTrue(chart["chart"].startswith("data:image/svg+xml"))
        self.assertEqual((table["headings"], table["chart"]), (["Класс"], None))
        self.assertEqual(table["rows"][0][0]["text"], "5А")

    def test_a_table_of_nothing_says_so_and_a_chart_of_nothing_is_left_out(self):
        (table,) = self.shown(given("no points", "given_chart"), given("empty"))
        self.assertEqual((table["rows"], table["empty"]), ([], "No data"))

    def test_figures_of_a_report(self):
        shown = shown_blocks(
            school(), [block("cells", scopes=["class"], columns=[("quality", "value")])], plain
        )
        self.assertEqual([row[0]["text"] for row in shown[0]["rows"]], ["5А", "=5Б"])


class TestPlannedReport(unittest.TestCase):
    def test_a_report_of_the_whole_school_is_about_nobody(self):
        self.assertEqual(PlannedReport(), ("", "", "", 0))
