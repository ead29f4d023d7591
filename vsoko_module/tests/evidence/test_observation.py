from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tests.common import freeze_time

from ..common import make_users
from .rubric_case import RubricCase


@tagged("post_install", "-at_install")
class TestObservation(RubricCase):
    def test_the_result_of_the_answers(self):
        # 2 + 1 + 2 + 2 + 2 = 9 of 5 × 2 = 10, the chosen criterion is left out: 90 %
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        self.assertEqual((sheet.score, sheet.max_score, sheet.percent), (9, 10, 90.0))
        self.assertEqual(sheet.level_id.name, "Высокий")
        # with it: 9 + 0 = 9 of 12 = 75 %
        sheet.answers = self.answers(2, 1, 2, 2, 2, 0)
        self.assertEqual((sheet.score, sheet.max_score, sheet.percent), (9, 12, 75.0))
        self.assertEqual(sheet.level_id.name, "Низкий")

    def test_no_total_below_four_fifths(self):
        # three of five mandatory criteria have points: 60 %
        sheet = self.make_sheet(2, 2, 2, "na", "na")
        self.assertFalse(sheet.percent or sheet.level_id)
        self.assertEqual((sheet.score, sheet.max_score), (False, False))
        sheet.flush_recordset()
        self.env.cr.execute(
            "SELECT score IS NULL AND max_score IS NULL FROM vsoko_observation WHERE id = %s",
            [sheet.id],
        )
        self.assertEqual(self.env.cr.fetchone(), (True,))
        self.assertIn("80 %", sheet.total_text)

    def test_answers_that_the_rubric_does_not_have(self):
        for answers in (
            {self.keys[0]: {"points": 3}},
            {self.keys[0]: {"points": True}},
            {"0": {"points": 1}},
            {self.keys[0]: 2},
        ):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.make_sheet(answers=answers)

    def test_a_sheet_says_whom_it_is_about(self):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.make_sheet(teacher_id=False)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            # the class is of 2025/2026
            self.make_sheet(date="2027-10-01")
        draft = self.make_rubric()
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.make_sheet(rubric_id=draft.id)

    def test_only_what_is_answered_is_complete(self):
        sheet = self.make_sheet(2, 1, 2)
        with self.assertRaisesRegex(UserError, "Критерий 4"):
            sheet.action_complete()
        sheet.answers = self.answers(2, 1, 2, "na", 0)
        sheet.action_complete()
        self.assertEqual(sheet.state, "complete")
        self.assertEqual(sheet.completed_by_id, self.users["methodical_council"])

    @freeze_time("2025-09-15")
    def test_a_day_to_come_is_not_complete(self):
        with self.assertRaises(UserError):
            self.make_sheet(2, 2, 2, 2, 2).action_complete()

    def test_complete_is_locked(self):
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        sheet.action_complete()
        for by in (self.users["methodical_council"], self.users["director"]):
            for act in (
                lambda one: one.write({"answers": {}}),
                lambda one: one.write({"conclusions": "x"}),
                lambda one: one.unlink(),
            ):
                with self.assertRaises(UserError), self.env.cr.savepoint():
                    act(sheet.with_user(by))

    def test_the_administration_withdraws_a_complete_sheet(self):
        sheet = self.make_sheet(2, 1, 2, 2, 2)
        administration = sheet.with_user(self.users["administration"])
        with self.assertRaises(UserError):
            administration.action_withdraw()
        sheet.action_complete()
        with self.assertRaises(AccessError):
            sheet.action_withdraw()
        administration.action_withdraw()
        self.assertEqual(sheet.state, "withdrawn")

    def test_the_form_takes_the_class_of_a_pupil(self):
        project = self.env.ref("vsoko_module.rubric_project")
        pupil = self.pupils_of(self.class_9a)[0]
        with Form(self.env["vsoko.observation"]) as form:
            form.rubric_id = project
            form.date = "2026-04-20"
            form.student_id = pupil
        sheet = form.record
        self.assertEqual(sheet.class_id, self.class_9a)
        self.assertEqual(len(sheet.form), len(project.criterion_ids))

    def test_a_year_with_sheets_is_not_deleted(self):
        self.make_sheet()
        self.assertTrue(any("1" in one for one in self.year._get_obstacles()))


@tagged("post_install", "-at_install")
class TestObservationRights(RubricCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls.make_sheet(2, 1, 2, 2, 2)
        cls.teacher = cls.users["teacher"]

    def seen(self, user):
        return self.env["vsoko.observation"].with_user(user).search([])

    def test_the_teacher_reads_what_is_complete_and_changes_nothing(self):
        self.assertFalse(self.seen(self.teacher))
        self.sheet.action_complete()
        self.assertEqual(self.seen(self.teacher), self.sheet)
        theirs = self.sheet.with_user(self.teacher)
        self.assertFalse(theirs.has_access("write") or theirs.has_access("unlink"))
        self.sheet.with_user(self.users["administration"]).action_withdraw()
        self.assertFalse(self.seen(self.teacher))

    def test_who_else_reads(self):
        self.sheet.action_complete()
        for role in ("pedagogical_council", "specialist", "user"):
            self.assertFalse(self.seen(self.users[role]), role)
        # the lesson is of a subject of the association
        for role in ("association_head", "methodical_council", "administration", "director"):
            self.assertEqual(self.seen(self.users[role]), self.sheet, role)

    def test_nobody_fills_a_sheet_in_the_name_of_somebody_else(self):
        with self.assertRaises(AccessError):
            self.make_sheet(user=self.teacher, expert_id=self.users["director"].id)
        own = self.make_sheet(2, user=self.users["specialist"])
        with self.assertRaises(AccessError):
            own.write({"expert_id": self.users["director"].id})

    def test_the_teacher_answers_once(self):
        reading = self.env["vsoko.observation.reading"].with_user(self.teacher)
        with self.assertRaises(AccessError):
            reading.create({"observation_id": self.sheet.id}).action_acknowledge()
        self.sheet.action_complete()
        self.assertEqual(self.sheet.sudo().activity_ids.user_id, self.teacher)
        reading.create(
            {"observation_id": self.sheet.id, "opinion": "Не согласна с пунктом 2"}
        ).action_acknowledge()
        self.assertEqual(self.sheet.teacher_opinion, "Не согласна с пунктом 2")
        self.assertFalse(self.sheet.sudo().activity_ids)
        with self.assertRaises(UserError):
            reading.create({"observation_id": self.sheet.id}).action_acknowledge()

    def test_nobody_answers_for_the_teacher(self):
        self.sheet.action_complete()
        for role in ("director", "methodical_council", "association_head"):
            with self.assertRaises(AccessError):
                self.sheet.with_user(self.users[role]).action_open_reading()
        self.sheet.with_user(self.teacher).action_open_reading()

    def test_another_school(self):
        company = self.env["res.company"].create({"name": "Школа № 2"})
        other = make_users(self.env, {"other_director": ["director"]}, company)["other_director"]
        self.sheet.action_complete()
        self.assertFalse(self.seen(other))
        rubrics = self.env["vsoko.rubric"].with_user(other).search([])
        self.assertEqual(rubrics.company_id, self.env["res.company"])
        self.assertTrue(rubrics)
