import unittest
from datetime import date

from tools.readers.matching import (
    AMBIGUOUS,
    UNIQUE,
    UNKNOWN,
    Match,
    PersonMatcher,
    SubjectMatcher,
)
from tools.readers.names import (
    ClassName,
    fold_person,
    fold_subject,
    initials_key,
    is_person,
    parse_class,
    split_classes,
)
from tools.readers.titles import PeriodName, parse_period, parse_year, read_titles


class TestPersons(unittest.TestCase):
    def test_one_spelling(self):
        for text in (
            "Ведеркина Стефания Романовна",
            " ВЕДЁРКИНА  СТЕФАНИЯ РОМАНОВНА",
            "Ведёркина\u00a0Стефания\u00a0Романовна",
            "Beдёpкинa Cтeфaния Poмaнoвнa",
            "Веде\u0308ркина Стефания Романовна",
        ):
            with self.subTest(text):
                self.assertEqual(fold_person(text), "ведеркина стефания романовна")

    def test_hyphens_and_foreign_names(self):
        self.assertEqual(fold_person("Петрова – Водкина Анна"), fold_person("петрова-водкина анна"))
        self.assertEqual(fold_person("Smith Adam"), "smith adam")

    def test_what_can_be_a_name(self):
        for text in (
            "Слюдин Всеволод",
            "Берёзкина Анфиса Фарид кызы",
            "Иванов-Петров О'Нил",
            "Куницына К. А.",
            "Куницына К.А.",
        ):
            self.assertTrue(is_person(text), text)
        for text in (
            "=cmd|' /C calc'!A0",
            "Итого",
            "",
            "9А 9Б",
            "<b>Иван Иванов</b>",
            "Иван 2",
            "а б в г д е ж з",
        ):
            self.assertFalse(is_person(text), text)

    def test_initials(self):
        for text in ("Куницына К.А.", "Куницына К. А.", "К.А. Куницына", "КУНИЦЫНА К.А."):
            self.assertEqual(initials_key(text), ("куницына", "ка"))
        self.assertEqual(initials_key("Куницына К."), ("куницына", "к"))
        self.assertIsNone(initials_key("Куницына Ксения Алексеевна"))


class TestMatching(unittest.TestCase):
    def setUp(self):
        self.people = PersonMatcher(
            [
                (1, "Куницына Ксения Алексеевна"),
                (2, "Вербина Варвара Михайловна"),
                (3, "Вербина Варвара Михайловна"),
                (4, "Куницына Клавдия Петровна"),
                (5, "Лунёв Кирилл"),
            ]
        )

    def test_full_names(self):
        self.assertEqual(self.people.match("куницына ксения алексеевна"), Match(UNIQUE, (1,)))
        self.assertEqual(self.people.match("ЛУНЕВ КИРИЛЛ").key, 5)

    def test_namesakes_are_never_guessed(self):
        match = self.people.match("Вербина Варвара Михайловна")
        self.assertEqual(match, Match(AMBIGUOUS, (2, 3)))
        self.assertIsNone(match.key)

    def test_initials(self):
        self.assertEqual(self.people.match("Куницына К.А.").key, 1)
        self.assertEqual(self.people.match("Куницына К.").status, AMBIGUOUS)
        self.assertEqual(self.people.match("Куницына Е.А.").status, UNKNOWN)

    def test_unknown_names_get_suggestions(self):
        missing = self.people.match("Лунёв Кирилл Алексеевич")
        self.assertEqual((missing.status, missing.key), (UNKNOWN, None))
        self.assertIn(5, missing.keys)
        self.assertEqual(self.people.match("Несуществующий Никто Никакович").keys, ())

    def test_subjects(self):
        subjects = SubjectMatcher([(1, "Русский язык"), (2, "Труд (технология)"), (3, "Музыка")])
        self.assertEqual(subjects.match("РУССКИЙ  ЯЗЫК").key, 1)
        self.assertEqual(subjects.match("Труд  (Технология)").key, 2)
        self.assertEqual(subjects.match("Рус. яз."), Match(UNKNOWN, (1,)))
        self.assertEqual(subjects.match("Драконоведение"), Match(UNKNOWN, ()))
        self.assertEqual(fold_subject("Изо-искусство"), "изо искусство")


