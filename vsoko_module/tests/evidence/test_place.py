import base64
from datetime import date, timedelta

from odoo.fields import Command
from odoo.tests import Form, tagged

from ...tools.writers.import_files import load_template
from ..common import SchoolCase

MOVED = date(2025, 10, 6)
WORK = date(2025, 10, 15)


@tagged("post_install", "-at_install")
class TestPlace(SchoolCase):
    """A mark is of the class and teacher of its period's last day, a result of the work's day.

    The pupil is in 5А, where the first teacher leads mathematics; in 5Б the third does, and the
    fourth teacher leads nothing. Both classes write the work of 15 October.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pupil = cls.pupils_of(cls.class_5a)[0]
        cls.deputy = cls.users["administration"]
        cls.lesson = cls.lessons.filtered(
            lambda one: one.class_id == cls.class_5a and one.subject_id == cls.math
        )
        cls.science = cls.env["vsoko.subject"].create({"name": "Наука", "code": "SCI"})
        cls.mark = cls.add_marks({(cls.pupil, cls.math): 2}, cls.q1)
        cls.work = cls.env["vsoko.assessment"].create(
            {
                "type_id": cls.env.ref("vsoko_module.assessment_type_internal").id,
                "subject_id": cls.math.id,
                "class_ids": [Command.set((cls.class_5a | cls.class_5b).ids)],
                "date": WORK,
                "state": "collecting",
            }
        )
        cls.result = cls.env["vsoko.result"].create(
            {"assessment_id": cls.work.id, "student_id": cls.pupil.id, "mark": 3}
        )
        cls.env.flush_all()

    def _check(self, event, mark, result, name=""):
        """Do an event in a savepoint and compare (class, teacher) of the mark and the result."""
        savepoint = self.cr.savepoint()
        event()
        self.env.flush_all()
        self.env.invalidate_all()
        for fact, (school_class, teacher) in ((self.mark, mark), (self.result, result)):
            with self.subTest(event=name, fact=fact._name):
                self.assertEqual(fact.class_id, school_class)
                self.assertEqual(fact.teacher_id, teacher)
        savepoint.close(rollback=True)
        self.env.invalidate_all()

    def _lesson(self, **vals):
        return self.env["vsoko.teaching"].create(
            {
                "class_id": self.class_5a.id,
                "subject_id": self.math.id,
                "teacher_id": self.teachers[3].id,
                "date_from": MOVED,
                **vals,
            }
        )

    def _write_in_form(self, **vals):
        with Form(self.lesson.with_user(self.deputy)) as form:
            for name, value in vals.items():
                setattr(form, name, value)

    def _hand_over(self, day):
        self.env["vsoko.teacher.change"].with_user(self.deputy).create(
            {
                "lesson_ids": self.lesson.ids,
                "teacher_id": self.teachers[3].id,
                "date_from": day,
            }
        ).action_apply()

    def _divide(self):
        """Two groups with lists; the pupil is in the second one."""
        other = self.pupils_of(self.class_5a)[1]
        self.lesson.write({"group_name": "1", "student_ids": [Command.set(other.ids)]})
        self._lesson(
            group_name="2",
            date_from=self.year.date_start,
            student_ids=[Command.set(self.pupil.ids)],
        )

    def test_the_load_changes(self):
        first, _second, _third, fourth = self.teachers
        none, here = self.env["vsoko.teacher"], self.class_5a
        before = WORK - timedelta(days=1)
        events = {
            "teacher in the form": (lambda: self._write_in_form(teacher_id=fourth), fourth, fourth),
            "teacher by RPC": (
                lambda: self.lesson.with_user(self.deputy).write({"teacher_id": fourth.id}),
                fourth,
                fourth,
            ),
            "last day before the work": (
                lambda: self._write_in_form(date_to=before),
                none,
                none,
            ),
            "last day between the work and the end": (
                lambda: self._write_in_form(date_to=WORK),
                none,
                first,
            ),
            "first day after the work": (
                lambda: self._write_in_form(date_from=WORK + timedelta(days=1)),
                first,
                none,
            ),
            "handed over after the work": (
                lambda: self._hand_over(WORK + timedelta(days=1)),
                fourth,
                first,
            ),
            "handed over after the end": (
                lambda: self._hand_over(self.q1.date_end + timedelta(days=1)),
                first,
                first,
            ),
            "deleted": (lambda: self.lesson.with_user(self.deputy).unlink(), none, none),
            "of another subject": (
                lambda: self.lesson.write({"subject_id": self.science.id}),
                none,
                none,
            ),
            "groups with lists": (self._divide, fourth, fourth),
            "hours only": (lambda: self.lesson.write({"hours_per_week": 7}), first, first),
        }
        for name, (event, of_mark, of_result) in events.items():
            self._check(event, (here, of_mark), (here, of_result), name)

    def test_a_file_hands_the_lessons_over(self):
        told = {"subject": "Математика", "class_name": "5А", "hours": 5}
        rows = [
            told | {"teacher": self.teachers[0].name, "date_to": WORK - timedelta(days=1)},
            told | {"teacher": self.teachers[3].name, "date_from": WORK},
        ]

        def load():
            content = load_template("2025/2026", ["5А"], rows)
            record = self.env["vsoko.import"].create(
                {"name": "load.xlsx", "file": base64.b64encode(content)}
            )
            record._load()
            self.assertEqual((record.count_new, record.count_changed), (1, 1))

        new = self.class_5a, self.teachers[3]
        self._check(load, new, new, "file")

    def test_the_load_comes_after_the_facts(self):
        self.lesson.unlink()
        self.env.invalidate_all()
        self.assertFalse(self.mark.teacher_id | self.result.teacher_id)
        self._lesson(date_from=self.year.date_start)
        self.assertEqual(self.mark.teacher_id, self.teachers[3])
        self.assertEqual(self.result.teacher_id, self.teachers[3])

    def _move(self, day, kind="transfer"):
        self.env["vsoko.movement"].with_user(self.deputy).create(
            {
                "kind": kind,
                "student_ids": self.pupil.ids,
                "date": day,
                "class_id": self.class_5b.id if kind != "leave" else False,
            }
        ).action_apply()

    def _take_move_back(self):
        self._move(MOVED)
        stays = self.pupil.enrolment_ids.sorted("date_from")
        stays[1].unlink()
        stays[0].write({"date_to": False, "reason": False})

    def test_the_pupil_moves(self):
        old = self.class_5a, self.teachers[0]
        new = self.class_5b, self.teachers[2]
        last = self.q1.date_end
        events = {
            "before the work": (lambda: self._move(MOVED), new, new),
            "on the day of the work": (lambda: self._move(WORK), new, new),
            "after the work": (lambda: self._move(WORK + timedelta(days=1)), new, old),
            "on the last day": (lambda: self._move(last), new, old),
            "after the last day": (lambda: self._move(last + timedelta(days=1)), old, old),
            "taken back": (self._take_move_back, old, old),
            "left": (lambda: self._move(MOVED, "leave"), old, old),
        }
        for name, (event, of_mark, of_result) in events.items():
            self._check(event, of_mark, of_result, name)

    def test_the_movement_is_corrected(self):
        self._move(MOVED)
        stays = self.pupil.enrolment_ids.sorted("date_from")
        late = self.q1.date_end + timedelta(days=3)

        def correct():
            stays[1].date_from = late
            self.env.flush_all()
            stays[0].date_to = late

        old = self.class_5a, self.teachers[0]
        self._check(correct, old, old, "corrected day")

    def test_the_period_moves_its_last_day(self):
        self._hand_over(WORK)
        self.assertEqual(self.mark.teacher_id, self.teachers[3])
        self.q1.with_user(self.users["director"]).date_end = WORK - timedelta(days=2)
        self.assertEqual(self.mark.teacher_id, self.teachers[0])

    def test_the_work_changes(self):
        self._move(WORK)
        old = self.class_5a, self.teachers[0]
        new = self.class_5b, self.teachers[2]
        earlier = WORK - timedelta(days=1)
        self._check(lambda: self.work.write({"date": earlier}), new, old, "day")
        only = [Command.set(self.class_5a.ids)]
        self._check(lambda: self.work.write({"class_ids": only}), new, old, "classes")
        rus = self.class_5b, self.teachers[1]
        self._check(lambda: self.work.write({"subject_id": self.rus.id}), new, rus, "subject")

    def test_nobody_sets_class_and_teacher_by_hand(self):
        vals = {"class_id": self.class_5b.id, "teacher_id": self.teachers[3].id}
        place = self.class_5a, self.teachers[0]
        for fact in (self.mark, self.result):
            self._check(lambda fact=fact: fact.write(vals), place, place, fact._name)
        made = self.env["vsoko.mark"].create(
            {
                "student_id": self.pupil.id,
                "subject_id": self.rus.id,
                "period_id": self.q1.id,
                "value": 5,
                **vals,
            }
        )
        self.assertEqual((made.class_id, made.teacher_id), (self.class_5a, self.teachers[1]))

    def test_the_form_shows_the_class_that_will_be_stored(self):
        self._move(MOVED)
        with Form(self.env["vsoko.mark"].with_user(self.deputy)) as form:
            form.student_id = self.pupil
            form.subject_id = self.rus
            form.period_id = self.q1
            self.assertEqual(form.class_id, self.class_5b)
            form.value = 4
        self.assertEqual(form.record.class_id, self.class_5b)
        self.assertEqual(form.record.teacher_id, self.teachers[1])

    def test_facts_of_an_approved_period_follow_and_its_figures_stay(self):
        self.q1.action_calculate()
        self.q1.with_user(self.users["director"]).action_approve()
        Value = self.env["vsoko.indicator.value"]
        domain = [("period_id", "=", self.q1.id), ("scope", "=", "teacher")]
        before = Value.search(domain).mapped("teacher_id")
        self.lesson.teacher_id = self.teachers[3]
        self.assertEqual(self.mark.teacher_id, self.teachers[3])
        self.assertEqual(Value.search(domain).teacher_id, before)
        self.q1.action_compare()
        self.assertGreater(self.q1.drift_count, 0)

    def test_statements_do_not_grow_with_the_facts(self):
        def count():
            self.env.flush_all()
            before = self.cr.sql_log_count
            self.lesson.write({"date_to": self.q1.date_end})
            self.lesson.write({"date_to": False})
            return self.cr.sql_log_count - before

        count()
        few = count()
        pupils = self.pupils_of(self.class_5a)[1:]
        self.add_marks(dict.fromkeys(((pupil, self.math) for pupil in pupils), 4), self.q1)
        self.assertEqual(count(), few)
