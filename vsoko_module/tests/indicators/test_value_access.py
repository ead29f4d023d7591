from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestValueAccess(FiguresCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()

    def _visible(self, role, model="vsoko.indicator.value"):
        return self.env[model].with_user(self.users[role]).search([])

    def test_teacher_sees_own_classes_and_lessons(self):
        figures = self._visible("teacher")
        self.assertEqual(figures.teacher_id, self.teachers[0])
        self.assertEqual(figures.class_id, self.class_5a | self.class_9a)
        pairs = figures.filtered(lambda figure: figure.scope == "class_subject")
        self.assertEqual(
            {(pair.class_id, pair.subject_id) for pair in pairs},
            {
                (self.class_5a, self.math),
                (self.class_9a, self.math),
                # the homeroom teacher sees all subjects of the own class
                (self.class_5a, self.rus),
            },
        )
        self.assertEqual(figures.student_id, self.pupils_of(self.class_5a))

    def test_councils_see_no_persons(self):
        for role in ("pedagogical_council", "methodical_council"):
            with self.subTest(role):
                figures = self._visible(role)
                self.assertEqual(
                    set(figures.mapped("scope")),
                    {"school", "level", "grade", "class", "subject", "class_subject"},
                )

    def test_head_sees_the_subjects_and_teachers_of_the_association(self):
        figures = self._visible("association_head")
        self.assertEqual(figures.subject_id, self.math)
        self.assertEqual(figures.teacher_id, self.teachers[0] | self.teachers[2])

    def test_specialists_and_employees_see_no_values(self):
        for role in ("user", "specialist", "medic", "governing_council", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self._visible(role)

    def test_marks_of_a_teacher(self):
        marks = self._visible("teacher", "vsoko.mark")
        self.assertEqual(marks.class_id, self.class_5a | self.class_9a)
        foreign = marks.filtered(
            lambda mark: mark.class_id == self.class_9a and mark.subject_id == self.rus
        )
        self.assertFalse(foreign)
        students = self._visible("teacher", "vsoko.student")
        self.assertNotIn(self.pupils_of(self.class_5b)[0], students)
