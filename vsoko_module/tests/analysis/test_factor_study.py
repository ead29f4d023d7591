from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import SchoolCase

PUPILS = 12


@tagged("post_install", "-at_install")
class TestFactorStudy(SchoolCase):
    """Six classes of two grades; in mathematics whoever missed days is a mark lower, in Russian
    missed days say nothing."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        classes = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "grade": grade, "letter": letter}
                for grade in (6, 7)
                for letter in "АБВ"
            ]
        )
        cls.members = [cls.enrol(one, PUPILS) for one in classes]
        cls.env["vsoko.teaching"].create(
            [
                {
                    "class_id": one.id,
                    "subject_id": cls.math.id,
                    "date_from": cls.year.date_start,
                    "hours_per_week": 5 + place % 2,
                }
                for place, one in enumerate(classes)
            ]
        )
        cls.miss(cls.q2, lambda place: place % 2 == 0, cls.members)
        for period in (cls.q1, cls.q2, cls.q3):
            marks = {}
            for members in cls.members:
                for place, pupil in enumerate(members):
                    # in both groups of pupils the same number has one mark more
                    more = place // 2 % 2
                    is_there = place % 2
                    marks[pupil, cls.math] = 4 if period == cls.q1 else 3 + more + is_there
                    marks[pupil, cls.rus] = 4 if period == cls.q1 else 3 + more
            cls.add_marks(marks, period)

    @classmethod
    def miss(cls, period, is_missing, groups):
        cls.env["vsoko.absence"].create(
            [
                {
                    "student_id": pupil.id,
                    "date": period.date_start,
                    "date_to": period.date_start,
                    "days": 1,
                }
                for members in groups
                for place, pupil in enumerate(members)
                if is_missing(place)
            ]
        )

    def study(self, user="administration", **vals):
        defaults = {"period_id": self.q2.id, "subject_id": self.math.id}
        Study = self.env["vsoko.factor.study"].with_user(self.users[user])
        study = Study.with_context(lang="en_US").create(defaults | vals)
        study.action_look()
        return study

    def finding(self, study, factor):
        return study.finding_ids.filtered(lambda one: one.factor == factor)

    def test_what_was_planted_is_found(self):
        study = self.study()
        self.assertEqual((study.pupils, study.classes), (72, 6))
        found = self.finding(study, "absence")
        self.assertEqual((found.verdict, found.much, found.little), ("found", 36, 36))
        self.assertAlmostEqual(found.difference, -1.0, places=6)
        self.assertLess(found.low, -1.0)
        self.assertLess(found.high, 0)
        self.assertIn("Missed days", study.summary)

    def test_what_says_nothing_is_not_seen(self):
        study = self.study(subject_id=self.rus.id)
        finding = self.finding(study, "absence")
        self.assertEqual(finding.verdict, "not_seen")
        self.assertAlmostEqual(finding.difference, 0, places=6)
        self.assertIn("does not say that there is no connection", finding.text)
        self.assertEqual(self.finding(self.study(), "hours").verdict, "not_seen")
        self.assertIn("No connection is seen", study.summary)

    def test_the_change_of_the_same_pupils(self):
        study = self.study(outcome="change")
        self.assertAlmostEqual(self.finding(study, "absence").difference, -1.0, places=6)
        self.assertEqual(self.finding(study, "earlier").verdict, "no_data")

    def test_what_is_missing_is_said(self):
        study = self.study()
        for factor in ("visit", "climate", "conditions", "teacher"):
            finding = self.finding(study, factor)
            self.assertEqual((finding.verdict, finding.difference), ("no_data", False), factor)
        self.assertIn("visits", self.finding(study, "visit").text)
        empty = self.study(period_id=self.q4.id)
        self.assertEqual((empty.pupils, empty.tries), (0, 0))
        self.assertIn("nothing to look at", empty.summary)

    def test_a_group_under_five_is_not_told(self):
        self.miss(self.q3, lambda place: place < 4, self.members[:1])
        finding = self.finding(self.study(period_id=self.q3.id), "absence")
        self.assertEqual(finding.verdict, "few")
        self.assertEqual((finding.difference, finding.effect, finding.much), (False, False, 0))
        self.assertNotIn("Compared", finding.text)

    def test_a_study_stays_as_it_was_seen(self):
        study = self.study()
        with self.assertRaisesRegex(UserError, "looked at already"):
            study.action_look()
        with self.assertRaises(UserError):
            study.period_id = self.q1
        with self.assertRaises(UserError):
            study.unlink()
        with self.assertRaises(AccessError):
            study.finding_ids[:1].write({"verdict": "found"})

    def test_who_looks(self):
        study = self.study("association_head")
        self.assertEqual(self.finding(study, "absence").verdict, "found")
        for subject in (self.rus, self.env["vsoko.subject"]):
            with self.assertRaises(AccessError):
                self.study("association_head", subject_id=subject.id)
        other = self.study("director", subject_id=self.rus.id)
        seen = self.env["vsoko.factor.finding"].with_user(self.users["association_head"]).search([])
        self.assertFalse(seen & other.finding_ids.with_user(self.users["association_head"]))
        for role in ("teacher", "medic", "pedagogical_council", "governing_council", "family"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.study(role)

    def test_an_action_on_a_finding_names_nobody(self):
        study = self.study()
        found = self.finding(study, "absence")
        opened = found.action_take_measures()
        action = self.env["vsoko.action"].browse(opened["res_id"])
        self.assertEqual(action.factor_finding_id, found.with_env(self.env))
        self.assertEqual((action.origin, found.action_ids), ("factor", action.with_env(found.env)))
        self.assertFalse(action.pupil_ids)
        self.assertEqual(found.action_take_measures()["res_id"], action.id)
        for pupil in self.members[0]:
            self.assertNotIn(pupil.name, action.problem)
        with self.assertRaises(UserError):
            self.finding(study, "hours").action_take_measures()

    def test_queries_do_not_depend_on_pupils(self):
        counts = []
        for more in (0, 20):
            if more:
                pupils = self.enrol(self.members[0].enrolment_ids.class_id, more)
                self.add_marks({(pupil, self.math): 4 for pupil in pupils}, self.q2)
            study = self.env["vsoko.factor.study"].create({"period_id": self.q2.id})
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            study.action_look()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)
        self.assertLessEqual(counts[1], counts[0])
