import re
import unittest

from lxml import etree
from tools.reports.chart import COLOURS, Chart, Series
from tools.reports.svg_chart import svg_chart


def chart(*values, **look):
    return Chart(
        [f"{grade} класс" for grade, _value in enumerate(values)], [Series("", values)], **look
    )


class TestAxis(unittest.TestCase):
    def test_it_ends_at_whole_quarters(self):
        for highest, top in ((1, 4), (3.5, 4), (4, 4), (4.1, 8), (8, 8), (9, 12)):
            self.assertEqual(chart(highest, None, 0).top, top, highest)
        self.assertEqual(chart(7).marks, [0, 2, 4, 6, 8])

    def test_it_goes_to_the_whole_and_past_it_only_when_it_must(self):
        self.assertEqual(chart(3, floor=100).top, 100)
        self.assertEqual(chart(100, floor=100).top, 100)
        self.assertEqual(chart(101, floor=100).top, 104)
        self.assertEqual(chart(0, floor=1).marks, [0, 0.25, 0.5, 0.75, 1])

    def test_a_school_where_all_is_zero_has_an_axis_too(self):
        for values in ((0,), (0, None, 0)):
            self.assertEqual(chart(*values).top, 4)
            self.assertEqual(chart(*values).marks, [0, 1, 2, 3, 4])
        self.assertEqual(chart(0, 0, floor=100).marks, [0, 25, 50, 75, 100])

    def test_zeros_are_drawn_on_it(self):
        for look in ({}, {"horizontal": True}, {"lines": True}):
            picture = etree.fromstring(svg_chart(chart(0, 0, **look)))
            written = {text.strip() for text in picture.itertext()}
            self.assertLessEqual({"0", "1", "2", "3", "4"}, written)
            self.assertNotIn("nan", " ".join(written).lower())

    def test_a_line_does_not_lead_over_what_has_no_data(self):
        """Five points with a gap in the middle are two strokes, each from the left to the right."""
        picture = etree.fromstring(svg_chart(chart(1, 2, None, 3, 4, lines=True)))
        strokes = [
            [
                float(point.split()[0])
                for point in re.findall(r"[ML ]([\d.]+ [\d.]+)", path.get("d"))
            ]
            for path in picture.iterfind(".//{*}path")
            if "reactive" in path.get("class", "")
        ]
        self.assertEqual([len(points) for points in strokes], [2, 2])
        across = [place for points in strokes for place in points]
        self.assertEqual(across, sorted(across))


class TestLegend(unittest.TestCase):
    def test_names_are_said_when_there_is_something_to_tell_apart(self):
        one, other = Series("«5»", [1]), Series("«4»", [2])
        self.assertFalse(Chart(["а"], [one]).has_legend)
        self.assertTrue(Chart(["а"], [one, other]).has_legend)
        self.assertTrue(Chart(["а"], [one._replace(colours=["#111111"])]).has_legend)
        self.assertFalse(Chart(["а"], [one, Series("", [2])]).has_legend)

    def test_a_series_has_the_colour_of_its_first_point_or_of_its_place(self):
        own = Series("", [1, 2], ["#111111", "#222222"])
        usual = Series("", [1, 2], [None, "#222222"])
        self.assertEqual(Chart(["а", "б"], [own, usual]).colours, ("#111111", COLOURS[1]))
        self.assertEqual(Chart(["а"], [usual] * 5).colours, (*COLOURS, COLOURS[0]))
        self.assertEqual(Chart(["а", "б"], []).colours, ())
