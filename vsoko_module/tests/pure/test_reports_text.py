import unittest
import xml.etree.ElementTree as ElementTree

from report_samples import block, school
from tools.reports import charts, sentences, tables
from tools.reports.declaration import WORDS
from tools.reports.frozen import Frozen
from tools.reports.svg_chart import svg_chart
from tools.reports.types import REPORT_TYPES
from tools.translation import plain


def draft(*blocks):
    text = sentences.draft(school(), {"blocks": list(blocks)}, plain)
    return text.replace("\u00a0", " ").splitlines()


class TestSentences(unittest.TestCase):
    def test_figure_with_target_and_changes(self):
        lines = draft(block("figures", codes=["quality", "failing_share"], scope="school"))
        self.assertEqual(
            lines,
            [
                "Качество знаний: 60,0 % (base 100); target 55,0; to the previous period +5,0"
                " p.p.; to the same period of last year \u22123,5 p.p.",
                "No data: Доля «2».",
            ],
        )

    def test_many_indicators_without_data_are_counted(self):
        data = school().data
        unknown = {f"x{place}": {**data["indicators"]["success"]} for place in range(7)}
        data["indicators"] |= unknown
        part = block("figures", codes=["success", *unknown], scope="school")
        lines = sentences.draft(Frozen(data), {"blocks": [part]}, plain).splitlines()
        self.assertEqual(lines[-1], "Indicators without data: 7 of 8, see the table.")
        self.assertEqual(len(lines), 2)

    def test_year_is_compared_with_the_year_before_once(self):
        data = school().data
        data["period"] = {"is_year": True}
        part = block("figures", codes=["quality"], scope="school")
        (line,) = sentences.draft(Frozen(data), {"blocks": [part]}, plain).splitlines()
        self.assertIn("to the previous year +5,0", line)
        self.assertNotIn("of last year", line)
        chart = charts.build(Frozen(data), {**part, "kind": "comparison"}, plain)
        self.assertEqual(
            [(one.title, one.values) for one in chart.series],
            [("A year before", [55.0]), ("This year", [60.0])],
        )

    def test_formula_has_no_base_of_its_own(self):
        data = school().data
        data["indicators"]["success"]["is_formula"] = True
        part = block("figures", codes=["success"], scope="school")
        text = sentences.draft(Frozen(data), {"blocks": [part]}, plain).replace("\u00a0", " ")
        self.assertEqual(text, "Успеваемость: 96,0 %.")

    def test_first_period_has_nothing_to_be_compared_with(self):
        self.assertEqual(
            draft(block("comparison", codes=["success"], scope="school")),
            ["There is no earlier period to compare with."],
        )
        self.assertEqual(draft(block("comparison", codes=["quality"], scope="school")), [])
        self.assertEqual(draft(block("comparison", codes=["failing_share"], scope="school")), [])

    def test_extremes_of_a_table(self):
        columns = [["quality", "base"], ["quality", "value"]]
        self.assertEqual(
            draft(block("cells", scopes=["class"], columns=columns)),
            ["Качество знаний: from 40,0 % (=5Б) to 80,0 % (5А)."],
        )
        self.assertEqual(
            draft(block("cells", scopes=["subject"], columns=columns)),
            ["Качество знаний, no data: Физика."],
        )

    def test_long_lists_are_cut(self):
        data = school().data
        cells = [f"class:{number}" for number in range(8)]
        data["order"]["class"] = cells
        data["names"] |= {cell: f"{cell[-1]}Я" for cell in cells}
        data["figures"] |= {cell: {"quality": {"n": 9, "value": 50.0}} for cell in cells[1:]}
        data["figures"][cells[0]] = {"quality": {"n": 9, "value": 10.0}}
        part = block("cells", scopes=["class"], columns=[["quality", "value"]])
        text = sentences.draft(Frozen(data), {"blocks": [part]}, plain).replace("\u00a0", " ")
        self.assertIn("(0Я) to 50,0 % (1Я, 2Я, 3Я, 4Я, 5Я, 6Я and 1 more)", text)

    def test_teachers_are_not_compared_in_words(self):
        columns = [["quality", "value"]]
        self.assertEqual(draft(block("cells", scopes=["teacher"], columns=columns)), [])

    def test_deviations_are_counted(self):
        common = {"codes": ["quality"], "scopes": ["class"], "limit": 15}
        self.assertEqual(
            draft(block("deviations", criterion="status", **common)),
            [
                "Figures with the status “critical” (those of single people are left out): 2."
                " They need further study."
            ],
        )
        fine = school()
        for cell in ("class:2", "class_subject:2:7"):
            del fine.data["figures"][cell]
        part = block("deviations", criterion="status", **{**common, "scopes": ["level"]})
        self.assertEqual(
            sentences.draft(fine, {"blocks": [part]}, plain),
            "There are no figures with the status “critical” (those of single people are left"
            " out).",
        )


class TestCharts(unittest.TestCase):
    def svg(self, **values):
        chart = charts.build(school(), block(**values), plain)
        return chart and svg_chart(chart)

    def test_chart_is_a_self_contained_picture(self):
        svg = self.svg(kind="bars", codes=["quality", "success"], scope="class", horizontal=False)
        root = ElementTree.fromstring(svg)
        self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertFalse("<script" in svg or "href" in svg)
        for text in ("5А", "Качество знаний", "80,0"):
            self.assertIn(f">{text}<", svg)

    def test_comparison_shows_only_periods_that_exist(self):
        svg = self.svg(kind="comparison", codes=["quality"], scope="school")
        self.assertIn(">Previous period<", svg)
        self.assertIn(">63,5<", svg)
        svg = self.svg(kind="comparison", codes=["success"], scope="school")
        self.assertNotIn(">Previous period<", svg)

    def test_nothing_to_draw_gives_no_chart(self):
        common = {"kind": "bars", "horizontal": True}
        self.assertIsNone(self.svg(codes=["quality"], scope="grade", **common))
        self.assertIsNone(self.svg(codes=["sou"], scope="class", **common))
        self.assertIsNone(self.svg(kind="figures", codes=["quality"], scope="school"))


class TestWholeType(unittest.TestCase):
    def test_every_block_of_every_type_is_a_table_a_chart_or_words(self):
        frozen = school()
        kinds = tables.KINDS | charts.KINDS | {WORDS}
        for report_type in REPORT_TYPES.values():
            blocks = [block for section in report_type.sections for block in section.blocks]
            self.assertLessEqual({block.kind for block in blocks}, kinds)
        for section in frozen.data["sections"]:
            for part in section["blocks"]:
                with self.subTest(section["code"]):
                    table = tables.build(frozen, part, plain)
                    self.assertEqual(table is not None, part["kind"] in tables.KINDS)

    def test_a_school_without_figures_still_makes_a_report(self):
        empty = Frozen(dict(school().data, figures={}, order={"school": ["school"]}))
        for section in empty.data["sections"]:
            self.assertIsInstance(sentences.draft(empty, section, plain), str)
            for part in section["blocks"]:
                self.assertIsNone(charts.build(empty, part, plain))

    def test_needs_cover_what_the_blocks_read(self):
        needs = REPORT_TYPES["period_results"].needs()
        self.assertIn(("class_subject", "quality"), needs)
        self.assertIn(("level", "pupils_failing"), needs)
        self.assertIn(("school", "departed"), needs)
        self.assertNotIn("student", {scope for scope, _code in needs})
