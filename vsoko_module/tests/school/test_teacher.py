from lxml import etree

from odoo.exceptions import AccessError
from odoo.tests import Form, tagged

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestTeacher(SchoolCase):
    """School staff work with teachers without any right of HR."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.users["administration"]

    def test_the_administration_has_no_hr_rights(self):
        self.assertFalse(self.deputy.has_group("hr.group_hr_user"))
        self.assertFalse(self.env["hr.employee"].with_user(self.deputy).has_access("write"))

    def test_a_new_teacher_gets_an_employee(self):
        with Form(self.env["vsoko.teacher"].with_user(self.deputy)) as form:
            form.name = "Зимина Вера Павловна"
            form.position = "учитель"
        teacher = form.record
        employee = teacher.sudo().employee_id
        self.assertEqual(employee.name, "Зимина Вера Павловна")
        self.assertEqual(employee.job_title, "учитель")
        self.assertEqual(employee.company_id, teacher.company_id)

    def test_renaming_reaches_the_employee(self):
        teacher = self.teachers[0].with_user(self.deputy)
        with Form(teacher) as form:
            form.name = "Орлова Анна Ильинична"
        self.assertEqual(teacher.sudo().employee_id.name, "Орлова Анна Ильинична")

    def test_many_teachers_in_one_batch(self):
        teachers = (
            self.env["vsoko.teacher"]
            .with_user(self.deputy)
            .create([{"name": f"Учитель {number}"} for number in range(3)])
        )
        self.assertEqual(
            teachers.sudo().employee_id.mapped("name"), ["Учитель 0", "Учитель 1", "Учитель 2"]
        )

    def test_a_teacher_opens_the_list_and_a_card(self):
        Teacher = self.env["vsoko.teacher"].with_user(self.users["teacher"])
        arch = etree.fromstring(Teacher.get_view(view_type="list")["arch"])
        names = {node.get("name") for node in arch.iterfind("field")}
        rows = Teacher.search_read([], names)
        self.assertIn(self.teachers[1].name, [row["name"] for row in rows])
        card = Form(self.teachers[1].with_user(self.users["teacher"]))
        self.assertEqual(card.name, self.teachers[1].name)
        for private in ("birthdate", "employee_id"):
            with self.subTest(field=private), self.assertRaises(AssertionError):
                getattr(card, private)

    def test_private_fields_stay_with_the_administration(self):
        with self.assertRaises(AccessError):
            self.teachers[1].with_user(self.users["teacher"]).read(["birthdate"])
        with self.assertRaises(AccessError):
            self.teachers[0].with_user(self.users["teacher"]).write({"position": "директор"})

    def test_hours_are_those_of_the_current_load(self):
        self.assertEqual(self.teachers[0].hours_total, 11.0)
        self.assertEqual(self.teachers[1].hours_total, 13.0)
        self.assertEqual(self.teachers[3].hours_total, 0.0)
        self.lessons[0].date_to = self.q1.date_end
        self.assertIn(self.teachers[0].hours_total, (11.0, 6.0))
