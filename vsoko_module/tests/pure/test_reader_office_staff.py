"""Lists of staff with the headings that schools write."""

import unittest
from datetime import date

from tools.readers import Refused, read
from tools.readers.cells import BadValue
from tools.readers.staff_values import day_beside, parse_education
from vpr_files import book

TODAY = date(2026, 6, 1)
ORLOVA, SEDOV = "Орлова Анна Петровна", "Седов Игорь Львович"


def rows_of(*rows):
    return read(book(Лист1=list(map(list, rows))), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row, problem.column) for problem in extract.problems]


class TestStaff(unittest.TestCase):
    def test_years_of_which_kind(self):
        """The pedagogic years are read, all years are left as personal."""
        person = (1, ORLOVA, "учитель", 20, 18)
        for general, pedagogic in (
            ("Стаж общий", "Стаж пед."),
            ("Общий стаж", "Педстаж"),
            ("Общий трудовой стаж, лет", "Стаж педагогической работы"),
            ("Стаж работы общий", "Педагогический стаж, лет"),
        ):
            extract = rows_of(("№", "ФИО", "Должность", general, pedagogic), person)
            with self.subTest(general):
                self.assertEqual(extract.rows[0].experience, 18)
                self.assertEqual(codes(extract), [])

    def test_years_under_one_heading(self):
        extract = rows_of(
            ("№", "ФИО", "Должность", "Стаж", "", ""),
            ("", "", "", "общий", "пед.", "в данной школе"),
            (1, ORLOVA, "учитель", 20, 18, 5),
        )
        self.assertEqual([row.experience for row in extract.rows], [18])
        self.assertEqual(codes(extract), [])

    def test_years_alone_are_pedagogic_unless_another_column_is(self):
        alone = rows_of(("ФИО", "Должность", "Стаж"), (ORLOVA, "учитель", 20))
        self.assertEqual(alone.rows[0].experience, 20)
        beside = rows_of(("ФИО", "Должность", "Стаж", "Пед. стаж"), (ORLOVA, "учитель", 20, 18))
        self.assertEqual(beside.rows[0].experience, 18)
        self.assertEqual([code for code, *_place in codes(beside)], ["unread_cell"])

    def test_a_category_with_its_day(self):
        extract = rows_of(
            ("Ф.И.О. педагога", "Занимаемая должность", "Квалификационная категория, дата"),
            (ORLOVA, "учитель", "высшая, 20.03.2023"),
            (SEDOV, "учитель", "первая до 20.03.2028"),
        )
        self.assertEqual(
            [(row.category, row.category_date) for row in extract.rows],
            [("highest", date(2023, 3, 20)), ("first", None)],
        )
        self.assertEqual(codes(extract), [])

    def test_a_last_course_among_words(self):
        extract = rows_of(
            ("ФИО", "Должность", "Курсы повышения квалификации"),
            (ORLOVA, "учитель", "ИРО, 36 ч., 10.11.2024"),
            (ORLOVA.replace("А", "И"), "учитель", "ИРО, 2022; МГПУ, 05.02.2025"),
            (SEDOV, "учитель", "4 марта 2024"),
        )
        self.assertEqual(
            [row.last_course for row in extract.rows],
            [date(2024, 11, 10), date(2025, 2, 5), date(2024, 3, 4)],
        )
        self.assertEqual(codes(extract), [])

    def test_days_of_categories(self):
        for text, day in (
            ("высшая, 2021", (date(2021, 1, 1), True)),
            ("первая от 05.04.2022 г.", (date(2022, 4, 5), False)),
            ("первая, 31.02.2022", None),
            ("высшая, 20.03.2027", None),
            ("высшая", None),
        ):
            self.assertEqual(day_beside(text, TODAY), day, text)

    def test_what_was_finished_names_the_level(self):
        for text, level in (
            ("МГПУ, Московский педагогический университет, 2005", "higher"),
            ("Омский институт культуры", "higher"),
            ("Колледж при академии искусств", "secondary"),
            ("неоконченное высшее, университет", "other"),
        ):
            self.assertEqual(parse_education(text), level, text)
        self.assertRaises(BadValue, parse_education, "студент университета")

    def test_personal_columns_are_left(self):
        extract = rows_of(
            ("ФИО", "Должность", "Телефон", "Дом. адрес", "СНИЛС", "Паспорт (серия, номер)",
             "ИНН", "E-mail", "Нагрузка", "Любимый цвет"),
            (ORLOVA, "учитель", "8-900", "ул. Мира", "111", "5200 1", "55", "a@b.ru", 18, "синий"),
            (SEDOV, "учитель", "8-900", "ул. Мира", "111", "5200 1", "55", "a@b.ru", 18, "белый"),
        )  # fmt: skip
        self.assertEqual(len(extract.rows), 2)
        self.assertEqual(codes(extract), [("unread_column", 1, 10)])


