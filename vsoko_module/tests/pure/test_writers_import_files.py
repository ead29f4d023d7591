import io
import unittest
from datetime import date

import openpyxl
from tools.readers import read
from tools.readers.sheet import Sheet
from tools.readers.sniff import read_sheets
from tools.writers.import_files import (
    MARKS,
    codifier_template,
    contingent_template,
    load_template,
    marks_template,
    staff_template,
    with_remarks,
)

TODAY = date(2026, 6, 1)


class TestTemplates(unittest.TestCase):
    """What the program writes it reads back."""

    def test_marks(self):
        known = {"Алгебра": (5, "graded"), "Физика": (0, "not_attested")}
        content = marks_template(
            "2025/2026",
            "9А",
            "1 четверть",
            ["Алгебра", "Физика", "Музыка"],
            [("Белов Олег Ильич", known), ("Ёлкина Анна", {"Музыка": (0, "released")})],
        )
        extract = read(content, today=TODAY)
        self.assertEqual(extract.layout, "class_ledger")
        self.assertEqual(extract.problems, ())
        self.assertEqual((str(extract.titles.class_name), extract.titles.year), ("9А", 2025))
        self.assertEqual(
            [(mark.name, mark.subject, mark.value, mark.status) for mark in extract.rows],
            [
                ("Белов Олег Ильич", "Алгебра", 5, "graded"),
                ("Белов Олег Ильич", "Физика", 0, "not_attested"),
                ("Ёлкина Анна", "Музыка", 0, "released"),
            ],
        )

    def test_marks_are_chosen_from_a_list(self):
        content = marks_template("2025/2026", "9А", "Год", ["Алгебра"], [("Белов Олег", {})])
        sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
        rule = sheet.data_validations.dataValidation[0]
        self.assertEqual(rule.type, "list")
        self.assertEqual(rule.formula1.strip('"'), ",".join(MARKS))
        self.assertEqual(str(rule.sqref), "C7")

    def test_pupils(self):
        pupil = {
            "name": "Белов Олег Ильич",
            "birthdate": date(2014, 5, 12),
            "gender": "М",
            "class_name": "5А",
            "date_from": date(2020, 9, 1),
            "note": "=1+1",
        }
        extract = read(contingent_template("2025/2026", ["5А", "5Б"], [pupil]), today=TODAY)
        row = extract.rows[0]
        self.assertEqual((extract.layout, extract.problems), ("contingent", ()))
        self.assertEqual(
            (row.name, row.birthdate, row.gender, str(row.class_name), row.note),
            ("Белов Олег Ильич", date(2014, 5, 12), "male", "5А", "=1+1"),
        )

    def test_staff(self):
        person = {
            "name": "Орлова Анна Петровна",
            "position": "Учитель",
            "pedagogic": "да",
            "experience": 12,
            "hired": date(2014, 8, 25),
        }
        extract = read(staff_template([person]), today=TODAY)
        row = extract.rows[0]
        self.assertEqual((extract.layout, extract.problems), ("staff", ()))
        self.assertEqual((row.pedagogic, row.experience, row.hired), (True, 12, date(2014, 8, 25)))

    def test_load(self):
        lesson = {
            "teacher": "Орлова Анна Петровна",
            "subject": "Алгебра",
            "class_name": "9А",
            "hours": 3.5,
            "date_from": date(2025, 9, 1),
        }
        extract = read(load_template("2025/2026", ["9А"], [lesson]), today=TODAY)
        row = extract.rows[0]
        self.assertEqual((extract.layout, extract.problems), ("load", ()))
        self.assertEqual(
            (row.teacher, row.hours, row.date_from), ("Орлова Анна Петровна", 3.5, date(2025, 9, 1))
        )

    def test_codifiers(self):
        element = {"subject": "Физика", "code": "1.10", "name": "Путь", "parent": "1"}
        skill = {"subject": "Физика", "code": "2", "name": "Измерять"}
        content = codifier_template(
            {"element": [element | {"grade_from": 7, "grade_to": 9}], "skill": [skill]}
        )
        extract = read(content, today=TODAY)
        self.assertEqual((extract.layout, extract.problems), ("codifier", ()))
        self.assertEqual(
            [(row.kind, row.code, row.parent, row.grade_from) for row in extract.rows],
            [("element", "1.10", "1", 7), ("skill", "2", "", None)],
        )
        sheet = openpyxl.load_workbook(io.BytesIO(content))["КЭС"]
        self.assertEqual(sheet["B4"].number_format, "@")


class TestRemarks(unittest.TestCase):
    def test_remarks_stand_beside_their_rows(self):
        sheet = Sheet("Лист1", [["№", "ФИО"], [1.0, "=cmd()"], [2.0, date(2026, 5, 4), "", True]])
        content = with_remarks([sheet], {("Лист1", 2): "=Нет такого", ("", 0): "Нет класса"})
        book = openpyxl.load_workbook(io.BytesIO(content))
        self.assertEqual(book.sheetnames, ["Замечания", "Лист1"])
        cell = book["Лист1"]["E2"]
        self.assertEqual((cell.value, cell.data_type), ("=Нет такого", "s"))
        self.assertEqual(book["Лист1"]["B2"].data_type, "s")
        self.assertEqual(book["Замечания"]["A1"].value, "Нет класса")

    def test_the_rest_is_as_it_was(self):
        rows = [["№", "ФИО", "Алгебра"], [1.0, "Белов Олег", 4.0], [2.0, "Ёлкина Анна", "н/а"]]
        back = read_sheets(with_remarks([Sheet("A", rows)], {}))
        self.assertEqual(back, [Sheet("A", rows)])


if __name__ == "__main__":
    unittest.main()
