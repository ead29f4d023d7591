import unittest

from tools.readers.archive import _column_number, _ods_extent

NAME = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
FILLED = "<t:table-cell{}>x</t:table-cell>"
EMPTY = "<t:table-cell{}/>"


def repeated(number, of="columns"):
    return f' t:number-{of}-repeated="{number}"'


def row(*cells, again=""):
    return f"<t:table-row{again}>{''.join(cells)}</t:table-row>"


def extent(*rows):
    table = f'<t:table xmlns:t="{NAME}">{"".join(rows)}</t:table>'
    return _ods_extent(f"<body>{table}</body>".encode())


class TestExtentOfOds(unittest.TestCase):
    """How far the filled cells of a table reach: (rows, columns)."""

    def test_cells_that_are_repeated(self):
        for number, width in (
            ("3", 3),
            ("1", 1),
            ("0", 1),
            ("", 1),
            ("x", 1),
            ("-5", 1),
            ("123456789", 123456789),
            # nine digits are more than any table has
            ("1234567890", 123456789),
            ("123456789x", 123456789),
        ):
            with self.subTest(number):
                self.assertEqual(extent(row(FILLED.format(repeated(number)))), (1, width))

    def test_empty_cells_count_before_a_filled_one_alone(self):
        tail = EMPTY.format(repeated(1000000))
        gap = EMPTY.format(repeated(5))
        self.assertEqual(extent(row(gap, FILLED.format(""), tail)), (1, 6))
        self.assertEqual(extent(row(FILLED.format(""), gap, FILLED.format(""))), (1, 7))
        self.assertEqual(extent(row(tail)), (0, 0))
        self.assertEqual(extent(), (0, 0))

    def test_empty_rows_count_before_a_filled_one_alone(self):
        filled = row(FILLED.format(""))
        gap = row(EMPTY.format(""), again=repeated(7, "rows"))
        self.assertEqual(extent(gap, filled, gap), (8, 1))
        self.assertEqual(extent(row(FILLED.format(""), again=repeated(4, "rows"))), (4, 1))
        self.assertEqual(extent(filled, gap), (1, 1))

    def test_columns_by_their_letters(self):
        found = [_column_number(letters) for letters in (b"A", b"z", b"AA", b"AZ", b"XFD")]
        self.assertEqual(found, [1, 26, 27, 52, 16384])


if __name__ == "__main__":
    unittest.main()
