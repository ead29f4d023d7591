from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from unittest import TestCase

from tools import demo
from tools.demo.names import female_form
from tools.demo.works import WORKS, make_answers


class TestDemoSchool(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.school = demo.generate()

    def test_the_same_seed_gives_the_same_school(self):
        again = demo.generate()
        self.assertEqual(again.marks, self.school.marks)
        self.assertEqual(again.pupils, self.school.pupils)
        self.assertNotEqual(demo.generate(seed=1).marks, self.school.marks)

    def test_size(self):
        leading = {lesson.teacher for lesson in self.school.lessons}
        for year in (0, 1):
            classes = [c for c in self.school.classes if c.year == year]
            self.assertEqual(len(classes), 22)
        self.assertEqual(len(leading), 41)  # 40 at a time, one of them left
        self.assertTrue(540 <= self._present(date(2026, 9, 1)) <= 580)

    def test_nobody_is_in_two_classes(self):
        stays = defaultdict(list)
        for stay in self.school.stays:
            stays[stay.pupil].append(stay)
        for chain in stays.values():
            chain.sort(key=lambda stay: stay.date_from)
            for before, after in pairwise(chain):
                self.assertIsNotNone(before.date_to)
                self.assertLessEqual(before.date_to, after.date_from)

    def test_classes_go_up_with_their_pupils(self):
        for c in self.school.classes:
            if c.previous is not None:
                former = self.school.classes[c.previous]
                self.assertEqual((former.grade, former.letter), (c.grade - 1, c.letter))
        reasons = Counter(stay.reason for stay in self.school.stays)
        self.assertGreater(reasons["promoted"], 400)
        self.assertGreater(reasons["graduated"], 30)
        self.assertTrue(all(reasons[reason] for reason in ("left", "transfer")))

    def test_marks_are_plausible(self):
        """By each marked class 25–97 % of «4» and «5»; first classes have no marks."""
        counts = defaultdict(Counter)
        for mark in self.school.marks:
            counts[mark.year, mark.term, mark.school_class][mark.value or mark.status] += 1
        for (_year, _term, key), values in counts.items():
            self.assertGreater(self.school.classes[key].grade, 1)
            base = sum(values[kind] for kind in (2, 3, 4, 5, "not_attested"))
            self.assertTrue(0.25 < (values[4] + values[5]) / base < 0.97, values)

    def test_one_mark_for_a_pupil_subject_and_term(self):
        keys = Counter((m.pupil, m.subject, m.year, m.term) for m in self.school.marks)
        self.assertEqual(max(keys.values()), 1)
        self.assertEqual(
            {(m.year, m.term) for m in self.school.marks},
            {(0, ("quarter", n)) for n in (1, 2, 3, 4)} | {(0, ("year", 1)), (1, ("quarter", 1))},
        )

    def test_year_mark_is_the_mean_rounded_half_up(self):
        values = defaultdict(dict)
        for mark in self.school.marks:
            if mark.year == 0 and mark.value:
                values[mark.pupil, mark.subject][mark.term] = mark.value
        checked = 0
        for terms in values.values():
            if year := terms.pop(("year", 1), None):
                self.assertEqual(year, (2 * sum(terms.values()) + len(terms)) // (2 * len(terms)))
                checked += 1
        self.assertGreater(checked, 5000)

    def test_every_lesson_of_a_class_has_one_teacher_at_a_time(self):
        handed = [lesson for lesson in self.school.lessons if lesson.date_to]
        self.assertEqual({lesson.subject for lesson in handed}, {"alg", "geom", "prob"})
        open_lessons = Counter(
            (lesson.school_class, lesson.subject, lesson.group)
            for lesson in self.school.lessons
            if not lesson.date_to
        )
        self.assertEqual(max(open_lessons.values()), 1)

    def test_the_family_has_two_children_of_its_name(self):
        surname = self.school.family_surname
        names = [self.school.pupils[key].name.split()[0] for key in self.school.family]
        self.assertEqual(len(set(self.school.family)), 2)
        self.assertTrue(all(name in (surname, female_form(surname)) for name in names))
        fathers = {self.school.pupils[key].name.split()[2][:-2] for key in self.school.family}
        self.assertEqual(len(fathers), 1)

    def test_works_tell_the_family_of_the_elder_child(self):
        answers = make_answers(self.school)
        this_year = [work.key for work in WORKS if work.year == 1 and work.key in answers]
        told = [work for work in this_year if self.school.family[-1] in answers[work]]
        self.assertGreater(len(told), 1)

    def test_female_surnames(self):
        self.assertEqual(female_form("Зимин"), "Зимина")
        self.assertEqual(female_form("Садовский"), "Садовская")
        self.assertEqual(female_form("Лесной"), "Лесная")

    def _present(self, day):
        return sum(
            stay.date_from <= day and (stay.date_to is None or stay.date_to > day)
            for stay in self.school.stays
        )
