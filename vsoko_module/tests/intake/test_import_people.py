from datetime import date

from odoo.tests import tagged

from .common import ImportCase
from .test_import_base import MOVES, PUPILS, pupil, workbook

LEDGER = ("№", "Ученик", "Русский язык", "Алгебра")
TITLES = (("Учебный год: 2025/2026",), ("Класс: 8Б",), ("Период: 1 четверть",))


@tagged("post_install", "-at_install")
class TestImportPeople(ImportCase):
    """Whom the names of files mean: stays, changed surnames, namesakes, one page of questions."""

    def check(self, **sheets):
        record = self.upload("people.xlsx", workbook(**sheets))
        record.action_check()
        return record

    def load_pupils(self, *pupils, moves=()):
        record = self.check(Контингент=[PUPILS, *pupils], Движение=[MOVES, *moves])
        record._load()
        return record

    def student(self, name):
        return self.env["vsoko.student"].search([("name", "=", name)])

    def spells(self, name):
        stays = self.student(name).enrolment_ids.sorted("date_from")
        return [(one.class_id.name, one.date_from, one.date_to, one.reason) for one in stays]

    def settle(self, record):
        action = record.action_settle()
        return self.env[action["res_model"]].browse(action["res_id"])

    def test_who_left_and_came_back_has_two_stays(self):
        name = "Возвратов Илья Ильич"
        expected = [
            ("5А", date(2025, 9, 1), date(2025, 10, 10), "left"),
            ("5А", date(2026, 2, 2), False, False),
        ]
        both = (pupil(name, "5А", end="10.10.2025"), pupil(name, "5А", start="02.02.2026"))
        self.assertEqual(self.counts(self.load_pupils(*both)), (1, 0, 0, 0))
        self.assertEqual(self.spells(name), expected)
        # the same lists again, and a later list that has the second stay alone
        self.assertEqual(self.counts(self.check(A=[PUPILS, *both])), (0, 0, 1, 0))
        self.assertEqual(self.counts(self.check(A=[PUPILS, both[1]])), (0, 0, 1, 0))

    def test_a_return_that_a_later_list_tells(self):
        name = "Возвратов Илья Ильич"
        self.load_pupils(pupil(name, "5А", end="10.10.2025"))
        self.load_pupils(pupil(name, "5Б", start="02.02.2026"))
        self.assertEqual([spell[0] for spell in self.spells(name)], ["5А", "5Б"])
        self.assertEqual(self.spells(name)[0][2], date(2025, 10, 10))

    def test_a_return_that_the_movement_tells(self):
        name = "Возвратов Илья Ильич"
        moves = [
            ("10.10.2025", name, "выбытие", "5А", "", ""),
            ("12.01.2026", name, "прибытие", "", "5А", ""),
        ]
        self.load_pupils(pupil(name, "5А"), moves=moves)
        self.assertEqual(
            [spell[1:3] for spell in self.spells(name)],
            [(date(2025, 9, 1), date(2025, 10, 10)), (date(2026, 1, 12), False)],
        )

    def test_a_changed_surname_is_a_question(self):
        self.load_pupils(pupil("Сомова Анна Ильинична", "5А"), pupil("Белов Олег Ильич", "5А"))
        listed = [PUPILS, pupil("Орлова Анна Ильинична", "5А"), pupil("Белов Олег Ильич", "5А")]
        record = self.check(A=listed)
        self.assertEqual(self.counts(record), (0, 0, 1, 1))
        question = self.settle(record)
        self.assertEqual(question.likely_count, 1)
        question.action_accept_likely()
        question.action_apply()
        self.assertEqual(self.counts(record), (0, 1, 1, 0))
        record._load()
        self.assertEqual(len(self.student("Орлова Анна Ильинична")), 1)
        self.assertFalse(self.student("Сомова Анна Ильинична"))

    def test_a_subject_spelled_alike_is_picked_by_hand(self):
        self.load_pupils(pupil("Сомова Анна Ильинична", "5А"))
        ledger = [
            ["Сводная ведомость класса 5А за 1 четверть"],
            ["ФИО", "Литература", "Математика", "Хореография"],
            ["Сомова Анна Ильинична", 5, 4, 3],
            ["Сумова Анна Ильинична", 5, 4, 3],
        ]
        question = self.settle(self.check(**{"5А": ledger}))
        kinds = question.line_ids.filtered("likely_id").mapped("kind")
        self.assertEqual(sorted(kinds), ["student", "subject"])
        question.action_accept_likely()
        answered = question.line_ids.filtered("is_answered")
        self.assertEqual(answered.mapped("kind"), ["student"])

    def test_a_new_person_with_the_same_names(self):
        self.load_pupils(pupil("Сомова Анна Ильинична", "5А"))
        record = self.check(A=[PUPILS, pupil("Орлова Анна Ильинична", "5А")])
        question = self.settle(record)
        question.line_ids.is_new = True
        question.action_apply()
        record._load()
        self.assertEqual(self.counts(record), (1, 0, 0, 0))
        self.assertEqual(len(self.env["vsoko.student"].search([])), 2)

    def test_a_shorter_name_born_on_the_day_is_the_pupil(self):
        self.load_pupils(pupil("Сомова Анна Ильинична", "5А"))
        record = self.check(A=[PUPILS, pupil("Сомова Анна", "5А")])
        self.assertEqual(self.counts(record), (0, 0, 1, 0))

    def test_namesakes_of_a_ledger_are_settled_row_by_row(self):
        name = "Тёзкин Иван Ильич"
        self.load_pupils(
            pupil(name, "8Б", birth="01.01.2012"),
            pupil(name, "8Б", birth="05.05.2012"),
            pupil("Другов Пётр Ильич", "8Б"),
        )
        rows = ((1, name, 5, 5), (2, name, 3, 2), (3, "Другов Пётр", 4, 4))
        record = self.check(A=[*TITLES, (), LEDGER, *rows])
        self.assertEqual(self.counts(record), (2, 0, 0, 2))
        question = self.settle(record)
        first, second = question.line_ids.sorted("twin")
        self.assertIn("01.01.2012", first.candidate_names)
        self.assertIn("05.05.2012", first.candidate_names)
        elder, younger = self.student(name).sorted("birthdate")
        first.student_id, second.student_id = younger, elder
        question.action_apply()
        self.assertEqual(self.counts(record), (6, 0, 0, 0))
        record._load()
        self.assertEqual(set(younger.mark_ids.mapped("value")), {5})
        # the answer belongs to the rows of this file
        other = self.check(A=[*TITLES, (), LEDGER, *reversed(rows)])
        self.assertEqual(other.count_error, 2)

    def test_the_birth_date_of_a_ledger_tells_namesakes_apart(self):
        name = "Тёзкин Иван Ильич"
        self.load_pupils(
            pupil(name, "8Б", birth="01.01.2012"), pupil(name, "8Б", birth="05.05.2012")
        )
        heading = ("№", "Ученик", "Дата рождения", "Алгебра")
        rows = ((1, name, "05.05.2012", 5), (2, name, "01.01.2012", 3))
        record = self.check(A=[*TITLES, (), heading, *rows])
        self.assertEqual(self.counts(record), (2, 0, 0, 0))
        record._load()
        younger = self.student(name).sorted("birthdate")[1]
        self.assertEqual(younger.mark_ids.value, 5)

    def test_one_answer_for_all_files_and_one_name_in_two_classes(self):
        self.load_pupils(
            pupil("Ким Анна Ильинична", "8Б"), pupil("Ким Алла Львовна", "8Б", birth="02.02.2013"),
            pupil("Ким Ада Львовна", "9Б", birth="02.02.2014"),
            pupil("Ким Ася Львовна", "9Б", birth="02.02.2015"),
        )  # fmt: skip
        ledgers = self.env["vsoko.import"]
        for title in ("8Б", "9Б"):
            for subject in ("Алгебра", "Физика"):
                titles = (TITLES[0], (f"Класс: {title}",), TITLES[2], ())
                heading = ("№", "Ученик", subject)
                ledgers |= self.check(A=[*titles, heading, (1, "Ким А.", 5)])
        self.assertEqual(ledgers.mapped("count_error"), [1] * 4)
        question = self.settle(ledgers)
        self.assertEqual(len(question.line_ids), 2)
        for line, name in zip(
            question.line_ids.sorted("place"),
            ("Ким Анна Ильинична", "Ким Ада Львовна"),
            strict=True,
        ):
            line.student_id = self.student(name)
        question.action_apply()
        self.assertEqual(ledgers.mapped("count_error"), [0] * 4)
        self.assertEqual(ledgers.mapped("count_new"), [1] * 4)
