from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, freeze_time, tagged
from odoo.tools import mute_logger

from ..common import SchoolCase


@tagged("post_install", "-at_install")
class TestStaffRegisters(SchoolCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.users["administration"]
        cls.orlova, cls.sedov = cls.teachers[:2]

    def enter(self, register, teacher=None, user=None, **vals):
        model = self.env[f"vsoko.staff.{register}"].with_user(user or self.deputy)
        return model.create({"teacher_id": (teacher or self.orlova).id, **vals})

    def test_a_category_has_an_end_only_before_september_2023(self):
        for day, end in (("2023-08-31", "2028-08-31"), ("2023-09-01", None), ("2023-09-02", None)):
            line = self.enter("attestation", category="first", date=day)
            self.assertEqual(str(line.date_end or ""), end or "", day)
        fitness = self.enter("attestation", kind="fitness", date="2024-10-05")
        self.assertEqual(str(fitness.date_end), "2029-10-05")
        self.assertFalse(fitness.category)

    def test_what_an_attestation_is_not(self):
        with self.assertRaises(ValidationError):
            self.enter("attestation", category="mentor", date="2023-08-31")
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError):
            self.enter("attestation", kind="category", category=False, date="2024-01-15")

    def test_a_short_course_is_a_seminar(self):
        course = {"topic": "Функциональная грамотность", "date_end": "2025-03-21"}
        for kind, hours in (("pk", 15), ("retraining", 249)):
            with self.subTest(kind), self.assertRaisesRegex(ValidationError, "seminar"):
                self.enter("course", kind=kind, hours=hours, **course)
        enough = self.enter("course", kind="pk", hours=16, **course)
        with self.assertRaises(ValidationError):
            enough.hours = 15
        self.assertTrue(self.enter("course", kind="seminar", hours=2, **course))

    def test_one_event_is_entered_once(self):
        event = {"kind": "contest", "name": "«Учитель года – 2025»", "date": "2025-11-14"}
        self.enter("event", **event)
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            self.enter("event", **event | {"name": "учитель  года 2025"})
        for other in (
            {"date": "2024-11-14"},
            {"kind": "jury"},
            {"name": "Учитель года 2024"},
        ):
            self.assertTrue(self.enter("event", **event | other))
        self.assertTrue(self.enter("event", self.sedov, **event))

    def test_breaks_do_not_overlap(self):
        line = self.enter("experience", date_from="2010-09-01")
        gaps = self.env["vsoko.staff.experience.gap"].with_user(self.deputy)
        gap = {"experience_id": line.id, "date_from": "2015-01-01", "date_to": "2016-01-01"}
        gaps.create(gap)
        gaps.create(gap | {"date_from": "2016-01-01", "date_to": "2016-02-01"})
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.cr.savepoint():
            gaps.create(gap | {"date_from": "2015-12-31", "date_to": "2016-01-01"})
        with freeze_time("2026-08-31"):
            line.invalidate_recordset(["years"])
            self.assertEqual(line.years, 14)

    def test_a_teacher_reads_the_own_lines_and_enters_events_and_courses(self):
        teacher = self.users["teacher"]
        event = {"kind": "speech", "name": "Выступление на педсовете", "date": "2025-11-14"}
        self.enter("event", self.sedov, **event)
        self.enter("education", self.orlova, level="higher")
        own = self.enter("event", self.orlova, user=teacher, **event)
        self.assertEqual(self.env["vsoko.staff.event"].with_user(teacher).search([]), own)
        with self.assertRaises(AccessError):
            self.enter("event", self.sedov, user=teacher, **event | {"name": "Чужое"})
        with self.assertRaises(AccessError):
            self.enter("education", self.orlova, user=teacher, level="higher")
        self.assertEqual(len(self.orlova.with_user(teacher).education_ids), 1)

    def test_the_card_of_who_enters_is_proposed(self):
        for register in ("event", "course"):
            form = Form(self.env[f"vsoko.staff.{register}"].with_user(self.users["teacher"]))
            self.assertEqual(form.teacher_id.id, self.orlova.id)
        form = Form(self.env["vsoko.staff.event"].with_user(self.deputy))
        self.assertFalse(form.teacher_id)


