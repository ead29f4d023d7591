from datetime import date

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tests.common import freeze_time

from ...common import make_user
from ...evidence.common import AssessmentCase

TODAY = date(2025, 12, 20)


@tagged("post_install", "-at_install")
class TestTrainingNeed(AssessmentCase):
    """Directions of training from their evidence; they close when it is gone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.startClassPatcher(freeze_time(TODAY))
        cls.year.state = "current"
        cls.Need = cls.env["vsoko.training.need"]
        cls.deputy, cls.teacher = cls.users["administration"], cls.users["teacher"]
        cls.math_teacher, cls.other = cls.teachers[0], cls.teachers[1]
        cls.teach_courses()

    @classmethod
    def teach_courses(cls):
        """Everybody had a course lately, so that registers ask for nothing."""
        pedagogues = cls.env["vsoko.teacher"].search([("is_pedagogic", "=", True)])
        cls.courses = cls.env["vsoko.staff.course"].create(
            [
                {"teacher_id": one.id, "topic": "ФГОС", "hours": 36, "date_end": "2025-06-01"}
                for one in pedagogues
            ]
        )

    def find(self, kind=None):
        self.Need._refresh(self.year)
        domain = [("company_id", "=", self.env.company.id), ("date_to", "=", False)]
        return self.Need.search([*domain, *([("kind", "=", kind)] if kind else [])])

    def test_a_course_of_three_years_ago(self):
        """The right is to a course every three years: one of 15.03.2023 asks from 15.12.2025 on,
        90 days before 15.03.2026."""
        self.assertFalse(self.find("course"))
        course = self.courses.filtered(lambda one: one.teacher_id == self.other)
        course.date_end = "2023-03-15"
        need = self.find("course")
        self.assertEqual(need.teacher_id, self.other)
        self.assertIn("15.03.2023", need.with_context(lang="ru_RU").evidence)
        with freeze_time("2025-12-27"):
            course.date_end = "2025-12-26"
            self.assertFalse(self.find("course"))
        self.assertEqual(need.date_to, date(2025, 12, 27))
        self.assertTrue(need.exists())

    def test_who_has_left_or_had_no_course(self):
        course = self.courses.filtered(lambda one: one.teacher_id == self.other)
        course.unlink()
        need = self.find("course")
        self.assertEqual((need.teacher_id, need.day), (self.other, False))
        self.other.date_left = "2025-12-01"
        self.assertFalse(self.find("course"))

    def test_a_category_that_ends(self):
        self.env["vsoko.staff.attestation"].create(
            {
                "teacher_id": self.other.id,
                "kind": "category",
                "category": "first",
                "date": "2021-02-01",
                "order": "12",
            }
        )
        need = self.find("category")
        self.assertEqual((need.teacher_id, need.day), (self.other, date(2026, 2, 1)))

    def visit(self, points, day, teacher=None):
        rubric = self.env.ref("vsoko_module.rubric_lesson")
        sheet = self.env["vsoko.observation"].create(
            {
                "rubric_id": rubric.id,
                "date": day,
                "teacher_id": (teacher or self.math_teacher).id,
                "class_id": self.class_5a.id,
                "subject_id": self.math.id,
            }
        )
        criteria = rubric._get_criteria()
        sheet.answers = {one.key: {"points": one.maximum} for one in criteria} | {
            criteria[0].key: {"points": points}
        }
        sheet.action_complete()
        return criteria[0]

    def test_a_criterion_is_low_in_two_lessons(self):
        criterion = self.visit(1, "2025-10-01")
        self.assertFalse(self.find("criterion"))
        self.visit(0, "2025-10-08")
        self.visit(criterion.maximum, "2025-10-15")
        need = self.find("criterion")
        self.assertEqual((need.teacher_id, need.theme), (self.math_teacher, criterion.name))
        self.assertEqual((need.occasions, need.people), (2, 3))

    def test_finding_twice_changes_nothing_and_keeps_what_was_planned(self):
        self.visit(1, "2025-10-01")
        self.visit(1, "2025-10-08")
        need = self.find("criterion")
        need.with_user(self.deputy).write({"way": "mentor", "proposal": "Наставник"})
        before = need.read()
        self.assertEqual(self.find("criterion"), need)
        self.assertEqual(need.read(), before)

    def test_the_number_of_statements_does_not_depend_on_people(self):
        self.find()
        self.env.flush_all()
        with self.assertQueryCount(8):
            self.Need._refresh(self.year)
        self.courses.date_end = "2020-01-01"
        self.env.flush_all()
        with self.assertQueryCount(8):
            self.Need._refresh(self.year)
        self.assertGreater(len(self.find("course")), 1)

    def request(self, user, **vals):
        given = {"theme": "Читательская грамотность", **vals}
        return self.Need.with_user(user).create(given)

    def test_a_teacher_writes_the_own_request_alone(self):
        need = self.request(self.teacher, teacher_id=self.math_teacher.id)
        self.assertEqual((need.kind, need.teacher_id), ("request", self.math_teacher))
        need.note = "Хотел бы летом"
        for vals in ({"way": "mentor"}, {"kind": "diagnostics"}, {"value": 5}):
            with self.subTest(vals), self.assertRaises(AccessError):
                need.write(vals)
        with self.assertRaises(AccessError):
            self.request(self.teacher, teacher_id=self.other.id)
        with self.assertRaises(ValidationError):
            self.request(self.teacher, teacher_id=self.math_teacher.id, theme=" ")

    def test_the_form_names_the_own_card(self):
        with Form(self.Need.with_user(self.teacher)) as form:
            form.theme = "Формирующее оценивание"
        self.assertEqual(form.record.teacher_id, self.math_teacher)

    def test_nobody_enters_what_the_evidence_says(self):
        with self.assertRaises(UserError):
            self.request(self.deputy, teacher_id=self.other.id, kind="element")
        self.visit(1, "2025-10-01")
        self.visit(1, "2025-10-08")
        need = self.find("criterion")
        for change in (
            need.with_user(self.deputy).unlink,
            need.with_user(self.deputy).action_close,
        ):
            with self.assertRaises(UserError):
                change()

    def test_a_teacher_reads_the_own_and_a_head_the_association(self):
        self.visit(1, "2025-10-01")
        self.visit(1, "2025-10-08")
        need = self.find("criterion")
        stranger = make_user(self.env, "third", "teacher")
        self.teachers[2].user_id = stranger
        seen = {
            user: self.Need.with_user(user).search([])
            for user in (self.teacher, stranger, self.deputy, self.users["association_head"])
        }
        self.assertEqual(seen[self.teacher], need)
        self.assertFalse(seen[stranger])
        self.assertEqual(seen[self.deputy], need)
        for role in ("pedagogical_council", "methodical_council", "medic", "user", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.Need.with_user(self.users[role]).search([])
        with self.assertRaises(AccessError):
            self.Need.with_user(self.teacher).action_find()

    def test_the_head_reads_the_teachers_of_the_association_in_its_subjects(self):
        head = make_user(self.env, "head_math", "association_head")
        card = self.env["vsoko.teacher"].create(
            {"name": "Новиков Г. Г.", "user_id": head.id, "is_pedagogic": False}
        )
        self.env["vsoko.association"].create(
            {
                "name": "Математики",
                "head_id": card.id,
                "subject_ids": [Command.set(self.math.ids)],
                "teacher_ids": [Command.set(self.math_teacher.ids)],
            }
        )
        self.visit(1, "2025-10-01")
        self.visit(1, "2025-10-08")
        self.courses.filtered(lambda one: one.teacher_id == self.math_teacher).unlink()
        need = self.find("criterion")
        self.assertEqual(len(self.find()), 2)
        self.assertEqual(self.Need.with_user(head).search([]), need)

    def test_a_plan_is_an_action_with_a_measure_for_each_teacher(self):
        first = self.request(self.deputy, teacher_id=self.math_teacher.id, subject_id=self.math.id)
        second = self.request(self.deputy, teacher_id=self.other.id, subject_id=self.math.id)
        (first | second).write({"proposal": "Курс 36 ч", "due_date": "2026-03-01"})
        action = (first | second).with_user(self.deputy).action_plan()
        action = self.env["vsoko.action"].browse(action["res_id"])
        self.assertEqual((action.subject_id, action.deadline), (self.math, date(2026, 3, 1)))
        self.assertEqual(len(action.measure_ids), 2)
        self.assertIn(self.teacher, action.measure_ids.owner_id)
        self.assertEqual(set(action.measure_ids.mapped("deadline")), {date(2026, 3, 1)})
        self.assertEqual((first | second).action_id, action)
        self.assertEqual((action.origin, action.training_need_ids), ("training", first | second))
        with self.assertRaises(UserError):
            first.with_user(self.deputy).action_plan()
        with self.assertRaises(AccessError):
            self.request(self.teacher, teacher_id=self.math_teacher.id).action_plan()
        action.with_user(self.deputy)._stop("Нет набора")
        self.assertTrue(first.with_user(self.deputy).action_plan())
