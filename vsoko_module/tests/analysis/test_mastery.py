from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from ..common import make_user
from ..evidence.common import VECTOR
from ..evidence.mastery_case import MasteryCase


@tagged("post_install", "-at_install")
class TestMastery(MasteryCase):
    def test_points_of_an_element_over_its_tasks(self):
        compare, _add, multiply = self.elements
        best, weak = self.row(0, compare), self.row(3, multiply)
        self.assertEqual((best.points, best.max_points, best.percent), (2, 2, 100))
        self.assertEqual((weak.points, weak.max_points, weak.percent), (2, 5, 40))
        self.assertEqual((weak.tasks, weak.works, weak.last_date), (2, 1, self.work.date))
        self.assertEqual((best.class_id, best.subject_id), (self.class_5a, self.math))

    def test_reached_follows_the_levels(self):
        compare, _add, multiply = self.elements
        # «Сравнение» 100 100 100 100 100 50 50 50 50 0, «Умножение» 100 80 60 40 20 20 20 0 0 0
        states = [self.row(place, compare).state for place in range(10)]
        self.assertEqual(states, ["reached"] * 9 + ["not_reached"])
        states = [self.row(place, multiply).state for place in range(10)]
        self.assertEqual(states, ["reached"] * 3 + ["not_reached"] * 7)
        self.env.ref("vsoko_module.achievement_level_element_basic").min_percent = 40
        self.assertEqual(self.row(3, multiply).state, "reached")

    def test_one_task_is_too_few_to_judge(self):
        add = self.elements[1]
        self.assertEqual(self.row(0, add).state, "few")
        self.assertEqual(self.row(0, add).percent, 100)
        self.env.company.vsoko_least_element_tasks = 1
        self.assertEqual(self.row(0, add).state, "reached")

    def test_works_of_the_year_add_up(self):
        second = self.make_work(self.class_5a, "thematic", self.q2.date_end)
        second.action_start()
        self.enter(second, ["11100"])
        multiply = self.row(0, self.elements[2])
        self.assertEqual((multiply.points, multiply.max_points, multiply.works), (5, 10, 2))
        self.assertEqual((multiply.percent, multiply.last_date), (50, second.date))
        skill = self.rows(student_id=multiply.student_id, skill_id=self.skill)
        self.assertEqual((skill.points, skill.kind), (5, "skill"))

    def test_halves_of_points_stay_halves(self):
        self.test.step = "0.5"
        self.results[0].task_score_ids[4].score = 2.5
        row = self.row(0, self.elements[2])
        self.assertEqual((row.points, row.max_points, row.percent), (4.5, 5, 90))

    def test_a_task_that_checks_another_element_moves_its_points(self):
        compare, add, _multiply = self.elements
        self.test.task_ids[1].content_ids = add
        self.assertEqual(self.row(0, compare).max_points, 1)
        self.assertEqual((self.row(0, add).tasks, self.row(0, add).state), (2, "reached"))

    def test_the_kept_rows_know_no_way_round(self):
        total = self.env["vsoko.element.total"].search(
            [("student_id", "=", self.results[0].student_id.id)]
        )
        self.results[0].unlink()
        self.assertFalse(total.exists())
        self.work.unlink()
        self.assertFalse(self.env["vsoko.element.total"].search([]))

    def test_who_was_absent_is_not_checked(self):
        self.results[0].attendance = "absent"
        row = self.row(0, self.elements[0])
        self.assertEqual((row.state, row.tasks, row.works), ("not_checked", 0, 0))
        self.assertFalse(row.last_date or row.achievement_id)

    def test_what_no_work_of_a_class_has_checked_is_one_row_of_the_class(self):
        planned = self.env["vsoko.content.element"].create(
            {
                "code": "9.1",
                "name": "Деление",
                "subject_id": self.math.id,
                "grade_from": 5,
                "grade_to": 6,
            }
        )
        rows = self.rows(content_id=planned)
        self.assertEqual(rows.class_id, self.class_5a | self.class_5b)
        self.assertEqual(rows.mapped("state"), ["not_checked"] * 2)
        self.assertEqual(sorted(rows.mapped("pupil_count")), [4, 6])
        self.assertFalse(rows.student_id)

    def test_what_the_parallel_checks_is_planned_for_every_class_of_it(self):
        self.results.filtered(lambda row: row.class_id == self.class_5b).unlink()
        self.work.class_ids = self.class_5a
        rows = self.rows(class_id=self.class_5b)
        self.assertEqual(rows.content_id, self.elements)
        self.assertEqual(rows.skill_id, self.skill)
        self.assertEqual(set(rows.mapped("pupil_count")), {4})
        self.assertFalse(self.rows(class_id=self.class_9a))

    def test_a_teacher_sees_own_classes_and_councils_see_no_pupils(self):
        own = self.rows(self.users["teacher"])
        self.assertEqual(own.class_id, self.class_5a)
        self.assertEqual(len(own.student_id), 6)
        head = self.rows(self.users["association_head"])
        self.assertEqual(head.class_id, self.class_5a | self.class_5b)
        for role in ("methodical_council", "pedagogical_council", "specialist"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.rows(self.users[role])

    def test_the_menu_opens_a_subject_of_the_current_year(self):
        action = self.env["vsoko.mastery"].with_user(self.users["teacher"]).action_open()
        self.assertEqual(
            action["context"],
            {
                "search_default_year_id": self.year.id,
                "search_default_subject_id": self.math.id,
            },
        )
        self.assertEqual(self.rows(year_id=self.year), self.rows())

    def test_a_scale_of_levels_is_whole(self):
        Level = self.env["vsoko.achievement.level"]
        lowest = self.env.ref("vsoko_module.achievement_level_element_none")
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            lowest.min_percent = 10
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            lowest.is_reached = True
            self.env.ref("vsoko_module.achievement_level_element_basic").is_reached = False
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            lowest.unlink()
        own = Level.create(
            {
                "kind": "element",
                "name": "Не освоено",
                "min_percent": 0,
                "status": "critical",
                "origin": "Решение педсовета",
                "company_id": self.env.company.id,
            }
        )
        self.assertEqual(Level._get_levels("element"), own)
        self.assertEqual(self.row(0, self.elements[0]).achievement_id, own)
        self.assertEqual(self.row(0, self.elements[0]).state, "not_reached")


@tagged("post_install", "-at_install")
class TestPupilProfile(MasteryCase):
    def test_the_card_shows_elements_and_works(self):
        pupil = self.results[3].student_id
        table = str(pupil.mastery_table)
        self.assertIn("1.3 Умножение", table)
        self.assertLess(table.index("1.3 Умножение"), table.index("1.1 Сравнение"))
        self.assertIn("(2/5)", table)
        self.assertIn("4/8", str(pupil.works_table))
        self.assertFalse(self.pupils_of(self.class_9a)[0].mastery_table)

    def test_a_teacher_of_another_subject_sees_no_profile(self):
        user = make_user(self.env, "russian_teacher", "teacher")
        self.teachers[1].user_id = user
        self.env.flush_all()
        pupil = self.results[0].student_id.with_user(user)
        self.assertTrue(pupil.name)
        self.assertFalse(pupil.mastery_table or pupil.works_table)

    def test_the_number_of_queries_does_not_grow(self):
        pupil = self.results[0].student_id
        self._count_queries(pupil)
        small = self._count_queries(pupil)
        for day in ("2025-10-20", "2025-11-20", "2025-12-15"):
            work = self.make_work(self.class_5a, "thematic", day, self.test.copy())
            work.action_start()
            self.enter(work, VECTOR[:6])
        self.assertEqual(self._count_queries(pupil), small)

    def _count_queries(self, pupil):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.assertTrue(pupil.mastery_table and pupil.works_table)
        return self.env.cr.sql_log_count - before
