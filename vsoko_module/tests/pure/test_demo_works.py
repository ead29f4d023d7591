from collections import defaultdict
from unittest import TestCase

from tools import demo
from tools.demo import codifier
from tools.demo.specifications import SPECIFICATIONS
from tools.demo.works import WORKS, make_answers


class TestDemoWorks(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.school = demo.generate()
        cls.answers = make_answers(cls.school)
        cls.specifications = {one.key: one for one in SPECIFICATIONS}
        cls.works = {work.key: work for work in WORKS}

    def test_the_same_school_gives_the_same_answers(self):
        self.assertEqual(make_answers(demo.generate()), self.answers)
        self.assertNotEqual(make_answers(demo.generate(seed=1)), self.answers)

    def test_every_begun_work_has_answers_within_its_tasks(self):
        begun = {work.key for work in WORKS if work.state != "planned"}
        self.assertEqual(set(self.answers), begun)
        for key, answers in self.answers.items():
            tasks = self.specifications[self.works[key].specification].tasks
            for answer in answers.values():
                if answer.attendance != "present":
                    self.assertEqual(answer.points, ())
                    continue
                self.assertEqual(len(answer.points), len(tasks))
                for points, task in zip(answer.points, tasks, strict=True):
                    self.assertIn(points, {None, *range(task.max_score + 1)})

    def test_who_writes_is_in_the_class_on_that_day(self):
        stays = defaultdict(list)
        for stay in self.school.stays:
            stays[stay.pupil].append(stay)
        for key, answers in self.answers.items():
            work = self.works[key]
            for pupil in answers:
                places = [
                    self.school.classes[stay.school_class]
                    for stay in stays[pupil]
                    if stay.date_from <= work.day and (not stay.date_to or stay.date_to > work.day)
                ]
                self.assertEqual([(c.year, c.grade) for c in places], [(work.year, work.grade)])

    def test_results_are_spread_and_weak_tasks_are_seen(self):
        for key, answers in self.answers.items():
            tasks = self.specifications[self.works[key].specification].tasks
            rows = [answer.points for answer in answers.values() if answer.points]
            shares = [
                sum(row[place] or 0 for row in rows) / (task.max_score * len(rows))
                for place, task in enumerate(tasks)
            ]
            totals = {sum(points or 0 for points in row) for row in rows}
            self.assertGreaterEqual(len(totals), 6, key)
            self.assertGreater(max(shares), 0.7, key)
            self.assertLess(min(shares), 0.5, key)

    def test_tasks_name_lines_of_the_codifier(self):
        elements = {(e.subject, e.code) for e in codifier.elements()}
        skills = {(s.subject, s.code) for s in codifier.skills()}
        for one in SPECIFICATIONS:
            for task in one.tasks:
                self.assertLessEqual({(one.subject, code) for code in task.elements}, elements)
                self.assertLessEqual({(one.subject, code) for code in task.skills}, skills)
        for lines in (codifier.elements(), codifier.skills()):
            keys = [(line.subject, line.code, line.grades) for line in lines]
            self.assertEqual(len(set(keys)), len(keys))
            sections = {(line.subject, line.parent, line.grades) for line in lines if line.parent}
            self.assertLessEqual(sections, set(keys))

    def test_borders_grow_within_the_points(self):
        for one in SPECIFICATIONS:
            most = sum(task.max_score for task in one.tasks)
            self.assertEqual(sorted(set(one.borders)), list(one.borders))
            self.assertTrue(all(0 <= border <= most for border in one.borders))
            self.assertFalse(one.borders and one.scale)
