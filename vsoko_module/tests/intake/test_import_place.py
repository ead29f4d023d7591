from odoo.tests import tagged

from .common import ImportCase

CASES = "cases/J{}.xlsx"
CONTINGENT, LOAD = CASES.format("1_contingent"), CASES.format("2_load")
FIRST, YEAR = CASES.format("3_7A_Q1"), CASES.format("4_7B_year")


@tagged("post_install", "-at_install")
class TestImportPlace(ImportCase):
    """A pupil went from 7А to 7Б on 12 January; the year ledger of 7Б has all the quarters."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teachers = cls.env["vsoko.teacher"].create(
            [{"name": "Кометина Анфиса Фёдоровна"}, {"name": "Иголкин Артём Васильевич"}]
        )
        cls.load(CONTINGENT, LOAD)
        cls.algebra = cls.env["vsoko.subject"].search([("name", "=", "Алгебра")])
        cls.old_class, cls.new_class = cls.env["vsoko.class"].search(
            [("year_id", "=", cls.year.id)], order="letter"
        )
        cls.env["vsoko.teaching"].create(
            {
                "class_id": cls.old_class.id,
                "subject_id": cls.algebra.id,
                "teacher_id": cls.teachers[1].id,
                "date_from": cls.year.date_start,
            }
        )
        cls.pupil = cls.env["vsoko.student"].search([("name", "=like", "Переводов%")])

    def _places(self):
        marks = self.env["vsoko.mark"].search([("student_id", "=", self.pupil.id)])
        return {
            mark.period_id: (mark.class_id, mark.teacher_id, mark.value)
            for mark in marks.sorted(lambda one: one.period_id.date_end)
        }

    def _expected(self):
        old = self.old_class, self.teachers[1]
        new = self.new_class, self.teachers[0]
        return {
            self.q1: (*old, 2),
            self.q2: (*old, 3),
            self.q3: (*new, 4),
            self.q4: (*new, 4),
            self.whole_year: (*new, 4),
        }

    def test_a_ledger_of_the_new_class_leaves_the_past_where_it_was(self):
        self.load(FIRST)
        year = self.load(YEAR)
        self.assertEqual(self._places(), self._expected())
        self.assertEqual(self.counts(year), (9, 0, 1, 0))
        self.assertFalse(self.messages(year, "info"))

    def test_the_order_of_the_files_does_not_matter(self):
        self.load(YEAR)
        self.assertEqual(self._places(), self._expected())
        first = self.load(FIRST)
        self.assertEqual(self.counts(first), (0, 0, 1, 0))
        self.assertEqual(self._places(), self._expected())

    def test_an_approved_quarter_is_not_in_the_way(self):
        self.load(FIRST)
        self.q1.sudo().write(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_date": "2025-10-25 12:00:00",
            }
        )
        year = self.load(YEAR)
        # the mark of the other pupil in the approved quarter is refused, the known one is not
        self.assertEqual(self.counts(year), (8, 0, 1, 1))

    def test_the_remark_tells_the_change_of_place_and_not_of_the_mark(self):
        self.load(YEAR)
        mark = self.env["vsoko.mark"].search(
            [("student_id", "=", self.pupil.id), ("period_id", "=", self.q1.id)]
        )
        # as a version of the program without the rule has left it
        self.env.cr.execute(
            "UPDATE vsoko_mark SET class_id = %s, teacher_id = %s WHERE id = %s",
            [self.new_class.id, self.teachers[0].id, mark.id],
        )
        mark.invalidate_recordset()
        first = self.load(FIRST)
        self.assertEqual(self.counts(first), (0, 1, 0, 0))
        (message,) = self.messages(first, "info")
        for text in ("7А", "7Б", *self.teachers.mapped("name")):
            self.assertIn(text, message)
        self.assertNotRegex(message, r"«2|2»")
        self.assertEqual(self._places(), self._expected())

    def test_taking_a_file_back_finds_the_place_anew(self):
        self.load(YEAR)
        mark = self.env["vsoko.mark"].search(
            [("student_id", "=", self.pupil.id), ("period_id", "=", self.q1.id)]
        )
        self.env.cr.execute("UPDATE vsoko_mark SET value = 5 WHERE id = %s", [mark.id])
        mark.invalidate_recordset()
        first = self.load(FIRST)
        stays = self.pupil.enrolment_ids.sorted("date_from")
        early = self.q1.date_start.replace(day=15)
        stays[0].write({"date_to": early})
        stays[1].write({"date_from": early})
        first._undo()
        self.assertEqual((mark.value, mark.class_id), (5, self.new_class))
        self.assertEqual(mark.teacher_id, self.teachers[0])
