"""Journals and forms of offices: consents, programmes, accidents, missed days, courses."""

import unittest
from datetime import date

from tools.readers import read
from tools.readers.names import split_person
from tools.readers.pupil_values import leader_in, programme_in
from vpr_files import book

TODAY = date(2026, 6, 1)
ORLOVA, BELOV, SEROV = "Орлова Анна Петровна", "Белов Олег Ильич", "Серов Ян Ильич"


def rows_of(*rows):
    return read(book(Лист1=list(map(list, rows))), today=TODAY)


def codes(extract):
    return [(problem.code, problem.row, problem.column) for problem in extract.problems]


class TestConsents(unittest.TestCase):
    HEADINGS = ("№ п/п", "Дата регистрации", "Ф.И.О. обучающегося", "Класс",
                "ФИО родителя (законного представителя)", "Вид согласия",
                "Срок действия согласия", "Подпись")  # fmt: skip

    def test_a_journal(self):
        rows = [
            (1, "01.09.2025", BELOV, "5А", "Белова И. П.", "на обработку данных", until, "подпись")
            for until in ("до окончания обучения", "На весь период обучения", "до отзыва",
                          "бессрочно", "31.08.2026")
        ]  # fmt: skip
        extract = rows_of(("Журнал согласий",), self.HEADINGS, *rows)
        self.assertEqual(extract.layout, "consents")
        ends = [row.date_until for row in extract.rows]
        self.assertEqual(ends, [None] * 4 + [date(2026, 8, 31)])
        self.assertEqual(extract.rows[0].given_by, "Белова И. П.")
        self.assertEqual(codes(extract), [])

    def test_an_end_that_is_no_day_is_named(self):
        row = (1, "01.09.2025", BELOV, "5А", "Белова И. П.", "на фото", "до лета", "")
        extract = rows_of(self.HEADINGS, row)
        self.assertEqual(codes(extract), [("bad_date", 2, 7)])


class TestProgrammes(unittest.TestCase):
    def test_a_list_of_one_programme(self):
        """Its dates are those of the programme and not of the class."""
        extract = rows_of(
            ("Список обучающихся объединения «Робототехника»",),
            (f"Руководитель: {ORLOVA}",),
            ("№", "Фамилия, имя", "Класс", "Дата рождения", "Дата зачисления"),
            (1, "Белов Олег", "5А", "01.02.2014", "15.10.2025"),
        )
        (row,) = extract.rows
        self.assertEqual(extract.layout, "programme_pupils")
        self.assertEqual((row.programme, row.teacher), ("Робототехника", ORLOVA))
        self.assertEqual((row.name, row.date_from), ("Белов Олег", date(2025, 10, 15)))
        self.assertEqual(codes(extract), [])

    def test_what_titles_name(self):
        self.assertEqual(programme_in("Список кружка «Шахматы»"), "Шахматы")
        self.assertEqual(programme_in("Курс внеурочной деятельности «Эрудит»"), "Эрудит")
        self.assertEqual(programme_in("Класс учится по программе «Школа России»"), "")
        self.assertEqual(leader_in("Педагог доп. образования: Орлова А. П."), "Орлова А. П.")
        self.assertEqual(leader_in("Классный руководитель"), "")

    def test_directions_of_extracurricular_activity(self):
        headings = ("ФИО обучающегося", "Класс", "Название кружка, секции", "Направление")
        extract = rows_of(
            headings,
            (BELOV, "5А", "Эрудит", "общеинтеллектуальное"),
            (SEROV, "5А", "Мяч", "спортивно-оздоровительное"),
            (SEROV, "5А", "Мяч", "физкультурно-спортивная"),
        )
        self.assertEqual([row.direction for row in extract.rows], [None, None, "sport"])
        self.assertEqual(codes(extract), [])
        titled = rows_of(
            ("Занятость во внеурочной деятельности",),
            headings,
            (BELOV, "5А", "Театр", "социальное"),
        )
        self.assertEqual([row.direction for row in titled.rows], [None])


