from psycopg2 import IntegrityError

from odoo.exceptions import ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestMark(SchoolCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pupil = cls.pupils_of(cls.class_5a)[0]

    def test_a_mark_knows_class_and_teacher(self):
        marks = self.add_marks(
            {(self.pupil, self.math): 4, (self.pupil, self.rus): "not_attested"}, self.q1
        )
        self.assertRecordValues(
            marks,
            [
                {"class_id": self.class_5a.id, "teacher_id": self.teachers[0].id, "value": 4},
                {"class_id": self.class_5a.id, "teacher_id": self.teachers[1].id, "value": 0},
            ],
        )

    @mute_logger("odoo.sql_db")
    def test_value_and_status_agree(self):
        for value, status in ((0, "graded"), (6, "graded"), (4, "released")):
            with (
                self.subTest(value=value, status=status),
                self.assertRaises(IntegrityError),
                self.cr.savepoint(),
            ):
                self.add_marks({(self.pupil, self.math): value}, self.q1).status = status
                self.env.flush_all()

    @mute_logger("odoo.sql_db")
    def test_beside_the_year_are_marks_or_words(self):
        mark = self.add_marks({(self.pupil, self.math): 4}, self.year_period)
        mark.exam_value = 5
        self.assertEqual(mark.exam_status, "graded", "a value says what it is")
        mark.write({"status": "no_mark", "value": 0})
        for wrong in (
            {"exam_value": 6},
            {"exam_value": 5, "exam_status": "released"},
            {"final_status": "graded"},
            {"exam_value": 0},
        ):
            with (
                self.subTest(wrong=wrong),
                self.assertRaises(IntegrityError),
                self.cr.savepoint(),
            ):
                mark.write(wrong)
                self.env.flush_all()
        self.assertEqual(mark._get_text(), "exam 5")

    @mute_logger("odoo.sql_db")
    def test_one_mark_for_a_pupil_subject_and_period(self):
        self.add_marks({(self.pupil, self.math): 4}, self.q1)
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.add_marks({(self.pupil, self.math): 5}, self.q1)

    def test_class_and_period_are_of_one_year(self):
        mark = self.add_marks({(self.pupil, self.math): 4}, self.q1)
        year = self.year.copy(
            {"name": "2026/2027", "date_start": "2026-09-01", "date_end": "2027-08-31"}
        )
        year.action_make_quarters()
        with self.assertRaisesRegex(ValidationError, "5А"):
            mark.period_id = year.period_ids[0]

    def test_a_group_with_lists_decides_the_teacher(self):
        """A pupil of a list belongs to its teacher; groups without lists leave it unknown."""
        in_list, other = self.pupils_of(self.class_9a)[:2]
        whole = self.lessons.filtered(
            lambda lesson: lesson.class_id == self.class_9a and lesson.subject_id == self.math
        )
        whole.group_name = "1"
        second = whole.copy({"group_name": "2", "teacher_id": self.teachers[2].id})
        marks = self.add_marks({(in_list, self.math): 5, (other, self.math): 5}, self.q1)
        self.assertFalse(marks.teacher_id)
        second.student_ids = in_list
        self.assertEqual(marks[0].teacher_id, self.teachers[2])
        self.assertEqual(marks[1].teacher_id, self.teachers[0])

    def test_table_of_marks_on_the_card(self):
        self.add_marks({(self.pupil, self.math): 4, (self.pupil, self.rus): 2}, self.q1)
        self.add_marks({(self.pupil, self.math): "not_attested"}, self.q2)
        table = self.pupil.with_user(self.users["administration"]).marks_table
        for text in ("Математика", "Русский язык", "1 четверть", "2 четверть", "н/а"):
            self.assertIn(text, table)
        self.assertNotIn("3 четверть", table)
        self.assertFalse(self.pupils_of(self.class_5b)[0].marks_table)

    def test_the_table_shows_what_the_user_may_read(self):
        """The teacher of mathematics in 9А, who is not its homeroom teacher, sees mathematics."""
        pupil = self.pupils_of(self.class_9a)[0]
        self.add_marks({(pupil, self.math): 4, (pupil, self.rus): 5}, self.q1)
        table = pupil.with_user(self.users["teacher"]).marks_table
        self.assertIn("Математика", table)
        self.assertNotIn("Русский язык", table)
