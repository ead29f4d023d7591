import unittest

from tools.reports.formatting import shown_rows
from tools.reports.tables import Table
from tools.writers.cells import PERCENT, TEXT, Cell, Column, cell_sign
from tools.zones import SIGNS_OF_COLOURS, STATUS_COLOURS, ZONE_SIGNS


class TestSignsOfCells(unittest.TestCase):
    """A number in the colour of a zone has its sign; words of a zone need none."""

    def test_every_colour_has_its_own_sign(self):
        self.assertEqual(set(SIGNS_OF_COLOURS), set(STATUS_COLOURS.values()))
        self.assertEqual(len(set(SIGNS_OF_COLOURS.values())), 3)
        self.assertEqual(SIGNS_OF_COLOURS[STATUS_COLOURS["critical"]], ZONE_SIGNS["critical"])

    def test_numbers_bear_it(self):
        coloured = Cell(19.0, fill=STATUS_COLOURS["critical"])
        self.assertEqual(cell_sign(PERCENT, coloured), "■")
        self.assertEqual(cell_sign(PERCENT, Cell(19.0)), "")
        self.assertEqual(cell_sign(PERCENT, Cell(None, fill=STATUS_COLOURS["critical"])), "")
        self.assertEqual(cell_sign(TEXT, Cell("Критический", fill=STATUS_COLOURS["critical"])), "")

    def test_rows_of_papers_hold_it_beside_the_text(self):
        table = Table(
            "Показатели",
            [Column("Показатель"), Column("Значение", PERCENT)],
            [["Качество знаний", Cell(85.5, fill=STATUS_COLOURS["optimal"])]],
        )
        ((name, value),) = shown_rows(table, "нет данных")
        self.assertEqual((value["text"], value["sign"]), ("85,5\u00a0%", "●"))
        self.assertEqual(name["sign"], "")


if __name__ == "__main__":
    unittest.main()
