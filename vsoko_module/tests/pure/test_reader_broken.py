import unittest
from collections import Counter
from datetime import date

from reader_samples import manifest, read_sample
from tools.readers import Refused, read

REFUSED = {
    "text_named.xlsx": "unknown_layout",
    "truncated.xlsx": "broken_workbook",
    "empty.xlsx": "empty_file",
    "empty.csv": "empty_file",
    "ole_garbage.xls": "broken_workbook",
    "empty_sheet.xlsx": "no_cells",
    "header_only.xlsx": "nothing_to_import",
    "zip_bomb.xlsx": "zip_ratio",
    "far_cell.xlsx": "sheet_too_big",
    "external_entity.xlsx": "xml_declarations",
    "entity_expansion.xlsx": "xml_declarations",
    "path_in_zip.xlsx": "zip_path",
    "open_quote.csv": "open_quote",
}
# file: (rows that are usable, problems by code)
READ = {
    "workbook_named.csv": (30, {}),
    "html_named.xlsx": (30, {}),
    "script.xls": (30, {}),
    "script_text.xlsx": (30, {}),
    "formula_cells.xlsx": (6, {"not_a_name": 1}),
    "formula_cells.csv": (6, {"not_a_name": 1}),
    "same_name_twice.xlsx": (30, {}),
    "unknown_pupil.xlsx": (30, {}),
    "yo_and_spaces.xlsx": (30, {}),
    "latin_letters_in_names.xlsx": (30, {}),
    "class_in_title_wrong.xlsx": (30, {}),
    "unknown_subject.xlsx": (30, {}),
    "same_subject_twice.xlsx": (18, {"same_subject": 2}),
    "mark_out_of_range.xlsx": (26, {"bad_mark": 4}),
    "mark_5minus.xlsx": (25, {"bad_mark": 5}),
    "mark_decimal_comma.xlsx": (28, {"fractional_mark": 2}),
    "na_spellings.xlsx": (29, {"dash_marks": 1}),
    "class_spellings.xlsx": (10, {}),
    "bad_dates.xlsx": (4, {"bad_date": 3, "date_out_of_range": 1, "no_birthdate": 1}),
    "utf16.csv": (30, {}),
    "cp866.csv": (30, {}),
    "tabs_utf8.csv": (30, {}),
}
OTHER_LAYOUTS = ("test_", "vpr_")


def codes(extract):
    return dict(Counter(problem.code for problem in extract.problems))


class TestBrokenFiles(unittest.TestCase):
    def test_every_sample_is_in_one_table(self):
        paths = (entry["path"].removeprefix("broken/") for entry in manifest("broken"))
        ours = {path for path in paths if not path.startswith(OTHER_LAYOUTS)}
        self.assertEqual(ours, {*REFUSED, *READ})

    def test_refused_files(self):
        for name, code in REFUSED.items():
            with self.subTest(name), self.assertRaises(Refused) as caught:
                read_sample(f"broken/{name}")
            self.assertEqual(caught.exception.code, code)
            self.assertNotIn("%(", str(caught.exception))

    def test_awkward_files(self):
        for name, (rows, problems) in READ.items():
            with self.subTest(name):
                extract = read_sample(f"broken/{name}")
                self.assertEqual(len(extract.rows), rows)
                self.assertEqual(codes(extract), problems)
                self.assertTrue(all(problem.message() for problem in extract.problems))

    def test_bad_marks_are_pointed_at(self):
        problems = read_sample("broken/mark_out_of_range.xlsx").problems
        self.assertEqual(
            [(problem.sheet, problem.row, problem.column, problem.text) for problem in problems],
            [
                ("Лист1", 10, 3, "6"),
                ("Лист1", 11, 3, "1"),
                ("Лист1", 12, 3, "0"),
                ("Лист1", 13, 3, "55"),
            ],
        )
        self.assertIn("«6»", problems[0].message())

    def test_spellings_of_no_mark(self):
        marks = [row for row in read_sample("broken/na_spellings.xlsx").rows if row.column == 3]
        self.assertEqual([mark.status for mark in marks], ["not_attested"] * 3 + ["released"] * 2)

    def test_whole_marks_with_a_decimal_part(self):
        rows = read_sample("broken/mark_decimal_comma.xlsx").rows
        self.assertEqual([mark.value for mark in rows if mark.column == 3], [5, 4, 5, 5])

    def test_markup_of_a_page_is_no_part_of_names(self):
        names = {row.name for row in read_sample("broken/script.xls").rows}
        self.assertEqual(len(names), 6)
        self.assertIn("Бондаревский Тимур Андреевич", names)
        self.assertIn("Ведёркина Стефания Романовна", names)

    def test_formulas_stay_text(self):
        expected = next(
            entry["cells"] for entry in manifest("broken") if "formula_cells.xlsx" in entry["path"]
        )
        for name in ("formula_cells.xlsx", "formula_cells.csv"):
            rows = read_sample(f"broken/{name}").rows
            self.assertEqual([row.note for row in rows], expected)

    def test_ten_spellings_of_a_class(self):
        rows = read_sample("broken/class_spellings.xlsx").rows
        self.assertEqual({str(row.class_name) for row in rows}, {"9А"})

    def test_dates_in_other_notations(self):
        rows = read_sample("broken/bad_dates.xlsx").rows
        self.assertEqual(
            [row.birthdate for row in rows],
            [date(2014, 5, 12), date(2014, 5, 12), date(2014, 5, 12), None],
        )

    def test_a_pupil_called_as_the_heading_is_no_heading(self):
        text = "Класс: 5А;;\n№;ФИО;Математика\n1;Белов Олег;5\n2;=Ученик;4\n3;ФИО;н/а\n"
        names = [row.name for row in read(text.encode(), layout="class_ledger").rows]
        self.assertEqual(names, ["Белов Олег", "=Ученик", "ФИО"])

    def test_surnames_that_begin_as_footers_are_pupils(self):
        names = ["Замятин Иван", "Качалов Пётр", "Средний Олег", "Директоров Лев", "Итогова Анна"]
        lines = [f"{number};{name};5" for number, name in enumerate(names, start=1)]
        footers = ["Итого;;4,5", ";Средний балл;4,5", "% качества;;100", ";Зам. директора;"]
        text = "\n".join(["Класс: 5А;;", "№;ФИО;Математика", *lines, *footers])
        extract = read(text.encode(), layout="class_ledger")
        self.assertEqual([row.name for row in extract.rows], names)
        self.assertEqual(extract.problems, ())

    def test_totals_under_a_list_are_no_people(self):
        rows = ["ФИО;Дата рождения;Класс", "Белов Олег;01.02.2014;5А", "Всего: 1;;", ";Директор;"]
        extract = read("\n".join(rows).encode(), layout="contingent")
        self.assertEqual([row.name for row in extract.rows], ["Белов Олег"])
        self.assertEqual(extract.problems, ())

    def test_encodings_give_the_same_rows(self):
        def facts(name):
            return [row[3:] for row in read_sample(f"broken/{name}").rows]

        self.assertEqual(facts("cp866.csv"), facts("tabs_utf8.csv"))
        self.assertEqual(facts("utf16.csv"), facts("tabs_utf8.csv"))


if __name__ == "__main__":
    unittest.main()
