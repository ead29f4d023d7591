from odoo.exceptions import ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ..evidence.rubric_case import RubricCase
from ..evidence.survey_case import Surveys

PUPILS = 6


@tagged("post_install", "-at_install")
class TestFactorSources(Surveys, RubricCase):
    """Six classes of two grades: pupils of the letter А have «5», of Б and В «3» and «4»."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.prepare_surveys()
        cls.groups = cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "grade": grade, "letter": letter}
                for grade in (6, 7)
                for letter in "АБВ"
            ]
        )
        cls.members = {one: cls.enrol(one, PUPILS) for one in cls.groups}
        marks = {
            (pupil, cls.math): 5 if one.letter == "А" else 3 + place % 2
            for one, pupils in cls.members.items()
            for place, pupil in enumerate(pupils)
        }
        cls.add_marks({key: 4 for key in marks}, cls.q1)
        cls.add_marks(marks, cls.q2)

    def find(self, factor, **vals):
        defaults = {"period_id": self.q2.id, "subject_id": self.math.id}
        study = self.env["vsoko.factor.study"].with_context(lang="en_US").create(defaults | vals)
        study.action_look()
        return study.finding_ids.filtered(lambda one: one.factor == factor)

    def criterion(self, number):
        return self.rubric.criterion_ids.sorted("id")[number - 1]

    def visit_all(self):
        """The first criterion is seen in classes А alone, the second everywhere else."""
        for one in self.groups:
            points = (2, 0, 1, 1, 1) if one.letter == "А" else (0, 2, 1, 1, 1)
            sheet = self.make_sheet(*points, class_id=one.id, date="2025-12-01")
            sheet.action_complete()

    def test_the_level_of_a_chosen_criterion(self):
        """«5» against the mean 3.5 of «3» and «4», in both grades alike: 1.5 of a mark."""
        self.visit_all()
        first = self.find("visit", visit_criterion_id=self.criterion(1).id)
        self.assertEqual((first.n, first.classes, first.much, first.little), (36, 6, 12, 24))
        self.assertAlmostEqual(first.difference, 1.5)
        second = self.find("visit", visit_criterion_id=self.criterion(2).id)
        self.assertAlmostEqual(second.difference, -1.5)
        self.assertIn("Критерий 2", second.display_name)
        self.assertIn("whole classes", second.text)
        # all criteria together give five points of ten to each class: nobody has more
        whole = self.find("visit")
        self.assertEqual((whole.verdict, whole.difference), ("description", False))

    def test_another_version_of_the_rubric_words_the_same_criterion(self):
        self.visit_all()
        newer = self.env["vsoko.rubric"].browse(self.rubric.action_new_version()["res_id"])
        newer.action_approve()
        chosen = newer.criterion_ids.sorted("id")[0]
        self.assertAlmostEqual(self.find("visit", visit_criterion_id=chosen.id).difference, 1.5)

    def test_sheets_that_are_no_lessons_and_later_ones_are_left_out(self):
        self.visit_all()
        event = self.make_rubric(name="Событие", code="own_event", kind="event")
        with self.assertRaises(ValidationError):
            self.find("visit", visit_criterion_id=event.criterion_ids[0].id)
        finding = self.find("visit", visit_criterion_id=self.criterion(1).id, period_id=self.q1.id)
        self.assertEqual(finding.verdict, "no_data")

    @freeze_time("2025-11-15")
    def test_the_climate_of_classes(self):
        """In classes А all ten who answer are content, elsewhere two of ten are; ten is the
        least that is told of a class."""
        questionnaire = self.make_questionnaire(vsoko_audience="pupils")
        campaign = self.make_campaign(
            questionnaire_id=questionnaire.id,
            audience="pupils",
            class_ids=[Command.set(self.groups.ids)],
            date_start="2025-11-10",
            date_end="2025-11-20",
        )
        for one in self.groups:
            # the item is worded the other way round: the last answer is the best one
            content = 10 if one.letter == "А" else 2
            self.fill(campaign, one, content, 0, 0, 4, 0)
            if content < 10:
                self.fill(campaign, one, 10 - content, 0, 0, 0, 0)
        campaign.action_close()
        finding = self.find("climate")
        self.assertEqual((finding.n, finding.classes, finding.much), (36, 6, 12))
        self.assertAlmostEqual(finding.difference, 1.5)
        self.assertEqual(self.find("conditions").verdict, "no_data")

    def test_what_turns_over_inside_the_groups_is_said(self):
        """Strong pupils miss more and lose by it: of the strong who missed half have «4», of the
        weak who missed half have «2»; all others stay at «5» and «3»."""
        marks, before = {}, {}
        for pupils in self.members.values():
            for place, pupil in enumerate(pupils):
                before[pupil, self.rus] = 5 if place < PUPILS // 2 else 3
        missed = self.env["vsoko.student"]
        for number, pupils in enumerate(self.members.values()):
            for place, pupil in enumerate(pupils):
                is_strong = place < PUPILS // 2
                # two of three strong ones and one of six weak ones
                is_missing = place < 2 if is_strong else place == 3 and number % 3 < 2
                loses = is_missing and (place == 1 if is_strong else number % 3 == 0)
                marks[pupil, self.rus] = (5 if is_strong else 3) - loses
                if is_missing:
                    missed |= pupil
        self.add_marks(before, self.q1)
        self.add_marks(marks, self.q2)
        day = self.q2.date_start
        self.env["vsoko.absence"].create(
            [{"student_id": pupil.id, "date": day, "date_to": day, "days": 1} for pupil in missed]
        )
        finding = self.find("absence", subject_id=self.rus.id)
        self.assertEqual((finding.much, finding.little), (16, 20))
        self.assertAlmostEqual(finding.difference, -0.5)
        self.assertTrue(finding.turns_over)
        self.assertIn("would say the opposite", finding.text)
