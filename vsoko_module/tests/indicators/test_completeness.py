from odoo.fields import Domain
from odoo.tests import tagged

from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestCompleteness(FiguresCase):
    """A part is not the whole: figures say how many of the expected marks they rest on.

    Of the fourteen pupils everybody has mathematics and Russian, so 28 marks are expected.
    """

    def share(self, cell="school", period=None):
        found = self.env["vsoko.completeness"].search(
            [("period_id", "=", (period or self.q1).id), ("cell", "=", cell)]
        )
        return (found.known, found.expected) if found else None

    def remove(self, keep):
        self.marks.filtered(lambda mark: not keep(mark)).unlink()
        self.q1.action_calculate()

    def test_all_marks_are_there(self):
        self.q1.action_calculate()
        self.assertEqual(self.share(), (28, 28))
        self.assertEqual(self.share(f"class:{self.class_5a.id}"), (12, 12))
        figure = self.figure("quality")
        self.assertEqual(figure.completeness, 100)
        self.assertNotEqual(figure.status, "grey")
        self.assertFalse(self.q1.completeness_text)

    def test_one_ledger_of_three_is_no_school(self):
        self.remove(lambda mark: mark.class_id == self.class_5a)
        self.assertEqual(self.share(), (12, 28))
        school = self.figure("quality")
        self.assertEqual((school.status, school.grey_reason), ("grey", "incomplete"))
        self.assertAlmostEqual(school.completeness, 100 * 12 / 28)
        own = self.figure("quality", "class", class_id=self.class_5a.id)
        self.assertNotEqual(own.status, "grey", "the class itself is whole")
        for text in ("12", "28", "5Б", "9А"):
            self.assertIn(text, school.explanation)

    def test_one_pupil_of_a_ledger_is_no_class(self):
        first = self.pupils_of(self.class_5a)[0]
        self.remove(lambda mark: mark.class_id != self.class_5a or mark.student_id == first)
        self.assertEqual(self.share(f"class:{self.class_5a.id}"), (2, 12))
        figure = self.figure("success", "class", class_id=self.class_5a.id)
        self.assertEqual(figure.grey_reason, "incomplete")
        groups = self.figure("pupils_quality", "class", class_id=self.class_5a.id)
        self.assertEqual(groups.grey_reason, "incomplete")
        count = self.figure("contingent", "class", class_id=self.class_5a.id)
        self.assertFalse(count.completeness, "the number of pupils rests on no marks")

    def test_a_formula_is_as_complete_as_its_marks(self):
        """«mixed» is quality by the number of pupils, of which only the first rests on marks."""
        draft = self.env["vsoko.framework"].browse(self.framework.action_new_version()["res_id"])
        criterion = draft.indicator_ids.filtered(lambda one: one.code == "quality").criterion_id
        for code, formula in (("mixed", "quality / contingent"), ("whole", "contingent * 2")):
            vals = {"code": code, "name": code, "kind": "formula", "formula": formula}
            draft.indicator_ids.create(
                {**vals, "framework_id": draft.id, "criterion_id": criterion.id}
            )
        draft.date_from = self.q2.date_start
        draft.with_user(self.users["director"]).action_approve()
        self.add_marks({(pupil, self.math): 4 for pupil in self.pupils_of(self.class_5a)}, self.q2)
        self.q2.action_calculate()
        mixed, whole = (
            self.env["vsoko.indicator.value"].search(
                [
                    ("period_id", "=", self.q2.id),
                    ("indicator_id.code", "=", code),
                    ("cell", "=", "school"),
                ]
            )
            for code in ("mixed", "whole")
        )
        self.assertTrue(mixed._rests_on_marks() and mixed.indicator_id._rests_on_marks())
        self.assertFalse(whole._rests_on_marks() or whole.indicator_id._rests_on_marks())
        self.assertIn("6 of 28", mixed.explanation)
        self.assertNotIn("of 28", whole.explanation)

    def test_a_subject_of_the_load_without_marks(self):
        self.remove(lambda mark: mark.subject_id == self.math)
        self.assertEqual(self.share(), (14, 28))
        self.assertEqual(self.share(f"subject:{self.math.id}"), (14, 14))
        self.assertIn(self.rus.name, self.figure("quality").explanation)
        missing = self.env["vsoko.fact.expected_mark"].search(
            [("period_id", "=", self.q1.id), ("has_mark", "=", False)]
        )
        self.assertEqual((len(missing), missing.subject_id), (14, self.rus))

    def test_an_exam_alone_is_no_mark_of_the_year(self):
        pupil = self.pupils_of(self.class_5a)[0]
        years = self.add_marks(
            {(pupil, self.math): 4, (self.pupils_of(self.class_5a)[1], self.math): 2},
            self.year_period,
        )
        years[0].write({"exam_value": 5, "status": "no_mark", "value": 0})
        self.year_period.action_calculate()
        self.assertEqual(self.share(f"subject:{self.math.id}", self.year_period), (1, 14))
        success = self.figure("success", period=self.year_period)
        self.assertEqual((success.numerator, success.denominator), (0, 1))
        missing = self.env["vsoko.fact.expected_mark"].search(
            [("period_id", "=", self.year_period.id), ("student_id", "=", pupil.id)]
        )
        self.assertEqual(missing.mapped("has_mark"), [False, False])

    def test_the_least_share_is_a_setting_of_the_school(self):
        self.env.company.vsoko_least_completeness = 40
        self.remove(lambda mark: mark.class_id == self.class_5a)
        self.assertFalse(self.figure("quality").grey_reason)
        self.env.company.vsoko_least_completeness = 50
        self.q1.action_calculate()
        self.assertEqual(self.figure("quality").grey_reason, "incomplete")

    def test_what_is_not_expected(self):
        """Grade 1, terms of another kind, courses without marks, who has left, other groups."""
        self.q1.action_calculate()
        first = self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 1, "letter": "А"})
        ten = self.env["vsoko.class"].create(
            {"year_id": self.year.id, "grade": 10, "letter": "А", "term_kind": "half"}
        )
        talk = self.env["vsoko.subject"].create(
            {"name": "Разговоры о важном", "code": "talk", "without_marks": True}
        )
        for school_class in (first, ten):
            self.enrol(school_class, 3)
        self.lesson(self.class_5a, talk)
        self.lesson(ten, self.math)
        self.q1.action_calculate()
        self.assertEqual(self.share(), (28, 28))
        self.marks.filtered(lambda m: m.student_id == self.students[0]).unlink()
        self.students[0].enrolment_ids.date_to = self.q1.date_end
        self.q1.action_calculate()
        self.assertEqual(self.share(), (26, 26))

    def lesson(self, school_class, subject, **details):
        return self.env["vsoko.teaching"].create(
            {
                "class_id": school_class.id,
                "subject_id": subject.id,
                "teacher_id": self.teachers[0].id,
                "date_from": self.year.date_start,
                **details,
            }
        )

    def test_a_group_is_expected_of_its_pupils_not_of_others(self):
        art = self.env["vsoko.subject"].create({"name": "Хор", "code": "choir"})
        pupils = self.pupils_of(self.class_5a)[:2]
        self.lesson(self.class_5a, art, group_name="1", student_ids=pupils.ids)
        self.q1.action_calculate()
        self.assertEqual(self.share(f"subject:{art.id}"), (0, 2))
        self.add_marks({(pupils[0], art): 5}, self.q1)
        self.q1.action_calculate()
        self.assertEqual(self.share(f"subject:{art.id}"), (1, 2))

    def test_a_class_without_load_and_marks_is_missed(self):
        """Without any load a school still sees that the ledgers of two classes are not there."""
        self.lessons.unlink()
        self.remove(lambda mark: mark.class_id == self.class_5a)
        self.assertEqual(self.share(), (12, 28))
        self.assertIn("9А", self.figure("quality").explanation)

    def test_approval_keeps_what_was_missing(self):
        self.remove(lambda mark: mark.class_id == self.class_5a)
        self.assertIn("5Б", self.q1.completeness_text)
        self.q1.with_user(self.users["director"]).action_approve()
        self.assertIn("5Б", self.q1.message_ids[0].body)

    def test_the_overview_and_the_report_say_it(self):
        self.remove(lambda mark: mark.class_id == self.class_5a)
        director = self.users["director"]
        overview = self.env["vsoko.dashboard"].with_user(director).get_overview(self.q1.id)
        self.assertTrue(overview["completeness"]["is_low"])
        self.assertIn("5Б", overview["completeness"]["text"])
        report = (
            self.env["vsoko.report"]
            .with_user(director)
            .create({"type": "period_results", "period_id": self.q1.id})
        )
        table = report.figures["given"]["completeness"]
        self.assertEqual([row[0] for row in table["rows"]], ["5Б", "9А"])
        self.assertIn("28", table["sentences"][0])

    def test_a_class_whose_pupils_nobody_has_entered_is_missing_too(self):
        self.q1.action_calculate()
        self.assertFalse(self.told())
        self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 6, "letter": "А"})
        self.env.invalidate_all()
        figure = self.figure("quality")
        for text in (figure.explanation, self.q1.completeness_text):
            self.assertIn("28 of 28", text)
            self.assertIn("3 of 4 classes", text)
            self.assertIn("Without marks: 6А.", text)
        self.assertEqual(figure.completeness, 100)
        self.assertIn("3 of 4 classes", self.told())
        self.assertIn("pupils of the others", self.told())
        overview = self.env["vsoko.dashboard"].with_user(self.users["director"])
        self.assertIn("3 of 4 classes", overview._tell_classes(self.q1))

    def told(self):
        return self.env["vsoko.completeness"]._get_public_text(self.q1)

    def test_it_is_missing_in_its_own_parts_alone(self):
        """Of the fifth grade and of Russian in it nothing is missing: it has no such lesson."""
        empty = self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 6, "letter": "А"})
        self.remove(lambda mark: mark.class_id != self.class_9a)
        Completeness = self.env["vsoko.completeness"]

        def classes(**vals):
            domain = Domain.AND(Domain(name, "=", value) for name, value in vals.items())
            found = Completeness._describe(self.q1, domain)["classes"]
            return self.env["vsoko.class"].browse(one["id"] for one in found)

        own = self.class_5a | self.class_5b | self.class_9a
        self.assertEqual(classes(), own | empty)
        self.assertEqual(classes(grade=5), self.class_5a | self.class_5b)
        self.assertEqual(classes(grade=6), empty)
        self.assertEqual(classes(subject_id=self.rus.id), own)
        self.env["vsoko.teaching"].create(
            {
                "class_id": empty.id,
                "subject_id": self.rus.id,
                "teacher_id": self.teachers[1].id,
                "date_from": self.year.date_start,
            }
        )
        self.assertEqual(classes(subject_id=self.rus.id), own | empty)
        self.assertEqual(classes(class_id=self.class_5a.id), self.class_5a)
        # 20 of 28 marks, in two of the four classes
        self.assertRegex(self.told(), "2 of 4 classes: 71 %")

    def test_the_report_lists_it_without_a_share(self):
        self.env["vsoko.class"].create({"year_id": self.year.id, "grade": 6, "letter": "А"})
        self.q1.action_calculate()
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        (row,) = report.figures["given"]["completeness"]["rows"]
        self.assertEqual((row[0], row[1], row[3], row[5]), ("6А", 0, 0, None))
