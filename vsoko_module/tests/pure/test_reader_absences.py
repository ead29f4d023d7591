import io
import unittest
from datetime import date

import openpyxl
from tools.absences import Missed, count_twice
from tools.readers import Refused, read
from tools.readers.arrangement import Arrangement, Use
from tools.readers.cells import BadValue
from tools.readers.meanings import IGNORED, VOCABULARIES
from tools.readers.pupil_values import parse_absence_reason
from tools.writers.register_files import REGISTERS

TODAY = date(2026, 6, 1)
TITLE = "Пропуски за 2 четверть 2025/2026 учебного года"


def rows_of(*rows, **options):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return read(content.getvalue(), today=TODAY, **options)


def codes(extract):
    return [(problem.code, problem.row) for problem in extract.problems]


class TestReportOfClasses(unittest.TestCase):
    """What journals write over the columns, in one line or in two."""

    def test_headings_in_two_lines(self):
        extract = rows_of(
            (TITLE,),
            ("Класс", "Кол-во учащихся", "Пропущено дней", "", "", "", "Пропущено уроков", "", "",
             ""),
            ("", "", "Всего", "по болезни", "по уважительной причине", "без уважительной причины",
             "Всего", "по болезни", "по уважительной причине", "без уважительной причины"),
            ("5А", 25, 17, 12, 4, 1, 90, 62, 20, 8),
            ("5Б", 24, 7, 7, 0, 0, 35, 35, 0, 0),
            ("5-9 классы", 49, 24, 19, 4, 1, 125, 97, 20, 8),
            ("Итого", "", 24, 19, 4, 1, 125, 97, 20, 8),
        )  # fmt: skip
        self.assertEqual((extract.layout, codes(extract)), ("class_absences", []))
        self.assertEqual(
            [(str(row.class_name), *row[3:9]) for row in extract.rows],
            [("5А", 12, 4, 1, 62, 20, 8), ("5Б", 7, 0, 0, 35, 0, 0)],
        )
        self.assertEqual(extract.rows[0].period, ("quarter", 2))

    def test_a_short_report(self):
        for heading in ("По болезни", "Пропущено по болезни дней", "По болезни (дней)",
                        "Количество пропущенных дней по болезни"):  # fmt: skip
            with self.subTest(heading):
                extract = rows_of((TITLE,), ("Класс", heading), ("5А", 12), ("5Б", ""))
                found = [(row.illness, row.permitted) for row in extract.rows]
                self.assertEqual(found, [(12, None), (None, None)])

    def test_illness_inside_the_good_reasons(self):
        """17 in all: 16 with a good reason, 12 of them by illness, and one without."""
        headings = ("Класс", "Всего дней", "По уважительной причине", "Из них по болезни",
                    "Без уважительной причины")  # fmt: skip
        extract = rows_of((TITLE,), headings, ("5А", 17, 16, 12, 1), ("5Б", 9, 4, 3, 1))
        first, second = (row[3:6] for row in extract.rows)
        self.assertEqual(first, (12, 4, 1))
        # 3 + 4 + 1 is 8 and 4 + 1 is 5: neither is 9
        self.assertEqual(second, (3, 4, 1))
        self.assertEqual(codes(extract), [("days_do_not_add_up", 4)])

    def test_lessons_are_no_days(self):
        extract = rows_of(("Пропуски уроков, 2 четверть",), ("Класс", "По болезни"), ("5А", 62))
        self.assertEqual(extract.rows, [])
        self.assertEqual(codes(extract)[0], ("lessons_only", 2))
        told = rows_of(("Пропуски уроков, 2 четверть",), ("Класс", "По болезни, дней"), ("5А", 12))
        self.assertEqual(told.rows[0].illness, 12)

    def test_what_is_no_number_of_days(self):
        extract = rows_of((TITLE,), ("Класс", "По болезни"), ("5А", -1), ("5Б", 2.5), ("6А", "б"))
        self.assertEqual(extract.rows[0].illness, None)
        self.assertEqual(
            codes(extract), [("bad_days", 3), ("bad_days", 4), ("number_left_empty", 5)]
        )


