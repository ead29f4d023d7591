from psycopg2 import IntegrityError

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestStudent(SchoolCase):
    def test_the_administration_adds_a_pupil_and_a_parent(self):
        deputy = self.users["administration"]
        parent = self.env["res.partner"].with_user(deputy).create({"name": "Новикова Вера"})
        with Form(self.env["vsoko.student"].with_user(deputy)) as form:
            form.name = "Новиков Пётр Ильич"
            form.guardian_ids.add(parent)
        pupil = form.record
        self.assertEqual(pupil.guardian_ids, parent)
        self.assertTrue(pupil.code)
        self.assertFalse(pupil.class_id)

    def test_a_pupil_is_found_by_the_pseudonym(self):
        pupil = self.students[0]
        Student = self.env["vsoko.student"].with_user(self.users["administration"])
        self.assertEqual(Student.name_search(pupil.code)[0][0], pupil.id)

    def test_namesakes_are_told_apart(self):
        one, other, third = self.students[:3]
        one.name, other.name = "Иванов Иван", "иванов  Иван"
        one.birthdate, other.birthdate = "2014-03-12", "2014-07-01"
        group = one | other | third
        self.assertEqual(
            group._get_distinct_names(),
            {
                one.id: "Иванов Иван (12.03.2014)",
                other.id: "иванов  Иван (01.07.2014)",
                third.id: third.name,
            },
        )
        other.birthdate = False
        names = group._get_distinct_names()
        self.assertEqual(names[one.id], f"Иванов Иван ({one.code})")
        self.assertIn(other.code, names[other.id])

    def test_a_teacher_sees_the_pupils_of_own_classes_only(self):
        """The first teacher leads 5А and 9А and has nothing to do with 5Б."""
        Student = self.env["vsoko.student"].with_user(self.users["teacher"])
        own = self.pupils_of(self.class_5a) | self.pupils_of(self.class_9a)
        self.assertEqual(Student.search([]), own.sorted(lambda pupil: (pupil.name, pupil.id)))
        with self.assertRaises(AccessError):
            Student.browse(self.pupils_of(self.class_5b)[0].id).read(["name"])
        with self.assertRaises(AccessError):
            Student.browse(own[0].id).write({"name": "другое имя"})

    def test_specialists_do_not_see_pupils(self):
        for role in ("user", "specialist", "pedagogical_council"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.env["vsoko.student"].with_user(self.users[role]).search([])

    def test_who_keeps_a_register_of_pupils_names_them(self):
        for role in ("medic", "social_worker"):
            students = self.env["vsoko.student"].with_user(self.users[role])
            self.assertEqual(students.search([]).sorted("id"), self.students.sorted("id"))
            with self.assertRaises(AccessError):
                students.browse(self.students[0].id).name = "Другое"

    @mute_logger("odoo.sql_db")
    def test_pseudonyms_are_unique_in_the_school(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.students[1].code = self.students[0].code
            self.env.flush_all()