class TestClasses(unittest.TestCase):
    def test_spellings(self):
        for text in (
            "9А",
            "9-А",
            "9 «А»",
            "9 А",
            '9 "А"',
            "9а",
            "9A",
            "9А класс",
            " 9А ",
            "9\u00a0А",
            "класс 9А",
            "9 “А”",
            "9–а кл.",
        ):
            with self.subTest(text):
                self.assertEqual(parse_class(text), ClassName(9, "А"))

    def test_grades(self):
        self.assertEqual(parse_class("11"), ClassName(11, ""))
        self.assertEqual(str(parse_class("10инф")), "10ИНФ")
        for text in ("0А", "12А", "А9", "9АБВГ", "", "9.А", "99", "девятый"):
            with self.subTest(text):
                self.assertIsNone(parse_class(text))

    def test_several_classes(self):
        self.assertEqual([str(name) for name in split_classes("5А, 5Б;6-а")], ["5А", "5Б", "6А"])
        self.assertEqual(split_classes("5А, все"), [ClassName(5, "А"), None])


class TestTitles(unittest.TestCase):
    def test_periods(self):
        expected = {
            "1 четверть": ("quarter", 1),
            "IV четверть": ("quarter", 4),
            "2-я четверть": ("quarter", 2),
            "3 триместр": ("trimester", 3),
            "II полугодие": ("half", 2),
            "1-е полугодие": ("half", 1),
            "Год": ("year", 1),
            "год 2025/2026 учебного года": ("year", 1),
        }
        for text, period in expected.items():
            with self.subTest(text):
                self.assertEqual(parse_period(text), PeriodName(*period))
        for text in ("5 четверть", "0 четверть", "", "вчера", "3 полугодие", "четверть"):
            with self.subTest(text):
                self.assertIsNone(parse_period(text))

    def test_years(self):
        for text in ("2025/2026", "2025-2026 уч. год", "2025–26", "2025/26"):
            self.assertEqual(parse_year(text), 2025, text)
        for text in ("2025", "2025/2024", "2025/2027", "12025/2026"):
            self.assertIsNone(parse_year(text), text)

    def test_lines(self):
        titles = read_titles(
            [
                ["МБОУ «Школа-образец № 9»"],
                ["Сводная ведомость за 2 четверть"],
                ["Класс: 6А   Учебный год: 2025/2026", ""],
                ["Классный руководитель: Иванова А.П."],
                ["Предмет: Алгебра"],
                ["Учитель:  Петрова  Анна"],
            ]
        )
        self.assertEqual(titles.period, PeriodName("quarter", 2))
        self.assertEqual(titles.class_name, ClassName(6, "А"))
        self.assertEqual(
            (titles.year, titles.subject, titles.teacher), (2025, "Алгебра", "Петрова Анна")
        )

    def test_the_day_of_a_list(self):
        titles = read_titles([["Кадровый состав МБОУ на 31.12.2025"], ["на 01.01.2026"]])
        self.assertEqual(titles.day, date(2025, 12, 31))
        self.assertIsNone(read_titles([["приказ от 31.12.2025"], ["на 31.02.2025"]]).day)

    def test_the_school_year_is_no_period(self):
        self.assertIsNone(read_titles([["Учебный год: 2025/2026"]]).period)
        self.assertEqual(read_titles([["Период: Год"]]).period, PeriodName("year", 1))
        self.assertEqual(read_titles([["Ведомость 9A класса"]]).class_name, ClassName(9, "А"))


if __name__ == "__main__":
    unittest.main()
