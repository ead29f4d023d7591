from datetime import date

from psycopg2 import IntegrityError

from odoo.tests import freeze_time, tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestClass(SchoolCase):
    def test_name_and_level_follow_the_grade(self):
        self.assertRecordValues(
            self.classes,
            [
                {"name": "5А", "level": "ooo"},
                {"name": "5Б", "level": "ooo"},
                {"name": "9А", "level": "ooo"},
            ],
        )
        self.class_9a.grade = 10
        self.assertEqual((self.class_9a.name, self.class_9a.level), ("10А", "soo"))

    def test_size_on_a_day(self):
        self.pupils_of(self.class_5a)[0].enrolment_ids.date_to = date(2025, 10, 20)
        for today, size in (("2025-10-19", 6), ("2025-10-20", 5), ("2030-01-01", 5)):
            with self.subTest(today=today), freeze_time(today):
                self.class_5a.invalidate_recordset()
                self.assertEqual(self.class_5a.student_count, size)

    def test_size_is_known_to_who_may_not_read_pupils(self):
        school_class = self.class_5a.with_user(self.users["specialist"])
        with freeze_time("2025-10-01"):
            self.assertEqual(school_class.student_count, 6)
            self.assertEqual(school_class.lesson_count, 2)

    def test_the_button_opens_the_pupils_of_the_day(self):
        gone = self.pupils_of(self.class_5a)[0]
        gone.enrolment_ids.date_to = date(2025, 10, 20)
        with freeze_time("2025-11-10"):
            action = self.class_5a.action_open_students()
        found = self.env["vsoko.student"].search(action["domain"])
        self.assertEqual(found, self.pupils_of(self.class_5a) - gone)

    def test_constant_number_of_queries_in_the_list(self):
        classes = self.classes.with_user(self.users["administration"])
        specification = {"name": {}, "student_count": {}, "lesson_count": {}}
        counts = []
        for records in (classes[:1], classes):
            self.env.invalidate_all()
            records.web_read(specification)
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            records.web_read(specification)
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(counts[0], counts[1])

    @mute_logger("odoo.sql_db")
    def test_one_class_of_a_name_in_a_year(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.class_5a.copy({"letter": "Б"})

    @mute_logger("odoo.sql_db")
    def test_two_teachers_do_not_lead_the_same_lessons(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.lessons[0].copy({"teacher_id": self.teachers[2].id})
        groups = self.env["vsoko.teaching"].create(
            [
                {
                    "class_id": self.class_5a.id,
                    "subject_id": self.rus.id,
                    "teacher_id": teacher.id,
                    "date_from": self.year.date_start,
                    "group_name": name,
                }
                for teacher, name in ((self.teachers[2], "1"), (self.teachers[3], "2"))
            ]
        )
        self.assertEqual(len(groups), 2)
