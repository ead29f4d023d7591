import io
import unittest
from datetime import date

import openpyxl
from tools.readers import read

TODAY = date(2026, 6, 1)


def file_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class TestCourses(unittest.TestCase):
    HEADINGS = ("№", "ФИО", "Должность", "Вид", "Тема курсов", "Кол-во часов", "Дата окончания")

    def read(self, *rows):
        return read(file_of(("Курсы педагогов",), self.HEADINGS, *rows), today=TODAY)

    def test_words_of_schools(self):
        extract = self.read(
            (1, "Орлова Анна Петровна", "учитель", "КПК", "ФГОС ООО", 36, date(2025, 3, 21)),
            (2, "Седов Игорь Львович", "", "Проф. переподготовка", "Логопедия", 520, "30.06.2024"),
            (3, "Котова Мария Ильинична", "", "вебинар", "Первая помощь", 2, "01.02.2026"),
            (4, "Лебедева Ольга Юрьевна", "", "", "Роботы", 8, "01.02.2026"),
        )
        self.assertEqual(extract.layout, "staff_courses")
        self.assertEqual(extract.problems, ())
        found = [(row.kind, row.hours) for row in extract.rows]
        self.assertEqual(found, [("pk", 36), ("retraining", 520), ("seminar", 2), ("seminar", 8)])
        self.assertEqual(extract.rows[0].date_end, date(2025, 3, 21))

    def test_what_is_too_short_is_named_as_a_seminar(self):
        extract = self.read(
            (1, "Орлова Анна Петровна", "", "повышение квалификации", "ФГОС", 15, "21.03.2025"),
            (2, "Седов Игорь Львович", "", "переподготовка", "Логопедия", 249, "30.06.2024"),
            (3, "Котова Мария Ильинична", "", "лекция", "ФГОС", 16, "30.06.2024"),
            (4, "Котова Мария Ильинична", "", "КПК", "ФГОС", "", "30.06.2024"),
        )
        codes = [problem.code for problem in extract.problems]
        self.assertEqual(
            codes, ["short_course", "short_course", "unknown_course_kind", "missing_value"]
        )
        # an unknown word is named and the hours decide
        self.assertEqual([(row.row, row.kind) for row in extract.rows], [(5, "pk")])


class TestEvents(unittest.TestCase):
    HEADINGS = ("ФИО педагога", "Вид мероприятия", "Название", "Уровень", "Результат", "Дата")

    def test_words_of_schools(self):
        extract = read(
            file_of(
                self.HEADINGS,
                ("Орлова А. П.", "Конкурс", "Учитель года", "районный", "Призёр", "14.11.2025"),
                ("Седов И. Л.", "Статья", "Об уроке", "Всероссийский", "", "10.01.2026"),
                ("Котова М. И.", "Член жюри", "ВсОШ", "муниципальный", "участие", "11.12.2025"),
                ("Котова М. И.", "Поход", "В лес", "школьный", "", "11.12.2025"),
                ("Котова М. И.", "Эксперт", "ОГЭ", "региональный", "", "11.12.2027"),
            ),
            today=TODAY,
        )
        self.assertEqual(extract.layout, "staff_events")
        found = [(row.kind, row.level, row.result) for row in extract.rows]
        self.assertEqual(
            found,
            [
                ("contest", "municipal", "prize"),
                ("publication", "federal", None),
                ("jury", "municipal", "participant"),
            ],
        )
        codes = [(problem.code, problem.row) for problem in extract.problems]
        self.assertEqual(
            codes,
            [("unknown_event_kind", 5), ("missing_value", 5), ("date_out_of_range", 6)],
        )


if __name__ == "__main__":
    unittest.main()
