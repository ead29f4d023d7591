from odoo.exceptions import AccessError
from odoo.fields import Command
from odoo.tests import Form, tagged
from odoo.tests.common import freeze_time

from ..evidence.common import AssessmentCase
from ..indicators.common import FiguresCase

# points of algebra (three tasks) and of geometry (two tasks) in a trial: 0–10
STRONG, WEAK = "22222", "10000"
UNEVEN = (
    *("22222", "22221", "22122", "21222"),
    *("11111", "11120", "11011", "12101"),
    *("10000", "01010", "10010", "00001"),
)


class PupilForecastCase(FiguresCase):
    """The second quarter runs; the first has marks and works of mathematics."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.now = cls.startClassPatcher(freeze_time("2025-11-20 09:00:00"))

    def page(self, user="teacher", **vals):
        defaults = {
            "class_id": self.class_5a.id,
            "subject_id": self.math.id,
            "period_id": self.q2.id,
        }
        return (
            self.env["vsoko.pupil.forecast"]
            .with_user(self.users[user])
            .with_context(lang="en_US")
            .create(defaults | vals)
        )


@tagged("post_install", "-at_install")
class TestPupilForecast(PupilForecastCase):
    def test_without_a_past_no_chances(self):
        table = self.page().mark_table
        self.assertIn("Chances are not told", table)
        for pupil in self.pupils_of(self.class_5a):
            self.assertIn(pupil.name, table)
        self.assertNotIn("rather", table)

    def test_a_teacher_reads_own_pupils_alone(self):
        """Mathematics of 5Б is another teacher's: nothing of its marks is read."""
        page = self.page(class_id=self.class_5b.id)
        self.assertNotIn(self.class_5b, page.class_ids)
        known = page.mark_table
        for pupil in self.pupils_of(self.class_5b):
            self.assertNotIn(pupil.name, known)
        self.assertEqual(page.class_ids, self.class_5a | self.class_9a)

    def test_who_opens_it(self):
        for role in ("administration", "director", "association_head"):
            self.assertIn("Chances", self.page(role).mark_table)
        for role in ("user", "medic", "pedagogical_council", "governing_council", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.page(role)

    def test_a_page_is_its_authors(self):
        page = self.page()
        self.assertFalse(
            self.env["vsoko.pupil.forecast"]
            .with_user(self.users["director"])
            .search([("id", "=", page.id)])
        )

    def test_the_present_term_and_the_own_class_are_chosen(self):
        page = self.env["vsoko.pupil.forecast"].with_user(self.users["teacher"]).create({})
        self.assertEqual((page.class_id, page.period_id), (self.class_5a, self.q2))
        self.assertEqual(page.subject_id.id in page.subject_ids.ids, True)


class Habit:
    """A year of marks before: whoever had «4» gets «4» again."""

    @classmethod
    def remember_marks(cls):
        earlier = cls.env["vsoko.year"].create(
            {"name": "2024/2025", "date_start": "2024-09-01", "date_end": "2025-08-31"}
        )
        earlier.action_make_quarters()
        cls.terms = earlier.period_ids.filtered(lambda one: one.kind == "quarter")
        before = cls.env["vsoko.class"].create({"year_id": earlier.id, "grade": 4, "letter": "А"})
        cls.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": pupil.id,
                    "class_id": before.id,
                    "date_from": "2024-09-01",
                    "date_to": "2025-08-31",
                }
                for pupil in cls.students
            ]
        )
        for term in cls.terms:
            cls.env["vsoko.mark"].create(
                [
                    {
                        "student_id": pupil.id,
                        "subject_id": cls.math.id,
                        "period_id": term.id,
                        "value": 5 - place % 3,
                        "class_id": before.id,
                    }
                    for place, pupil in enumerate(cls.students)
                ]
            )


