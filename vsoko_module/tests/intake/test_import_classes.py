from datetime import date

from psycopg2 import IntegrityError

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ImportCase
from .test_import_base import LOAD, PUPILS, pupil, workbook

STAFF = ("ФИО", "Должность", "Дата рождения", "Образование", "Категория", "Стаж")


@tagged("post_install", "-at_install")
class TestImportClasses(ImportCase):
    """Classes of free designations, and the words of loads and staff lists."""

    def check(self, name, rows):
        record = self.upload(f"{name}.xlsx", workbook(A=rows))
        record.action_check()
        return record

    def load_classes(self, *names):
        born = (f"{day:02}.02.2014" for day in range(1, 28))
        rows = [
            pupil(f"Белов Олег {chr(1040 + place)}ич", name, birth=day)
            for (place, name), day in zip(enumerate(names), born, strict=False)
        ]
        record = self.check("pupils", [PUPILS, *rows])
        record._load()
        return record

    def make_teachers(self):
        self.env["vsoko.teacher"].create(
            [{"name": "Орлова Анна Петровна"}, {"name": "Седов Игорь Львович"}]
        )

    def check_load(self, *lessons):
        return self.check("load", [LOAD, *lessons])

    def lessons(self):
        return {
            (one.class_id.name, one.teacher_id.name, one.group_name): one
            for one in self.env["vsoko.teaching"].search([])
        }

    def test_spellings_of_one_class_are_one(self):
        self.load_classes("5-1", "5.1", "5/1", "5А1", "5-А-1", "10А(гум)", "10А (гум.)", "12")
        classes = self.env["vsoko.class"].search([], order="key")
        self.assertEqual(classes.mapped("name"), ["5-1", "5А1", "10А(гум)", "12"])
        self.assertEqual(classes.mapped("level"), ["ooo", "ooo", "soo", "soo"])
        self.assertEqual(len(classes[0].enrolment_ids), 3)

    def test_classes_stand_in_their_order(self):
        self.load_classes("5-10", "5-2", "5А", "10А", "1 «Солнышко»")
        names = self.env["vsoko.class"].search([]).mapped("name")
        self.assertEqual(names, ["1 «Солнышко»", "5-2", "5-10", "5А", "10А"])

    @mute_logger("odoo.sql_db")
    def test_another_spelling_of_a_class_is_refused_in_its_form(self):
        self.load_classes("5А")
        with self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 5, "name": "5 «а»"})

    def test_a_class_without_a_grade_is_matched_by_hand(self):
        self.load_classes("5А")
        record = self.check("more", [PUPILS, pupil("Серов Ян Ильич", "Подсолнух")])
        self.assertEqual(self.counts(record), (0, 0, 0, 1))
        self.assertEqual(record.issue_ids.filtered("match_kind").match_text, "Подсолнух")
        school_class = self.env["vsoko.class"].search([("name", "=", "5А")])
        self.env["vsoko.import.match"]._remember(
            self.env.company, "class", "Подсолнух", school_class.id
        )
        record.action_check()
        self.assertEqual(self.counts(record), (1, 0, 0, 0))
        record._load()
        self.assertEqual(len(self.env["vsoko.class"].search([])), 1)

    def test_ranges_and_groups_of_a_load(self):
        self.load_classes("5А", "6А", "7А", "5-7")
        self.make_teachers()
        record = self.check_load(
            ("Орлова Анна Петровна", "Физика", "5-7", 1),
            ("Орлова Анна Петровна", "Алгебра", "5–7А", 1),
            ("Орлова Анна Петровна", "Химия", "6А+7А", 1),
            ("Орлова Анна Петровна", "Информатика", "5А (1 гр.)", 1),
            ("Седов Игорь Львович", "Информатика", "5А (2 гр.)", 1),
            ("Седов Игорь Львович", "Биология", "7-9А", 1),
        )
        self.assertEqual((record.count_new, record.count_error), (8, 1))
        record._load()
        lessons = self.env["vsoko.teaching"].search([])
        taught = {
            subject.name: sorted(own.class_id.mapped("name"))
            for subject, own in lessons.grouped("subject_id").items()
        }
        # the school has a class «5-7»: there the text is its name
        self.assertEqual(taught["Физика"], ["5-7"])
        self.assertEqual(taught["Алгебра"], ["5А", "6А", "7А"])
        self.assertEqual(taught["Химия"], ["6А", "7А"])
        groups = lessons.filtered(lambda one: one.subject_id.name == "Информатика")
        self.assertEqual(set(groups.mapped("group_name")), {"1 группа", "2 группа"})

    def test_a_teacher_written_once_and_a_vacancy(self):
        self.load_classes("5А", "6А")
        self.make_teachers()
        record = self.check_load(
            ("Орлова А.П.", "Физика", "5А", "1/2"),
            ("", "", "6А", "2 ч."),
            ("", "Химия", "6А", "1+1"),
            ("Итого", "", "", 4),
            ("Вакансия", "Химия", "5А", 1),
            ("", "Алгебра", "5А", "много"),
        )
        self.assertEqual(self.counts(record), (5, 0, 0, 0))
        record._load()
        lessons = self.lessons()
        self.assertEqual(
            sorted(one.hours_per_week for one in self.env["vsoko.teaching"].search([])),
            [0.0, 0.5, 1.0, 2.0, 2.0],
        )
        self.assertEqual({key[1] for key in lessons}, {"Орлова Анна Петровна", False})
        # the vacancy is taken on its first day
        taken = self.check_load(("Седов И.Л.", "Химия", "5А", 1))
        self.assertEqual(self.counts(taken), (0, 1, 0, 0))

    def test_a_table_of_classes_and_hours(self):
        self.load_classes("5А", "5Б")
        self.make_teachers()
        record = self.check(
            "table",
            [
                ("№", "ФИО учителя", "Предмет", "5А", "5Б", "Всего"),
                (1, "Орлова Анна Петровна", "Физика", 2, 1, 3),
                (2, "Седов Игорь Львович", "Химия", "", "1/2", 0.5),
                (3, "", "Физика", "", 2, 2),
                ("", "Итого", "", 2, 3.5, 5.5),
            ],
        )
        self.assertEqual(record.layout, "load")
        record._load()
        hours = {
            (one.teacher_id.name[:5], one.subject_id.name, one.class_id.name): one.hours_per_week
            for one in self.env["vsoko.teaching"].search([])
        }
        self.assertEqual(
            hours,
            {
                ("Орлов", "Физика", "5А"): 2,
                ("Орлов", "Физика", "5Б"): 1,
                ("Седов", "Химия", "5Б"): 0.5,
                ("Седов", "Физика", "5Б"): 2,
            },
        )

    def test_an_earlier_hand_over_in_any_order_of_rows(self):
        self.load_classes("5А")
        self.make_teachers()
        old, new = "Орлова Анна Петровна", "Седов Игорь Львович"
        self.check_load(
            (old, "Физика", "5А", 2, "", "09.11.2025"), (new, "Физика", "5А", 2, "10.11.2025", "")
        )._load()
        earlier = self.check_load(
            (new, "Физика", "5А", 2, "21.10.2025", ""), (old, "Физика", "5А", 2, "", "20.10.2025")
        )
        self.assertEqual(self.counts(earlier), (0, 2, 0, 0))
        earlier._load()
        dates = self.env["vsoko.teaching"].search([], order="date_from").mapped("date_to")
        self.assertEqual(dates, [date(2025, 10, 20), False])
        earlier._undo()
        first = self.env["vsoko.teaching"].search([], order="date_from", limit=1)
        self.assertEqual(first.date_to, date(2025, 11, 9))

    def test_one_bad_cell_does_not_lose_a_person(self):
        record = self.check(
            "staff",
            [
                STAFF,
                ("Шубина Анна Львовна", "учитель", "1982", "магистратура", "I кв.", "15 лет 3 м."),
                ("Шубина Анна Львовна", "директор", "1982", "", "", ""),
                ("Ямщиков Пётр Ильич", "учитель", "вчера", "среднее", "СЗД", "молодой"),
                ("Вакансия", "учитель химии", "", "", "", ""),
            ],
        )  # fmt: skip
        self.assertEqual((record.count_new, record.count_error), (2, 0))
        record._load()
        first, second = self.env["vsoko.teacher"].search([], order="name desc")[::-1]
        self.assertEqual(
            (first.education, first.category, first.experience_years, first.position),
            ("higher", "first", 15, "учитель, директор"),
        )
        self.assertEqual((second.education, second.category), (False, "conformity"))
        self.assertEqual(
            len(record.issue_ids.filtered(lambda one: one.text in ("вчера", "среднее", "молодой"))),
            3,
        )