class TestAttestation(unittest.TestCase):
    HEADINGS = ("ФИО", "Должность", "Категория", "Дата присвоения", "Срок действия", "№ приказа")

    def test_no_end(self):
        """A category may be without an end, the conformity with the position is not."""
        texts = ("бессрочно", "Без ограничения срока", "без срока действия", "—", "-", "")
        rows = [(ORLOVA, "учитель", "высшая", "20.03.2024", text, "№ 5") for text in texts]
        extract = rows_of(self.HEADINGS, *rows)
        self.assertEqual([row.date_end for row in extract.rows], [None] * len(texts))
        self.assertEqual({row.order for row in extract.rows}, {"№ 5"})
        self.assertEqual(codes(extract), [])
        fitness = rows_of(
            self.HEADINGS, (ORLOVA, "учитель", "соответствие", "20.03.2024", "бессрочно", "№ 5")
        )
        self.assertEqual(codes(fitness), [("date_left_empty", 2, 5)])


class TestCourses(unittest.TestCase):
    def test_the_number_of_the_document(self):
        for heading in ("№ удостоверения", "Рег. номер", "Реквизиты документа", "№ документа"):
            extract = rows_of(
                ("№", "ФИО педагога", "Наименование программы", "Кол-во часов", "Дата", heading),
                (1, ORLOVA, "Оценка работ", 36, "10.11.2025", "123456"),
            )
            with self.subTest(heading):
                self.assertEqual(extract.rows[0].document, "123456")
                self.assertEqual(codes(extract), [])


class TestEvents(unittest.TestCase):
    def test_the_kind_of_a_heading(self):
        for heading, kind in (
            ("Название конкурса", "contest"),
            ("Тема публикации", "publication"),
            ("Тема выступления", "speech"),
            ("Тема открытого урока", "open_lesson"),
        ):
            extract = rows_of(
                ("№", "ФИО педагога", heading, "Уровень", "Результат", "Дата проведения"),
                (1, ORLOVA, "Оценка работ", "муниципальный", "победитель", "12.03.2026"),
            )
            with self.subTest(heading):
                self.assertEqual(extract.layout, "staff_events")
                self.assertEqual([row.kind for row in extract.rows], [kind])
                self.assertEqual(codes(extract), [])

    def test_pupils_are_no_staff(self):
        with self.assertRaises(Refused):
            rows_of(
                ("ФИО", "Название конкурса", "Уровень", "Дата"),
                ("Белов Олег Ильич", "Чтецы", "школьный", "12.03.2026"),
            )


class TestPupils(unittest.TestCase):
    def test_personal_columns_of_every_list_of_pupils(self):
        personal = ("СНИЛС", "Адрес проживания", "Контактный телефон", "ФИО родителей", "Мать",
                    "Полис ОМС", "Св-во о рождении", "№ личного дела")  # fmt: skip
        left = ("111", "ул. Мира", "8-900", "Орлова А. П.", "Орлова А. П.", "55", "II-КН", "7")
        name = "Белов Олег Ильич"
        for headings, row in (
            (("ФИО", "Класс", "Дата рождения"), (name, "5А", "01.02.2014")),
            (("ФИО", "Класс", "Кружок"), (name, "5А", "Шахматы")),
            (("ФИО", "Класс", "Куда поступил"), (name, "9А", "СПО")),
            (("ФИО", "Класс", "Причина", "Дата"), (name, "9А", "болезнь", "05.05.2026")),
        ):
            extract = rows_of((*headings, *personal), (*row, *left))
            with self.subTest(headings):
                self.assertEqual(len(extract.rows), 1)
                self.assertEqual(codes(extract), [])

    def test_what_the_layout_reads_is_no_personal_column(self):
        extract = rows_of(
            ("ФИО", "Класс", "Согласие на", "ФИО родителя", "Дата", "Телефон"),
            ("Белов Олег Ильич", "5А", "фото", "Белова И. П.", "01.09.2025", "8-900"),
        )
        self.assertEqual(extract.rows[0].given_by, "Белова И. П.")
        self.assertEqual(codes(extract), [])