@tagged("post_install", "-at_install")
class TestPupilForecastOfAHabit(Habit, PupilForecastCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.remember_marks()

    def test_chances_by_the_mark_of_the_term_before(self):
        table = self.page().mark_table
        self.assertIn("rather “5”", table)
        self.assertIn("rather “2”", table)
        self.assertNotIn("Chances are not told", table)

    def test_another_class_is_chosen_on_the_open_page(self):
        """The page is not stored while people choose on it."""
        Page = self.env["vsoko.pupil.forecast"].with_user(self.users["administration"])
        page = Form(Page.with_context(lang="en_US"))
        page.class_id = self.class_5b
        self.assertNotIn("rather", page.mark_table)
        page.class_id = self.class_5a
        page.subject_id = self.math
        self.assertIn("rather “5”", page.mark_table)
        page.subject_id = self.rus
        self.assertNotIn("rather “5”", page.mark_table)
        self.assertIn(self.pupils_of(self.class_5a)[0].name, page.mark_table)

    def test_who_is_nearest_to_failing_comes_first(self):
        table = self.page().mark_table
        pupils = self.pupils_of(self.class_5a)
        # 5 4 4 3 2 н/а: the fifth has «2», the sixth is unknown and last
        places = [table.index(pupils[number].name) for number in (4, 3, 0, 5)]
        self.assertEqual(places, sorted(places))
        self.assertIn("no data", table)

    def test_queries_do_not_depend_on_pupils(self):
        page = self.page()
        self.env.flush_all()
        counts = []
        for size in (0, 20):
            if size:
                self.enrol(self.class_5a, size)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            page._compute_tables()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])


@tagged("post_install", "-at_install")
class TestExamReadiness(AssessmentCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enrol(cls.class_9a, 8)
        cls.trial = cls.env["vsoko.test"].create(
            {
                "name": "Пробный экзамен",
                "subject_id": cls.math.id,
                "grade": 9,
                "task_ids": [
                    Command.create(
                        {
                            "number": str(place),
                            "sequence": place,
                            "max_score": 2,
                            "part": "geometry" if place > 3 else False,
                        }
                    )
                    for place in range(1, 6)
                ],
                "band_ids": [
                    Command.create({"min_score": 0, "mark": 2}),
                    Command.create(
                        {"min_score": 4, "mark": 3, "part": "geometry", "part_score": 2}
                    ),
                    Command.create({"min_score": 7, "mark": 4}),
                ],
            }
        )
        cls.written = cls.make_work(cls.class_9a, test=cls.trial)
        cls.written.action_start()

    def table(self, rows):
        self.enter(self.written, rows)
        self.written.result_ids.filtered(lambda one: not one.task_score_ids).attendance = "absent"
        self.written.action_close()
        return (
            self.env["vsoko.pupil.forecast"]
            .with_user(self.users["teacher"])
            .with_context(lang="en_US")
            .create(
                {
                    "class_id": self.class_9a.id,
                    "subject_id": self.math.id,
                    "period_id": self.q1.id,
                }
            )
            .exam_table
        )

    def test_words_of_twelve_pupils(self):
        table = self.table(UNEVEN)
        self.assertIn("surely", table)
        self.assertIn("at risk", table)
        self.assertIn("geometry", table)
        # the weakest come first
        self.assertLess(table.index("at risk"), table.index("surely"))

    def test_few_pupils_get_no_word(self):
        table = self.table([STRONG] * 4 + [WEAK] * 5)
        self.assertNotIn("at risk", table)
        self.assertIn("too early to say", table)

    def test_no_trial_is_no_risk(self):
        table = self.table([STRONG] * 6 + [WEAK] * 5)
        absent = self.written.result_ids.filtered(lambda one: one.attendance == "absent")
        self.assertEqual(len(absent), 1)
        told = table.index("Have written no trial")
        self.assertGreater(table.index(absent.student_id.name), told)

    def test_a_work_of_the_fifth_grade_is_no_trial(self):
        page = self.env["vsoko.pupil.forecast"].create(
            {
                "class_id": self.class_5a.id,
                "subject_id": self.math.id,
                "period_id": self.q1.id,
            }
        )
        self.assertFalse(page.exam_table)
