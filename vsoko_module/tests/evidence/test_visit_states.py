from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestVisitStates(RubricCase):
    """Planned, filled in, complete, read by the teacher, closed; the next visit follows."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.users["teacher"]

    def read(self, sheet, **vals):
        reading = self.env["vsoko.observation.reading"].with_user(self.teacher)
        reading.create({"observation_id": sheet.id, **vals}).action_acknowledge()

    def test_the_way_of_a_visit(self):
        sheet = self.make_sheet()
        self.assertEqual(sheet.state, "planned")
        with self.assertRaises(UserError):
            sheet.action_complete()
        sheet.answers = self.answers(2, 1, 2, 2, 2)
        self.assertEqual(sheet.state, "draft")
        sheet.action_complete()
        with self.assertRaises(UserError):
            sheet.action_close()
        self.read(sheet)
        self.assertEqual((sheet.state, sheet.teacher_answer), ("acquainted", "agree"))
        sheet.action_close()
        self.assertEqual(sheet.state, "closed")
        self.assertEqual(sheet.with_user(self.teacher).state, "closed")

    def test_an_own_opinion_is_written(self):
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        sheet.action_complete()
        with self.assertRaises(UserError):
            self.read(sheet, answer="own_opinion", opinion=" ")
        self.read(sheet, answer="own_opinion", opinion="Группа работала дома")
        self.assertEqual(sheet.teacher_answer, "own_opinion")

    def test_nobody_waits_for_who_has_left(self):
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        sheet.action_complete()
        self.teachers[0].date_left = "2025-10-10"
        sheet.action_close()
        self.assertEqual(sheet.state, "closed")

    def test_the_next_visit_is_planned_once(self):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.make_sheet(next_date="2027-01-10")
        sheet = self.make_sheet(2, 1, 2, 2, 2, next_date="2025-12-01")
        sheet.action_complete()
        (following,) = sheet.next_ids
        self.assertEqual(following.state, "planned")
        self.assertEqual((following.date, following.answers), (sheet.next_date, False))
        self.assertEqual(
            (following.teacher_id, following.class_id), (sheet.teacher_id, sheet.class_id)
        )
        self.assertEqual(following.activity_ids.user_id, sheet.expert_id)

    def test_the_head_of_the_association_reads_complete_ones_of_its_subjects(self):
        head = self.users["association_head"]
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        other = self.make_sheet(2, 1, 2, 2, 2, subject_id=self.rus.id)
        other.action_complete()
        seen = self.env["vsoko.observation"].with_user(head)
        self.assertFalse(seen.search([]))
        sheet.action_complete()
        self.assertEqual(seen.search([]), sheet)
        with self.assertRaises(AccessError):
            sheet.with_user(head).action_close()

    def test_a_programme_of_the_register_gives_its_name(self):
        rubric = self.env.ref("vsoko_module.rubric_extra_programme")
        programme = self.env["vsoko.programme"].create(
            {"name": "Шахматы", "direction": "sport", "date_from": "2025-09-01"}
        )
        vals = {"rubric_id": rubric.id, "date": "2025-10-01"}
        sheets = self.env["vsoko.observation"]
        linked = sheets.create({**vals, "programme_id": programme.id})
        programme.name = "Шахматы, 2 год"
        self.assertEqual(linked.programme_name, "Шахматы")
        named = sheets.create({**vals, "programme_name": "Хор"})
        self.assertEqual((named.programme_id.id, named.programme_name), (False, "Хор"))
        with self.assertRaises(ValidationError):
            sheets.create(vals)

    def test_the_administration_plans_a_visit_for_somebody(self):
        expert = self.users["methodical_council"]
        held = self.make_sheet(user=self.users["administration"], expert_id=expert.id)
        self.assertFalse(held.activity_ids)
        with freeze_time("2025-09-20"):
            planned = self.make_sheet(user=self.users["administration"], expert_id=expert.id)
        self.assertEqual(planned.activity_ids.user_id, expert)
        self.assertEqual(planned.activity_ids.date_deadline, planned.date)
