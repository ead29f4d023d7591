from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import ImportCase
from .test_import_base import PUPILS, pupil, workbook

ACHIEVED = ("ФИО", "Класс", "Предмет", "Результат")
FINISHED = ("ФИО выпускника", "Класс", "Аттестат", "Трудоустройство", "Учреждение")
ATTENDED = ("Программа", "Направленность", "ФИО", "Класс", "Зачислен")
MISSED = ("Класс", "По болезни, дней", "Без уважительной причины, дней")
FIRST, SECOND, LAST = "Белов Олег Ильич", "Зуева Анна Олеговна", "Юрьев Пётр Ильич"


@tagged("post_install", "-at_install")
class TestImportRegisters(ImportCase):
    """Simple tables become lines of the registers of pupils."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        people = [pupil(FIRST, "5А"), pupil(SECOND, "5А"), pupil(LAST, "9А")]
        cls.upload("pupils.xlsx", workbook(Контингент=[PUPILS, *people]))._load()

    def load_rows(self, *rows, name="a.xlsx"):
        record = self.upload(name, workbook(Лист1=rows))
        record._load()
        return record

    def test_a_protocol_of_the_national_olympiad(self):
        titles = (
            ("Протокол муниципального этапа всероссийской олимпиады школьников",),
            ("05.12.2025",),
        )
        rows = ((FIRST, "5А", "Математика", "победитель"), (SECOND, "5А", "Математика", "призер"))
        record = self.load_rows(*titles, ACHIEVED, *rows)
        self.assertEqual((record.layout, record.count_new), ("achievements", 2))
        lines = self.env["vsoko.achievement"].search([], order="id")
        self.assertEqual(lines.mapped("result"), ["winner", "prize"])
        self.assertEqual(set(lines.mapped("level")), {"municipal"})
        self.assertEqual(set(lines.mapped("kind")), {"national_olympiad"})
        self.assertEqual(lines.student_ids.mapped("name"), [FIRST, SECOND])

    def test_the_same_protocol_again_changes_what_was_corrected(self):
        title = ("Муниципальный этап ВсОШ, 05.12.2025",)
        self.load_rows(title, ACHIEVED, (FIRST, "5А", "Математика", "участник"))
        record = self.load_rows(
            title, ACHIEVED, (FIRST, "5А", "Математика", "призёр"), name="b.xlsx"
        )
        self.assertEqual((record.count_new, record.count_changed), (0, 1))
        line = self.env["vsoko.achievement"].search([])
        self.assertEqual((line.result, line.import_id), ("prize", self.env["vsoko.import"].search(
            [("name", "=", "a.xlsx")])))  # fmt: skip

    def test_what_is_not_understood_is_named(self):
        title = ("Муниципальный этап ВсОШ, 05.12.2025",)
        record = self.load_rows(
            title,
            ACHIEVED,
            (FIRST, "5А", "Математика", "молодец"),
            ("Неизвестный Иван Иванович", "5А", "Математика", "участник"),
            (SECOND, "5А", "Математика", "участник"),
        )
        self.assertEqual(self.counts(record)[0], 1)
        self.assertTrue(any("молодец" in text for text in self.messages(record)))
        self.assertTrue(any("Неизвестный" in text for text in self.messages(record, "error")))

    def test_the_day_of_a_protocol_is_said_once(self):
        record = self.upload(
            "a.xlsx",
            workbook(
                Лист1=(
                    ("Муниципальный этап ВсОШ, ноябрь 2025",),
                    ACHIEVED,
                    (FIRST, "5А", "Математика", "участник"),
                    (SECOND, "5А", "Математика", "призёр"),
                )
            ),
        )
        record.action_check()
        self.assertTrue(record.asks_day)
        self.assertEqual((record.count_new, record.count_error), (0, 1))
        self.assertEqual((record.count_rows, record.count_rows_loaded), (2, 0))
        record.work_date = "2025-11-12"
        record._load()
        days = self.env["vsoko.achievement"].search([]).mapped("date")
        self.assertEqual([str(day) for day in days], ["2025-11-12"] * 2)

    def test_a_row_without_a_day_among_others(self):
        record = self.load_rows(
            (*ACHIEVED, "Мероприятие", "Уровень", "Дата"),
            (FIRST, "5А", "Математика", "участник", "Турнир", "школьный", "12.11.2025"),
            (SECOND, "5А", "Математика", "участник", "Турнир", "школьный", ""),
        )
        self.assertEqual((record.count_new, record.count_error), (1, 1))
        self.assertEqual((record.count_rows, record.count_rows_loaded), (2, 1))

    def test_a_graduate_whose_way_is_not_understood(self):
        record = self.load_rows(
            ("Выпускники 2025/2026 учебного года",),
            ("ФИО", "Класс", "Куда поступил"),
            (LAST, "9А", "НВВКУ"),
        )
        self.assertEqual((record.count_new, record.count_error), (1, 0))
        line = self.env["vsoko.graduate"].search([])
        self.assertEqual((line.destination, line.institution), ("unknown", "НВВКУ"))
        self.assertTrue(any("НВВКУ" in text for text in self.messages(record)))

    def test_graduates(self):
        record = self.load_rows(
            ("Выпускники 2025/2026 учебного года",),
            FINISHED,
            (LAST, "9А", "с отличием", "поступил в колледж", "Ноябрьский колледж"),
        )
        self.assertEqual((record.layout, record.count_new), ("graduates", 1))
        line = self.env["vsoko.graduate"].search([])
        self.assertEqual((line.grade, line.certificate, line.destination), ("9", "honours", "spo"))
        self.assertEqual(line.year_id, self.year)

    def test_pupils_of_a_programme(self):
        rows = (
            ("Робототехника", "техническая", FIRST, "5А", "15.09.2025"),
            ("Робототехника", "техническая", SECOND, "5А", ""),
        )
        record = self.load_rows(ATTENDED, *rows)
        self.assertEqual((record.layout, record.count_new), ("programme_pupils", 2))
        programme = self.env["vsoko.programme"].search([])
        self.assertEqual((programme.kind, programme.direction), ("extra", "technical"))
        self.assertEqual(
            [str(one.date_from) for one in programme.enrolment_ids.sorted("id")],
            ["2025-09-15", "2025-09-01"],
        )
        again = self.load_rows(("Список кружков",), ATTENDED, *rows, name="b.xlsx")
        self.assertEqual(self.counts(again)[:3], (0, 0, 2))

    def test_missed_days_of_classes(self):
        record = self.load_rows(
            ("Пропуски за 2 четверть 2025/2026 учебного года",),
            MISSED,
            ("5А", 12, 0),
            ("9А", 7, ""),
        )
        self.assertEqual((record.layout, record.count_new), ("class_absences", 3))
        lines = self.env["vsoko.absence"].search([("reason", "=", "illness")], order="days")
        self.assertEqual(lines.mapped("days"), [7, 12])
        self.assertEqual((lines[0].date, lines[0].date_to), (self.q2.date_start, self.q2.date_end))

    def test_a_load_is_taken_back(self):
        title = ("Муниципальный этап ВсОШ, 05.12.2025",)
        record = self.load_rows(title, ACHIEVED, (FIRST, "5А", "Математика", "участник"))
        record.action_undo()
        self.assertFalse(self.env["vsoko.achievement"].search([]))

    def test_a_checked_line_stays(self):
        title = ("Муниципальный этап ВсОШ, 05.12.2025",)
        self.load_rows(title, ACHIEVED, (FIRST, "5А", "Математика", "участник"))
        line = self.env["vsoko.achievement"].search([])
        line.action_check()
        rows = ((FIRST, "5А", "Математика", "призёр"), (SECOND, "5А", "Математика", "участник"))
        record = self.load_rows(title, ACHIEVED, *rows, name="b.xlsx")
        self.assertEqual((line.result, self.counts(record)[0]), ("participant", 1))
        self.assertTrue(any("is checked" in text for text in self.messages(record, "error")))
        with self.assertRaises(UserError):
            line.result = "prize"
