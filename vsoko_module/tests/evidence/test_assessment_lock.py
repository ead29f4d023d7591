from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import VECTOR, AssessmentCase


@tagged("post_install", "-at_install")
class TestLock(AssessmentCase):
    def close(self):
        self.enter(self.work, VECTOR)
        self.work.action_close()

    def test_everybody_must_be_accounted_for(self):
        self.enter(self.work, VECTOR[:9])
        with self.assertRaises(UserError):
            self.work.action_close()
        self.work.result_ids.sorted("id")[9].attendance = "absent"
        self.work.action_close()
        self.assertEqual(self.work.state, "closed")

    def test_nothing_of_a_closed_work_changes_on_any_path(self):
        self.close()
        result = self.work.result_ids[0]
        other = self.make_work(self.class_5a)
        paths = {
            "attendance": lambda: result.write({"attendance": "absent"}),
            "points": lambda: result.task_score_ids[0].write({"score": 0}),
            "remove points": lambda: result.task_score_ids[0].unlink(),
            "remove result": lambda: result.unlink(),
            "new result": lambda: self.env["vsoko.result"].create(
                {"assessment_id": self.work.id, "student_id": self.pupils_of(self.class_9a)[0].id}
            ),
            "moved result": lambda: result.write({"assessment_id": other.id}),
            "through the work": lambda: self.work.write({"result_ids": [(2, result.id)]}),
            "another date": lambda: self.work.write({"date": "2025-10-02"}),
            "scale": lambda: self.test.band_ids[0].write({"min_score": 1}),
            "maximum": lambda: self.test.task_ids[0].write({"max_score": 9}),
            "new task": lambda: self.test.write({"task_ids": [(0, 0, {"number": "6"})]}),
            "state": lambda: self.work.write({"state": "collecting"}),
            "remove work": lambda: self.work.unlink(),
        }
        for name, path in paths.items():
            for env in (self.env, self.env(user=self.users["director"])):
                with (
                    self.subTest(name, user=env.user.login),
                    self.assertRaises(UserError),
                    self.env.cr.savepoint(),
                ):
                    path()
        self.assertEqual(result.attendance, "present")

    def test_reopening_needs_the_administration_and_a_reason(self):
        self.close()
        with self.assertRaises(AccessError):
            self.work.with_user(self.users["teacher"])._reopen("Ошибка проверки")
        with self.assertRaises(UserError):
            self.work.with_user(self.users["administration"])._reopen("  ")
        self.assertEqual(self.work.state, "closed")

    def test_reopening_keeps_what_changed(self):
        self.close()
        wizard = (
            self.env["vsoko.assessment.reopen"]
            .with_user(self.users["administration"])
            .create({"assessment_id": self.work.id, "reason": "Ошибка проверки"})
        )
        wizard.action_reopen()
        log = self.work.reopening_ids
        self.assertEqual(log.user_id, self.users["administration"])
        self.assertFalse(log.date_closed)
        result = self.work.result_ids.sorted("id")[9]
        result.task_score_ids[0].score = 1
        self.work.with_context(lang="ru_RU").action_close()
        self.assertTrue(log.date_closed)
        # the tenth pupil had no points: 35 of all before, 36 after, the mark stays
        self.assertEqual(
            log.changes.splitlines(),
            [
                "Средний балл работы: 3,50 → 3,60",
                f"{result.student_id.name} — задание 1: 0 → 1; баллы: 0 → 1",
            ],
        )

    def test_reopening_tells_counts_and_marks(self):
        self.close()
        first, *_others, last = self.work.result_ids.sorted("id")
        self.work.with_user(self.users["administration"])._reopen("Пересмотр")
        last.attendance = "absent"
        first.task_score_ids[4].score = False
        self.work.with_context(lang="ru_RU").action_close()
        lines = self.work.reopening_ids.changes.splitlines()
        self.assertEqual(
            lines[:3],
            [
                "Писали: 10 → 9",
                "Средний балл работы: 3,50 → 3,56",
                "Отметки «2», «3», «4», «5»: 4, 3, 1, 2 → 3, 3, 2, 1",
            ],
        )
        self.assertIn(f"{first.student_id.name} — задание 5: 3 → —; баллы: 8 → 5", lines[3])
        self.assertIn(f"{last.student_id.name} — присутствие", lines[4])

    def test_reopening_without_changes_says_so(self):
        self.close()
        self.work.with_user(self.users["administration"])._reopen("Проверка")
        self.work.with_context(lang="ru_RU").action_close()
        self.assertEqual(self.work.reopening_ids.changes, "Ничего не изменилось.")

    def test_the_mark_of_the_journal_is_frozen_by_closing(self):
        result = self.enter(self.work, VECTOR)[0]
        marks = self.add_marks({(result.student_id, self.math): 4}, self.q1)
        self.work.action_close()
        self.assertEqual(result.journal_mark, 4)
        marks.value = 2
        self.assertEqual(self.work.get_objectivity()["lowered"], 0)


@tagged("post_install", "-at_install")
class TestTypeLock(AssessmentCase):
    @mute_logger("odoo.sql_db")
    def test_diagnostics_never_enter_ratings(self):
        for name in ("vpr", "niko", "regional", "pisa", "timss", "pirls"):
            kind = self.env.ref(f"vsoko_module.assessment_type_{name}")
            self.assertFalse(kind.rating_allowed)
            paths = {
                "write": lambda kind=kind: kind.write({"rating_allowed": True}),
                "as director": lambda kind=kind: kind.with_user(self.users["director"]).write(
                    {"rating_allowed": True}
                ),
                "procedure": lambda kind=kind: kind.write({"procedure": "internal"}),
                "copy": lambda kind=kind: kind.copy({"rating_allowed": True}),
                "create": lambda kind=kind: kind.create(
                    {"name": "Новый", "procedure": kind.procedure, "rating_allowed": True}
                ),
            }
            for path, action in paths.items():
                error = UserError if path == "procedure" else IntegrityError
                with (
                    self.subTest(name, path=path),
                    self.assertRaises(error),
                    self.env.cr.savepoint(),
                ):
                    action()
                    self.env.flush_all()
            kind.invalidate_recordset()
            self.assertFalse(kind.rating_allowed)

    def test_the_schools_own_works_may(self):
        self.assertTrue(self.work.type_id.rating_allowed)
        self.work.type_id.rating_allowed = False
        self.assertFalse(self.work.type_id.rating_allowed)
