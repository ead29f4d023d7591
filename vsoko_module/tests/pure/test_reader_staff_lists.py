import io
import unittest
from datetime import date

import openpyxl
from tools.readers import read
from tools.readers.cells import BadValue
from tools.readers.staff_values import parse_attestation, parse_level_of_education

TODAY = date(2026, 6, 1)
ORLOVA, SEDOV, KOTOVA = "Орлова Анна Петровна", "Седов Игорь Львович", "Котова Мария Ильинична"


def rows_of(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return read(content.getvalue(), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row) for problem in extract.problems]


class TestStaff(unittest.TestCase):
    HEADINGS = ("ФИО", "Должность", "Дата рождения", "Принят на работу", "Предметы")

    def test_people_are_taken_on_up_to_the_end_of_the_next_year(self):
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, "учитель", "01.01.1925", "31.12.2027", ""),
            (SEDOV, "учитель", "31.12.1924", "01.01.2028", ""),
            (KOTOVA, "учитель", "01.06.2026", "01.01.1925", ""),
            ("Лунина Ада Юрьевна", "учитель", "02.06.2026", "31.12.1924", ""),
        )
        self.assertEqual(
            [(row.birthdate, row.hired) for row in extract.rows],
            [
                (date(1925, 1, 1), date(2027, 12, 31)),
                (None, None),
                (TODAY, date(1925, 1, 1)),
                (None, None),
            ],
        )
        self.assertEqual(codes(extract), [("date_left_empty", row) for row in (3, 3, 5, 5)])

    def test_one_person_in_two_rows(self):
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, "учитель", "01.02.1980", "01.09.2005", "Алгебра, Геометрия"),
            (ORLOVA, "завуч", "01.02.1980", "01.09.2010", "Геометрия, Физика"),
            (ORLOVA, "учитель", "01.02.1981", "", ""),
            (SEDOV, "учитель", "01.02.1980", "", ""),
            (SEDOV, "учитель", "01.02.1980", "01.09.2010", ""),
        )
        self.assertEqual(
            [(row.name, row.position, row.hired, row.subjects) for row in extract.rows],
            [
                (ORLOVA, "учитель, завуч", date(2005, 9, 1), ("Алгебра", "Геометрия", "Физика")),
                (ORLOVA, "учитель", None, ()),
                (SEDOV, "учитель", date(2010, 9, 1), ()),
            ],
        )
        self.assertEqual(
            codes(extract),
            [("several_positions", 3), ("other_value", 3), ("several_positions", 6)],
        )

    def test_a_post_that_is_free_is_no_person(self):
        extract = rows_of(
            self.HEADINGS[:2], (ORLOVA, "учитель"), ("Вакансия", "учитель"), ("вакантно", "завуч")
        )
        self.assertEqual([row.name for row in extract.rows], [ORLOVA])
        self.assertEqual(codes(extract), [("vacancy", 3), ("vacancy", 4)])


class TestDiplomas(unittest.TestCase):
    HEADINGS = ("№", "ФИО", "Должность", "Образование", "Что окончил(а)",
                "Специальность", "Квалификация", "Номер диплома", "Год окончания",
                "Предметы по диплому")  # fmt: skip

    def test_words_of_schools(self):
        extract = rows_of(
            ("Образование педагогов",),
            self.HEADINGS,
            (1, ORLOVA, "учитель", "высшее", "ОмГПУ", "Математика", "Учитель", "ВСА 1",
             "21.06.2010", "Алгебра, Геометрия"),
            (2, SEDOV, "учитель", "ср. спец.", "Колледж", "Музыка", "", "", 1998, ""),
            (3, KOTOVA, "вожатый", "начальное профессиональное", "ПТУ 3", "", "", "", "", ""),
        )  # fmt: skip
        self.assertEqual(extract.layout, "staff_education")
        self.assertEqual(codes(extract), [("year_alone", 4)])
        self.assertEqual(
            [(row.level, row.date, row.subjects) for row in extract.rows],
            [
                ("higher", date(2010, 6, 21), ("Алгебра", "Геометрия")),
                ("spo_specialist", date(1998, 1, 1), ()),
                ("spo_worker", None, ()),
            ],
        )

    def test_what_is_no_level(self):
        for text in ("неоконченное высшее", "кандидат", "да"):
            self.assertRaises(BadValue, parse_level_of_education, text)
        self.assertEqual(parse_level_of_education("среднее общее"), "general")
        self.assertIsNone(parse_level_of_education(""))

    def test_rows_without_a_level_are_named(self):
        extract = rows_of(
            self.HEADINGS,
            (1, ORLOVA, "", "", "ОмГПУ", "", "", "", "", ""),
            (2, SEDOV, "", "студент", "ОмГПУ", "", "", "", "", ""),
            (3, "", "", "высшее", "ОмГПУ", "", "", "", "", ""),
        )
        self.assertEqual(extract.rows, [])
        self.assertEqual(
            codes(extract),
            [
                ("missing_value", 2),
                ("unknown_education", 3),
                ("missing_value", 3),
                ("missing_value", 4),
            ],
        )

    def test_a_list_of_staff_stays_one(self):
        extract = rows_of(
            ("ФИО", "Должность", "Дата рождения", "Образование", "Учебное заведение"),
            (ORLOVA, "учитель", "01.02.1980", "высшее", "ОмГПУ"),
        )
        self.assertEqual(extract.layout, "staff")
        alone = rows_of(("ФИО", "Должность", "Образование"), (ORLOVA, "учитель", "высшее"))
        self.assertEqual(alone.layout, "staff")