@tagged("post_install", "-at_install")
class TestStaffReminders(SchoolCase):
    def remind(self, day):
        with freeze_time(day):
            self.env["vsoko.teacher"]._cron_follow_registers()

    def tasks(self, lines):
        return self.env["mail.activity"].search(
            [("res_model", "=", lines._name), ("res_id", "in", lines.ids)]
        )

    def enter(self, **vals):
        vals = {"teacher_id": self.teachers[0].id, "category": "first", **vals}
        return self.env["vsoko.staff.attestation"].create(vals)

    def test_only_what_has_an_end_is_reminded_of(self):
        termless = self.enter(date="2023-09-02")
        ending = self.enter(date="2023-08-31", teacher_id=self.teachers[1].id)
        self.remind("2028-06-01")
        self.assertFalse(self.tasks(termless))
        self.assertFalse(self.tasks(ending))
        self.remind("2028-06-02")
        self.assertFalse(self.tasks(termless))
        task = self.tasks(ending)
        self.assertEqual(str(task.date_deadline), "2028-08-31")
        self.assertTrue(task.user_id.has_group("vsoko_module.group_administration"))

    def test_a_reminder_comes_once_and_goes_with_its_reason(self):
        line = self.enter(date="2023-08-31")
        self.remind("2028-07-01")
        self.remind("2028-07-02")
        self.assertEqual(len(self.tasks(line)), 1)
        self.tasks(line).unlink()
        self.remind("2028-07-03")
        self.assertFalse(self.tasks(line))
        other = self.enter(date="2023-08-30", teacher_id=self.teachers[1].id)
        self.remind("2028-07-03")
        self.assertEqual(len(self.tasks(other)), 1)
        self.enter(date="2028-07-03", teacher_id=self.teachers[1].id)
        self.remind("2028-07-04")
        self.assertFalse(self.tasks(other))

    def test_three_years_after_the_last_course(self):
        course = {"teacher_id": self.teachers[0].id, "topic": "ФГОС", "hours": 72}
        courses = self.env["vsoko.staff.course"].create(
            [course | {"date_end": day} for day in ("2023-03-01", "2024-03-01")]
        )
        self.remind("2026-02-01")
        self.assertFalse(self.tasks(courses))
        self.remind("2026-12-15")
        self.assertEqual(str(self.tasks(courses).date_deadline), "2027-03-01")


@tagged("post_install", "-at_install")
class TestCardOfTeacher(SchoolCase):
    """What registers say comes before what the list of staff says, which is kept."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.env["vsoko.teacher"].create(
            {
                "name": "Зимина Вера Павловна",
                "education": "secondary",
                "speciality": "Учитель начальных классов",
                "category": "first",
                "category_date": "2019-02-01",
                "experience_years": 12,
                "experience_date": "2025-09-01",
                "course_date": "2022-05-20",
                "course_fgos": True,
            }
        )

    def line(self, register, **vals):
        model = self.env[f"vsoko.staff.{register}"]
        return model.create({"teacher_id": self.teacher.id, **vals})

    def says(self, *names):
        return [self.teacher[name] for name in names]

    def test_the_best_diploma_and_back(self):
        spo = self.line("education", level="spo_specialist", speciality="Физика", date="2001-06-30")
        higher = self.line("education", level="higher", is_pedagogic=True, date="1999-06-30")
        self.assertEqual(self.says("education", "education_pedagogic"), ["higher", True])
        self.assertFalse(self.teacher.speciality)
        higher.unlink()
        self.assertEqual(self.says("education", "speciality"), ["secondary", "Физика"])
        self.assertFalse(self.teacher.education_pedagogic)
        spo.unlink()
        self.assertEqual(self.teacher.speciality, "Учитель начальных классов")

    def test_the_best_category_that_holds_today(self):
        with freeze_time("2026-01-15"):
            self.line("attestation", category="highest", date="2020-12-01")
            self.assertEqual(self.says("category", "category_date"), ["none", False])
            line = self.line("attestation", category="mentor", date="2024-02-01")
            self.assertEqual(self.teacher.category, "highest")
            self.assertEqual(str(self.teacher.category_date), "2024-02-01")
            line.unlink()
            self.line("attestation", kind="fitness", date="2021-02-01")
            self.assertEqual(self.teacher.category, "conformity")
        with freeze_time("2026-02-02"):
            self.env["vsoko.teacher"]._cron_follow_registers()
            self.assertEqual(self.teacher.category, "none")

    def test_experience_and_courses(self):
        with freeze_time("2026-08-31"):
            self.line("experience", date_from="2005-09-01")
            self.line("course", topic="Роботы", hours=72, date_end="2024-04-01")
            self.line("course", topic="Семинар", kind="seminar", hours=4, date_end="2026-04-01")
            self.assertEqual(self.teacher.experience_years, 20)
            self.assertEqual(str(self.teacher.course_date), "2024-04-01")
            self.assertFalse(self.teacher.course_fgos)
            tag = self.env.ref("vsoko_module.course_tag_fgos")
            self.teacher.course_ids.filtered(lambda line: line.kind == "pk").tag_ids = tag
            self.assertTrue(self.teacher.course_fgos)

    def test_what_a_register_says_is_not_entered_on_the_card(self):
        self.teacher.category = "highest"
        self.assertEqual(self.teacher.stated_category, "highest")
        line = self.line("attestation", category="first", date="2024-02-01")
        with self.assertRaises(UserError) as caught, self.cr.savepoint():
            self.teacher.category = "highest"
        self.assertIn(self.teacher.name, str(caught.exception))
        self.assertEqual(self.says("category", "stated_category"), ["first", "highest"])
        line.unlink()
        self.assertEqual(self.teacher.category, "highest")