class TestAccidents(unittest.TestCase):
    HEADINGS = (
        "№ п/п",
        "Дата и время несчастного случая",
        "Фамилия, имя, отчество пострадавшего, год рождения",
        "Класс (группа)",
        "Место несчастного случая",
        "Вид происшествия, приведшего к несчастному случаю",
        "Краткие обстоятельства и причины несчастного случая",
        "Характер полученных повреждений здоровья",
        "№ и дата составления акта",
        "Последствия несчастного случая",
        "Принятые меры по устранению причин несчастного случая",
    )

    def test_the_official_form(self):
        extract = rows_of(
            self.HEADINGS,
            tuple(range(1, 12)),
            (1, "13.11.2025 10:30", f"{BELOV}, 2014", "5А", "спортзал", "падение", "бежал", "ушиб",
             "№ 7 от 14.11.2025", "выздоровление", "беседа"),
        )  # fmt: skip
        (row,) = extract.rows
        self.assertEqual((extract.layout, codes(extract)), ("injuries", []))
        self.assertEqual((row.number, row.date, row.time), ("1", date(2025, 11, 13), 10.5))
        self.assertEqual((row.name, row.place_kind), (BELOV, "pe"))
        self.assertEqual((row.act_number, row.act_date), ("7", date(2025, 11, 14)))

    def test_a_birth_beside_a_name(self):
        for text in (f"{BELOV}, 2014 г.р.", f"{BELOV} (01.02.2014)", f"{BELOV}, 01.02.2014 г. р.",
                     f"1. {BELOV} 2014 года рождения"):  # fmt: skip
            self.assertEqual(split_person(text).name, BELOV, text)


class TestMissedDays(unittest.TestCase):
    def test_days_and_lessons_under_one_heading(self):
        extract = rows_of(
            ("Сведения о пропусках обучающимися 5А класса за 1 четверть",),
            ("№", "ФИО обучающегося", "По болезни", "", "По уважительной причине", ""),
            ("", "", "дней", "уроков", "дней", "уроков"),
            (1, BELOV, 2, 10, 1, 5),
        )
        (row,) = extract.rows
        self.assertEqual((row.illness, row.illness_lessons), (2, 10))
        self.assertEqual((row.permitted, row.permitted_lessons), (1, 5))
        self.assertEqual(codes(extract), [])

    def test_lessons_of_one_day(self):
        extract = rows_of(
            (
                "Дата отсутствия",
                "ФИО обучающегося",
                "Класс",
                "Причина",
                "Кол-во пропущенных уроков",
            ),
            ("05.11.2025", BELOV, "5А", "болезнь", 5),
        )
        self.assertEqual([row.lessons for row in extract.rows], [5])
        self.assertEqual(codes(extract), [])


class TestUpbringing(unittest.TestCase):
    def test_percent_beside_people(self):
        extract = rows_of(
            ("Класс", "Кол-во учащихся", "Классный руководитель", "Высокий", "", "Средний", "",
             "Низкий", ""),
            ("", "", "", "чел.", "%", "чел.", "%", "чел.", "%"),
            ("5А", 25, ORLOVA, 10, 40, 12, 48, 3, 12),
        )  # fmt: skip
        (row,) = extract.rows
        self.assertEqual((row.high, row.middle, row.low, row.date), (10, 12, 3, None))
        self.assertEqual(codes(extract), [])


class TestStaff(unittest.TestCase):
    def test_a_day_in_a_heading(self):
        extract = rows_of(
            ("ФИО работника", "Должность", "Общий стаж на 01.09.2025", "Пед. стаж на 01.09.2025"),
            (ORLOVA, "учитель", 20, 18),
        )
        self.assertEqual(extract.rows[0].experience, 18)
        self.assertEqual(extract.titles.day, date(2025, 9, 1))
        self.assertEqual(codes(extract), [])

    def test_the_last_day_of_a_span(self):
        headings = ("ФИО", "Название курсов", "Объём часов", "Сроки прохождения")
        for text in (
            "01.10.2025 - 10.11.2025",
            "с 01.10.2025 по 10.11.2025 г.",
            "01.10–10.11.2025",
        ):
            extract = rows_of(headings, (ORLOVA, "Оценка", 36, text))
            self.assertEqual([row.date_end for row in extract.rows], [date(2025, 11, 10)], text)
        named = rows_of(headings, (ORLOVA, "Оценка", 36, "октябрь 2025"))
        self.assertEqual(codes(named), [("bad_date", 2, 4)])