class TestAttestations(unittest.TestCase):
    HEADINGS = ("ФИО", "Должность", "Категория", "Дата присвоения", "Приказ", "Действует до")

    def test_words_of_schools(self):
        for text, code in (
            ("высшая", "highest"),
            ("Первая категория", "first"),
            ("СЗД", "fitness"),
            ("соответствие", "fitness"),
            ("педагог-методист", "methodist"),
            ("Педагог – наставник", "mentor"),
            ("без категории", "none"),
        ):
            self.assertEqual(parse_attestation(text), code, text)
        self.assertRaises(BadValue, parse_attestation, "заслуженный учитель")

    def test_what_the_law_of_the_day_lets(self):
        """Categories given since 1 September 2023 have no end, and two of them begin then."""
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, "учитель", "высшая", "02.09.2023", "№ 5 от 01.09.2023", "02.09.2028"),
            (SEDOV, "учитель", "первая", "31.08.2023", "№ 4", "31.08.2028"),
            (KOTOVA, "учитель", "педагог-методист", "31.08.2023", "№ 4", ""),
            (KOTOVA, "учитель", "без категории", "", "", ""),
        )
        self.assertEqual(extract.layout, "staff_attestation")
        self.assertEqual(
            [(row.result, row.date_end) for row in extract.rows],
            [("highest", None), ("first", date(2028, 8, 31))],
        )
        self.assertEqual(
            codes(extract),
            [("termless_category", 2), ("too_early_category", 4), ("no_attestation", 5)],
        )

    def test_rows_that_cannot_be_used(self):
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, "учитель", "высшая", "", "№ 5", ""),
            (ORLOVA, "учитель", "высшая", "01.10.2026", "№ 5", ""),
            (SEDOV, "учитель", "первая", "31.08.2020", "", "01.01.2020"),
            (SEDOV, "учитель", "супер", "31.08.2020", "", ""),
        )
        self.assertEqual(extract.rows, [])
        self.assertEqual(
            codes(extract),
            [
                ("missing_value", 2),
                ("date_out_of_range", 3),
                ("dates_reversed", 4),
                ("unknown_category", 5),
                ("missing_value", 5),
            ],
        )

    def test_a_list_of_staff_stays_one(self):
        extract = rows_of(
            ("ФИО", "Должность", "Категория", "Дата присвоения"),
            (ORLOVA, "учитель", "высшая", "02.09.2023"),
        )
        self.assertEqual(extract.layout, "staff")


class TestExperience(unittest.TestCase):
    HEADINGS = ("ФИО", "Стаж", "Начало педагогической деятельности", "Перерыв с", "Перерыв по",
                "Причина")  # fmt: skip

    def test_people_and_their_breaks(self):
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, 20, "01.09.2004", "01.03.2010", "01.09.2013", "отпуск по уходу"),
            (ORLOVA, "", "", "01.10.2020", "", ""),
            (SEDOV, 3, "2022", "", "", ""),
        )
        self.assertEqual(extract.layout, "staff_experience")
        self.assertEqual(codes(extract), [("year_alone", 4)])
        self.assertEqual(
            [(row.name, row.date_from, row.gap_from, row.gap_to) for row in extract.rows],
            [
                (ORLOVA, date(2004, 9, 1), date(2010, 3, 1), date(2013, 9, 1)),
                (ORLOVA, None, date(2020, 10, 1), None),
                (SEDOV, date(2022, 1, 1), None, None),
            ],
        )

    def test_rows_that_cannot_be_used(self):
        extract = rows_of(
            self.HEADINGS,
            (ORLOVA, "", "", "", "", ""),
            (ORLOVA, "", "01.09.2004", "01.03.2010", "01.03.2010", ""),
            (ORLOVA, "", "01.09.2004", "", "01.03.2010", ""),
            (SEDOV, "", "давно", "", "", ""),
        )
        self.assertEqual(extract.rows, [])
        self.assertEqual(
            codes(extract),
            [("missing_value", 2), ("dates_reversed", 3), ("missing_value", 4), ("bad_date", 5)],
        )


if __name__ == "__main__":
    unittest.main()
