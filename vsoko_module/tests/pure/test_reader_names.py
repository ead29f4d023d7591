import unittest
from datetime import date

from tools.readers.class_names import parse_range, split_groups
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
    read_class,
    readings,
    split_classes,
    split_person,
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

    def test_what_stands_beside_a_name(self):
        for text, name, note in (
            ("1. Орлов Иван Петрович", "Орлов Иван Петрович", ""),
            ("12) Орлов И.П.", "Орлов И.П.", ""),
            ("Бондаревский, Тимур Андреевич", "Бондаревский Тимур Андреевич", ""),
            ("Белова Юлия*", "Белова Юлия", ""),
            ("Кузин Пётр (надомное обучение)", "Кузин Пётр", "надомное обучение"),
            ("Кузин Пётр, выбыл 15.01.2026", "Кузин Пётр", "выбыл 15.01.2026"),
            ("Кузин Пётр - на дому", "Кузин Пётр", "на дому"),
            ("Иванова (быв. Сидорова) Мария", "Иванова (Сидорова) Мария", ""),
            ("Кызыл\u2011оол Аяс", "Кызыл-оол Аяс", ""),
        ):
            with self.subTest(text):
                self.assertEqual(split_person(text), (name, note))
                self.assertTrue(is_person(text))

    def test_unusual_names(self):
        for text in (
            "Ан Е",
            "Сорокин Олег II",
            "Х1амзатов Мух1амад",
            "Эль-Хасан Мухаммед Али Абд ар-Рахман ибн Салим аль-Масри",
        ):
            self.assertTrue(is_person(text), text)
        self.assertTrue(is_person("Ким", lone=True))
        self.assertFalse(is_person("Ким"))
        for text in ("ким", "К", "Вакансия", "Всего", "Мальчики", "5Б"):
            self.assertFalse(is_person(text, lone=True), text)
        self.assertEqual(fold_person("Х1амзатов"), fold_person("ХӀамзатов"))
        self.assertEqual(fold_person("HOCOBA Анна"), "носова анна")

    def test_two_surnames_are_two_readings(self):
        self.assertEqual(readings("Иванова (Сидорова) Мария"), ("иванова мария", "сидорова мария"))
        self.assertEqual(readings("Иванова Мария (на дому)"), ("иванова мария",))


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

    def test_people_of_the_same_first_names_are_suggested_first(self):
        found = self.people.match("Вербина Варвара Ильинична")
        self.assertEqual((found.key, found.keys[:2]), (None, (2, 3)))
        # by its letters alone the whole name is nearer to that of the other one
        found = self.people.match("Куницына Ксения Петровна")
        self.assertEqual(found.keys[:2], (1, 4))
        found = self.people.match("Лунёв Кирилл Олегович")
        self.assertEqual((found.key, found.keys[0]), (None, 5))

    def test_full_names(self):
        self.assertEqual(self.people.match("куницына ксения алексеевна"), Match(UNIQUE, (1,)))
        self.assertEqual(self.people.match("ЛУНЕВ КИРИЛЛ").key, 5)

    def test_namesakes_are_never_guessed(self):
        match = self.people.match("Вербина Варвара Михайловна")
        self.assertEqual(match, Match(AMBIGUOUS, (2, 3)))
        self.assertIsNone(match.key)

    def test_shorter_names_that_fit_one_person(self):
        for text in (
            "Куницына К.А.",
            "Куницына К А",
            "Куницына КА",
            "К.А. Куницына",
            "Куницына Ксения",
            "Куницына Ксения А.",
            "Куницына Кс.",
            "Ксения Алексеевна Куницына",
            "3. Куницына, Ксения (на дому)",
        ):
            self.assertEqual(self.people.match(text).key, 1, text)

    def test_shorter_names_that_fit_nobody_or_several(self):
        self.assertEqual(self.people.match("Куницына К."), Match(AMBIGUOUS, (1, 4)))
        self.assertEqual(self.people.match("Куницына Е.А.").status, UNKNOWN)
        self.assertEqual(self.people.match("Вербина В.").status, AMBIGUOUS)
        self.assertEqual(self.people.match("Лунёв").status, UNKNOWN)
        inside = PersonMatcher([(1, "Лунёв Кирилл"), (2, "Ким")], lone_surname=True)
        self.assertEqual(inside.match("Лунёв").key, 1)
        self.assertEqual(inside.match("Ким").key, 2)

    def test_the_date_of_birth_tells_namesakes_apart(self):
        born = [date(2012, 1, 1), date(2012, 5, 5)]
        people = PersonMatcher([(1, "Тёзкин Иван", born[0]), (2, "Тёзкин Иван", born[1])])
        self.assertEqual(people.match("Тёзкин Иван", born[1]).key, 2)
        self.assertEqual(people.match("Тёзкин И.", born[0]).key, 1)
        self.assertEqual(people.match("Тёзкин Иван").status, AMBIGUOUS)
        other = people.match("Тёзкин Иван", date(2011, 1, 1))
        self.assertEqual(other, Match(UNKNOWN, (1, 2)))

    def test_another_surname_in_brackets(self):
        people = PersonMatcher([(1, "Иванова (Сидорова) Мария Ивановна"), (2, "Сидорова Анна")])
        for text in ("Иванова Мария Ивановна", "Сидорова М.И.", "Иванова (Сидорова) Мария"):
            self.assertEqual(people.match(text).key, 1, text)

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
        self.assertEqual(parse_class("12А"), ClassName(12, "А"))
        self.assertEqual(parse_class("IX «Б» класс"), ClassName(9, "Б"))
        for text in ("0А", "13А", "А9", "", "99", "девятый", "05.01.2026", "10 чел.", "5 лет"):
            with self.subTest(text):
                self.assertIsNone(parse_class(text))
                self.assertEqual(read_class(text).grade, 0)

    def test_spellings_of_one_class_are_one(self):
        for texts in (
            ("5-1", "5.1", "5/1", "5_1", "5 - 1 класс"),
            ("10А(гум)", "10А (гум.)", "10-а гум"),
            ("5А1", "5А-1", "5-А-1"),
            ("1 «Солнышко»", "1 Солнышко", "1-солнышко"),
            ("9АБВГ", "9абвг"),
        ):
            names = {parse_class(text) for text in texts}
            self.assertEqual((len(names), len({name.key for name in names})), (1, 1), texts)

    def test_two_classes_are_never_one(self):
        texts = "5 5А 5-1 5-10 51А 5А1 5АБ 8КК 8К-1 10А 10А(гум) 10гуманитарный 1доп 11 11А 1-1"
        names = [read_class(text) for text in texts.split()]
        self.assertEqual(len({name.key for name in names}), len(names))

    def test_a_class_is_shown_as_the_school_writes_it(self):
        for text in ("5-1", "10А(гум)", "1 «Солнышко»", "12", "10-ФМ", "11 УК", "7 кор", "10инф"):
            self.assertEqual(str(parse_class(text)), text)
        self.assertEqual(str(parse_class("9 «a» класс")), "9А")
        self.assertEqual(parse_class("1 «Солнышко»").designation, "Солнышко")
        self.assertEqual(str(ClassName(5, "1")), "5-1")

    def test_classes_stand_in_their_order(self):
        texts = ["5-2", "5-10", "5А", "10А", "11"]
        self.assertEqual(sorted(texts, key=lambda text: parse_class(text).key), texts)

    def test_several_classes(self):
        for text, expected in (
            ("5А, 5Б;6-а", ["5А", "5Б", "6А"]),
            ("5А, Б и 6А", ["5А", "5Б", "6А"]),
            ("10А+11А", ["10А", "11А"]),
            ("5А/5Б", ["5А", "5Б"]),
            ("5/1", ["5/1"]),
            ("5Б/1", ["5Б/1"]),
            ("2+4", ["2+4"]),
            ("5А, все", ["5А", "все"]),
        ):
            self.assertEqual([str(name) for name in split_classes(text)], expected)
        self.assertEqual(split_classes("5А, все")[1].grade, 0)

    def test_groups_and_ranges(self):
        self.assertEqual(
            split_groups("5А (1 гр.), 5Б 2 подгруппа"),
            [(ClassName(5, "А"), "1 группа"), (ClassName(5, "Б"), "2 группа")],
        )
        self.assertEqual(parse_class("5А (1 гр.)"), ClassName(5, "А"))
        self.assertEqual(parse_range("8-9А"), (8, 9, "А"))
        self.assertEqual(parse_range("5 – 7 классы"), (5, 7, ""))
        for text in ("5-1", "5А", "5-13", "7-7"):
            self.assertIsNone(parse_range(text), text)


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

    def test_classes_of_free_designations(self):
        for line, name in (
            ("Класс: 5-1", "5-1"),
            ("Класс: 10А(гум)", "10А гум"),
            ("Класс: 1 «Солнышко»", "1 солнышко"),
            ("Ведомость 5-1 класса за 2 четверть", "5-1"),
            ("Ведомость 10А (гум) класса", "10А гум"),
            ("Ведомость 1 «Солнышко» класса", "1 солнышко"),
            ("Класс 1 «А» — 9 чел.", "1А"),
            ("9А класс, 2 четверть", "9А"),
            ("9 класс", "9"),
        ):
            with self.subTest(line):
                self.assertEqual(read_titles([[line]]).class_name, parse_class(name))

    def test_the_day_of_a_list(self):
        titles = read_titles([["Кадровый состав МБОУ на 31.12.2025"], ["на 01.01.2026"]])
        self.assertEqual(titles.day, date(2025, 12, 31))
        self.assertIsNone(read_titles([["приказ от 31.12.2025"], ["на 31.02.2025"]]).day)

    def test_the_school_year_is_no_period(self):
        self.assertIsNone(read_titles([["Учебный год: 2025/2026"]]).period)
        self.assertEqual(read_titles([["Период: Год"]]).period, PeriodName("year", 1))
        self.assertEqual(read_titles([["Ведомость 9A класса"]]).class_name, ClassName(9, "А"))

    def test_the_period_is_the_school_year(self):
        for line in (
            "Период: 2025/2026 учебный год",
            "Период: за 2025/26 уч. год",
            "Период: учебный год 2025-2026",
            "Период: 2025/2026",
            "Сводная ведомость за Год 2025/2026 уч. года. Класс 6 А",
            "Сводная ведомость за 2025–2026 уч.г.",
            "Ведомость годовых отметок 6А класса",
        ):
            with self.subTest(line):
                titles = read_titles([["Учебный год: 2025/2026"], [line]])
                self.assertEqual(titles.period, PeriodName("year", 1))
                self.assertEqual(titles.year, 2025)

    def test_a_term_counts_before_the_school_year_beside_it(self):
        for lines, period in (
            (("Ведомость за 2025/2026 учебный год", "2 четверть"), ("quarter", 2)),
            (("Период: 2025/2026 учебный год", "Четверть: 3"), ("quarter", 3)),
            (("Период: II полугодие 2025/2026 учебного года",), ("half", 2)),
            (("Сводная ведомость за 1 четверть 2025/2026 уч. года",), ("quarter", 1)),
        ):
            with self.subTest(lines):
                titles = read_titles([[line] for line in lines])
                self.assertEqual(titles.period, PeriodName(*period))
        quarter = PeriodName("quarter", 4)
        lines = [["Ведомость за 2025/2026 учебный год"]]
        self.assertEqual(read_titles(lines, named=quarter).period, quarter)
        self.assertIsNone(read_titles([["Список на 2025/2026 учебный год"]]).period)


if __name__ == "__main__":
    unittest.main()
