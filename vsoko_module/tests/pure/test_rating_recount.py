"""The file for an own recount: its plain numbers and formulas give the index of the rating."""

import io
import unittest
from zipfile import ZipFile

import openpyxl
from tools.reports.rating_recount import CountedPart, CountedPupils, Recount, recount
from tools.translation import plain

# domain: 5А (92, 60, 3.6) between 50–100, 20–100, 2–5 with weights 2, 3, 1 is 61.8889
PARTS = (
    CountedPart("Успеваемость", "more", 2, 50, 100, "Акт", 25, 92, 84.0, 2 / 6, 28.0),
    CountedPart("Качество", "more", 3, 20, 100, "Акт", 25, 60, 50.0, 3 / 6, 25.0),
    CountedPart("Балл", "more", 1, 2, 5, "Акт", 25, 3.6, 160 / 3, 1 / 6, 80 / 9),
)
INDEX = 28 + 25 + 80 / 9


def written(parts=PARTS, index=INDEX, pupils=(), name="5А"):
    return recount(Recount("Рейтинг", name, ("Место 2.",), parts, index, pupils), plain)


def opened(content, **options):
    return openpyxl.load_workbook(io.BytesIO(content), **options)


def row_of(sheet, text):
    return next(row for row in sheet.iter_rows() if row[0].value == text)


class TestRatingRecount(unittest.TestCase):
    def test_a_spreadsheet_counts_the_index_by_the_plain_numbers(self):
        sheet = opened(written()).worksheets[0]
        rows = [row_of(sheet, part.name) for part in PARTS]
        first, last = rows[0][0].row, rows[-1][0].row
        for row in rows:
            number = row[0].row
            self.assertEqual(
                row[6].value,
                f"=MIN(100,MAX(0,(B{number}-D{number})/(E{number}-D{number})*100))",
            )
            self.assertEqual(row[8].value, f"=H{number}/H${last + 1}")
            self.assertEqual(row[9].value, f"=G{number}*I{number}")
        sums = row_of(sheet, "Index")
        self.assertEqual(sums[9].value, f"=SUM(J{first}:J{last})")

    def test_the_numbers_recomputed_by_hand_are_those_of_the_rating(self):
        sheet = opened(written(), data_only=True).worksheets[0]
        weights = [row_of(sheet, part.name)[7].value for part in PARTS]
        index = 0
        for part, weight in zip(PARTS, weights, strict=True):
            cells = [cell.value for cell in row_of(sheet, part.name)]
            points = (cells[1] - cells[3]) / (cells[4] - cells[3]) * 100
            self.assertAlmostEqual(points, cells[6], 9)
            index += points * weight / sum(weights)
        self.assertLess(abs(index - row_of(sheet, "Index")[9].value), 1e-9)

    def test_what_is_missing_gives_its_weight_to_the_rest(self):
        absent = CountedPart("Качество", "less", 3, 20, 100, "Акт")
        parts = (
            CountedPart("Успеваемость", "more", 2, 50, 100, "Акт", 25, 84, 68.0, 2 / 3, 136 / 3),
            absent,
            CountedPart("Пропуски", "less", 1, 0, 10, "Акт", 25, 4, 60.0, 1 / 3, 20.0),
        )
        sheet = opened(written(parts, 136 / 3 + 20)).worksheets[0]
        self.assertEqual([row_of(sheet, "Качество")[place].value for place in (1, 2, 6, 8, 9)],
                         ["no data"] * 5)  # fmt: skip
        less, sums = row_of(sheet, "Пропуски"), row_of(sheet, "Index")
        self.assertTrue(less[6].value.startswith("=100-MIN("))
        first = sums[0].row - 3
        self.assertEqual(
            sums[7].value, f'=SUMIF(G{first}:G{first + 2},">=0",H{first}:H{first + 2})'
        )

    def test_nothing_at_all(self):
        parts = (CountedPart("Качество", "more", 3, 20, 100, "Акт"),)
        sheet = opened(written(parts, None)).worksheets[0]
        self.assertEqual(row_of(sheet, "Index")[9].value, "no data")

    def test_pupils_add_up_to_the_figure_or_it_is_said_why_not(self):
        rows = (("Ивлев И.", 300, 4), ("Осин О.", 100, 2))
        book = opened(written(pupils=(CountedPupils("Качество", rows),)), data_only=True)
        sheet = book.worksheets[1]
        self.assertEqual(
            [cell.value for cell in row_of(sheet, "Figure")], ["Figure", 400, 6, 400 / 6]
        )
        book = opened(written(pupils=(CountedPupils("Качество", rows, 3),)))
        texts = [str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row]
        self.assertIn("Together", texts)
        self.assertTrue(any(text.startswith("3 more pupils") for text in texts))

    def test_a_name_that_looks_like_a_formula_stays_text(self):
        content = written(name='=HYPERLINK("http://x")')
        sheet = opened(content).worksheets[0]
        cell = next(row[0] for row in sheet.iter_rows() if "HYPERLINK" in str(row[0].value))
        self.assertEqual(cell.data_type, "s")
        self.assertNotIn(
            b"<f>HYPERLINK", ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
        )


if __name__ == "__main__":
    unittest.main()