class TestReportOfPupils(unittest.TestCase):
    def test_the_pupils_of_a_class(self):
        extract = rows_of(
            ("Отчёт о посещаемости класса",),
            ("Класс: 5А",),
            ("Период: 2 четверть",),
            ("№", "ФИО ученика", "Пропущено дней", "", "Пропущено уроков", ""),
            ("", "", "всего", "по болезни", "всего", "по болезни"),
            (1, "Белов Олег Ильич", 5, 3, 28, 16),
            (2, "Зуева Анна Олеговна", "", "", "", ""),
            ("", "Итого", 5, 3, 28, 16),
        )
        self.assertEqual((extract.layout, codes(extract)), ("pupil_missed_days", []))
        row = extract.rows[0]
        self.assertEqual((row.name, str(row.class_name)), ("Белов Олег Ильич", "5А"))
        self.assertEqual((row.illness, row.illness_lessons), (3, 16))
        self.assertEqual((row.period, len(extract.rows)), (("quarter", 2), 2))

    def test_more_by_a_reason_than_in_all(self):
        extract = rows_of(("ФИО", "Класс", "Всего", "По болезни"), ("Белов Олег", "5А", 3, 5))
        self.assertEqual(codes(extract), [("days_do_not_add_up", 2)])


class TestToldByPeople(unittest.TestCase):
    """A report whose columns nobody knows is read as people say."""

    def test_the_columns_of_a_report(self):
        rows = ((TITLE,), ("Коллектив", "Хворали", "Отсутствовали", "Кружки"), ("5А", 12, 15, 3))
        told = Arrangement(
            "class_absences",
            {
                "коллектив": Use("class_name"),
                "хворали": Use("illness"),
                "отсутствовали": Use("total"),
                "кружки": Use(IGNORED),
            },
        )
        self.assertRaises(Refused, rows_of, *rows)
        extract = rows_of(*rows, arrangement=told)
        (row,) = extract.rows
        self.assertEqual((str(row.class_name), row.illness, row.permitted), ("5А", 12, None))
        self.assertEqual(codes(extract), [])

    def test_every_register_may_be_told(self):
        for key in REGISTERS:
            vocabulary = VOCABULARIES[key]
            for field in vocabulary.required:
                names = field if isinstance(field, tuple) else (field,)
                self.assertLessEqual(set(names), set(vocabulary.meanings), key)


class TestListOfAbsences(unittest.TestCase):
    HEADINGS = ("ФИО", "Класс", "С", "По", "Причина", "Дней")

    def test_words_of_schools(self):
        for text, code in (
            ("болезнь", "illness"),
            ("ОРВИ", "illness"),
            ("Б", "illness"),
            ("НП", "unexcused"),
            ("без уважительной причины", "unexcused"),
            ("УП", "permitted"),
            ("соревнования по футболу", "permitted"),
            ("семейные обстоятельства", "family"),
        ):
            self.assertEqual(parse_absence_reason(text), code, text)
        self.assertRaises(BadValue, parse_absence_reason, "не знаю")

    def test_rows(self):
        name = "Белов Олег Ильич"
        extract = rows_of(
            self.HEADINGS,
            (name, "5А", "01.12.2025", "06.12.2025", "болезнь", ""),
            (name, "5А", "13.01.2026", "", "прогул", 1),
            (name, "5А", "06.02.2026", "02.02.2026", "болезнь", ""),
            (name, "5А", "02.02.2026", "03.02.2026", "болезнь", 5),
            (name, "5А", "02.02.2027", "", "болезнь", ""),
            (name, "5А", "02.02.2026", "", "", ""),
        )
        self.assertEqual(extract.layout, "pupil_absences")
        self.assertEqual(
            [(row.date, row.date_to, row.reason, row.days) for row in extract.rows],
            [
                (date(2025, 12, 1), date(2025, 12, 6), "illness", None),
                (date(2026, 1, 13), date(2026, 1, 13), "unexcused", 1),
            ],
        )
        self.assertEqual(
            codes(extract),
            [
                ("dates_reversed", 4),
                ("too_many_days", 5),
                ("date_out_of_range", 6),
                ("missing_value", 7),
            ],
        )


class TestDaysCountedTwice(unittest.TestCase):
    """1 to 6 December 2025 is a week of six school days."""

    def missed(self, first, last, reason, days):
        return Missed(date(2025, 12, first), date(2025, 12, last), reason, days)

    def test_days_and_sums(self):
        week = self.missed(1, 6, "illness", 6)
        self.assertTrue(count_twice(week, self.missed(6, 6, "family", 1)))
        self.assertFalse(count_twice(week, self.missed(8, 8, "illness", 1)))
        month = self.missed(1, 30, "illness", 5)
        self.assertTrue(count_twice(month, week))
        self.assertFalse(count_twice(month, self.missed(1, 30, "permitted", 2)))
        self.assertFalse(count_twice(month, self.missed(6, 6, "family", 1)))


if __name__ == "__main__":
    unittest.main()
