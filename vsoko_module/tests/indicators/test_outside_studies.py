from psycopg2 import IntegrityError

from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..evidence.common import AssessmentCase


@tagged("post_install", "-at_install")
class TestOutsideStudies(AssessmentCase):
    """The value of the issuing body, with its own number of participants."""

    def study(self, kind, *groups):
        """A work of 8 October 2025 with figures of groups, as `vsoko.assessment.aggregate`."""
        return self.env["vsoko.assessment"].create(
            {
                "type_id": self.env.ref(f"vsoko_module.assessment_type_{kind}").id,
                "subject_id": self.math.id,
                "class_ids": [Command.set(self.class_5a.ids)],
                "date": "2025-10-08",
                "aggregate_ids": [Command.create(group) for group in groups],
            }
        )

    def figure(self, code, period=None, scope="school"):
        return self.env["vsoko.indicator.value"].search(
            [
                ("indicator_id.code", "=", code),
                ("period_id", "=", (period or self.q1).id),
                ("scope", "=", scope),
            ]
        )

    def test_national_study_by_marks(self):
        """24 participants: «2» 12.5 % = 3, «3» 25 % = 6, «4» 37.5 % = 9, «5» 25 % = 6.

        Basic level: 21 of 24 = 87.5 %. The region's 1 000 participants are not the school's.
        """
        shares = {"share_2": 12.5, "share_3": 25, "share_4": 37.5, "share_5": 25}
        self.study(
            "niko",
            {"level": "school", "name": "Школа", "participants": 24, **shares},
            {"level": "region", "name": "Округ", "participants": 1000, **shares, "share_2": 37.5},
        )
        self.q1.action_calculate()
        found = self.figure("national_studies")
        self.assertEqual((found.numerator, found.denominator, found.n), (21, 24, 24))
        self.assertEqual(found.value, 87.5)
        self.assertEqual(self.figure("national_studies", scope="subject").value, 87.5)
        marks = self.env["vsoko.fact.study"].search([("period_id", "=", self.q1.id)])
        self.assertEqual([marks.mapped("mark").count(mark) for mark in (2, 3, 4, 5)], [3, 6, 9, 6])

    def test_international_study_by_a_threshold(self):
        """Two studies: 40 % of 25 = 10 and 80 % of 50 = 40; together 50 of 75 = 66.7 %,
        not the mean of the percentages, 60 %."""
        basic = {"level": "school", "name": "Школа"}
        self.study("pisa", basic | {"participants": 25, "basic": 40})
        self.study("timss", basic | {"participants": 50, "basic": 80})
        self.q1.action_calculate()
        found = self.figure("international_studies")
        self.assertEqual((found.numerator, found.denominator), (50, 75))
        self.assertAlmostEqual(found.value, 66.667, places=3)
        self.assertFalse(found.indicator_id.rating_allowed)

    def test_independent_assessment_without_a_level_has_no_value(self):
        """30 participants and an average alone: nobody knows who reached the basic level."""
        group = {"level": "school", "name": "Школа", "participants": 30, "average": 61.4}
        work = self.study("independent", group)
        self.q1.action_calculate()
        self.assertIs(self.figure("independent_assessment").value, False)
        # 90 % of 30 are 27
        work.aggregate_ids.write({"basic": 90})
        self.q1.action_calculate()
        found = self.figure("independent_assessment")
        self.assertEqual((found.numerator, found.n, found.value), (27, 30, 90))

    def test_regional_monitoring_takes_the_table_and_else_the_works(self):
        """Own results: 2 of 5 marks are «4» and «5», 40 %. The region's table: 20 % + 30 % of 20
        participants are 10, 50 %."""
        work = self.study("regional")
        self.env["vsoko.result"].create(
            [
                {
                    "assessment_id": work.id,
                    "student_id": pupil.id,
                    "attendance": "present",
                    "mark_given": True,
                    "mark": mark,
                }
                for pupil, mark in zip(
                    self.pupils_of(self.class_5a)[:5], (5, 4, 3, 3, 2), strict=True
                )
            ]
        )
        self.q1.action_calculate()
        self.assertEqual(self.figure("regional_monitoring").value, 40)
        shares = {"share_2": 10, "share_3": 40, "share_4": 20, "share_5": 30}
        work.aggregate_ids = [
            Command.create({"level": "school", "name": "Школа", "participants": 20} | shares)
        ]
        self.q1.action_calculate()
        self.assertEqual(self.figure("regional_tables").value, 50)
        self.assertEqual(self.figure("regional_monitoring").value, 50)

    def test_a_study_is_in_its_term_and_its_year(self):
        self.study(
            "niko",
            {"level": "school", "name": "Школа", "participants": 7, "basic": 100},
        )
        facts = self.env["vsoko.fact.study"]
        counts = {
            period: facts.search_count([("period_id", "=", period.id)])
            for period in (self.q1, self.q2, self.year_period)
        }
        self.assertEqual(list(counts.values()), [7, 0, 7])

    def test_participants_are_a_number_of_people(self):
        for participants in (-1, 10**6):
            with (
                self.assertRaises(IntegrityError),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                self.study(
                    "niko", {"level": "school", "name": "Школа", "participants": participants}
                )
