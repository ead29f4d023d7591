from datetime import timedelta

from odoo.tests import tagged

from ..common import SchoolCase

BELOW = ("level:noo", "level:ooo", "grade:2", "grade:8")


@tagged("post_install", "-at_install")
class TestPublicationOfLargeSchool(SchoolCase):
    """A school of 94 pupils, 40 in 2А and 40 in 8А beside those of `SchoolCase`.

    One pupil of 8А left in the second quarter. In the first quarter one pupil of 8А had an
    accident, six of 2А and six of 8А in the second.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.second, cls.eighth = cls.env["vsoko.class"].create(
            [{"year_id": cls.year.id, "grade": grade, "letter": "А"} for grade in (2, 8)]
        )
        cls.young, cls.old = cls.enrol(cls.second, 40), cls.enrol(cls.eighth, 40)
        cls.old[:1].enrolment_ids.write(
            {"date_to": cls.q2.date_start + timedelta(days=20), "reason": "left"}
        )
        cls.hurt(cls.old[1], cls.q1)
        for pupil in cls.young[:6] | cls.old[2:8]:
            cls.hurt(pupil, cls.q2)
        study = {"company_id": cls.env.company.id, "kind": "upbringing", "date": cls.q1.date_end}
        cls.env["vsoko.upbringing"].create(
            [
                {**study, "class_id": cls.second.id, "high": 20, "middle": 10, "low": 10},
                {**study, "class_id": cls.class_5b.id, "high": 2, "middle": 1, "low": 1},
                {**study, "class_id": cls.class_5a.id, "high": 3, "middle": 3},
            ]
        )
        for period in (cls.q1, cls.q2):
            period.action_calculate()
            period.with_user(cls.users["director"]).action_approve()

    @classmethod
    def hurt(cls, pupil, period):
        cls.env["vsoko.injury"].create(
            {
                "company_id": cls.env.company.id,
                "student_id": pupil.id,
                "date": period.date_start + timedelta(days=10),
                "number": str(pupil.id),
                "place": "Зал",
                "happening": "Падение",
            }
        )

    def publish(self, period, audience="council"):
        publication = (
            self.env["vsoko.publication"]
            .with_user(self.users["director"])
            .create({"period_id": period.id, "audience": audience})
        )
        publication.action_approve()
        return {(line.indicator_code, line.cell): line for line in publication.sudo().line_ids}

    def test_the_number_of_all_is_told_of_both_terms_and_nothing_below_it(self):
        first = self.publish(self.q1)
        self.assertEqual(first["contingent", "school"].value, 94)
        self.assertEqual(first["contingent", "level:noo"].value, 40)
        second = self.publish(self.q2)
        # 94 less 93: one of so many; 40 less 39 of the eighth grade would say of whom
        self.assertEqual(second["contingent", "school"].value, 93)
        self.assertEqual({second["contingent", cell].is_hidden for cell in BELOW}, {True})
        self.assertEqual(second["departed", "school"].value, 1)
        self.assertEqual({second["departed", cell].is_hidden for cell in BELOW}, {True})

    def test_one_accident_is_told_of_the_school_alone(self):
        lines = self.publish(self.q1)
        self.assertEqual(lines["injuries_cases", "school"].value, 1)
        self.assertFalse(lines["health_injuries", "school"].is_hidden)
        below = {cell for code, cell in lines if code == "injuries_cases"} - {"school"}
        self.assertLessEqual(set(BELOW), below)
        self.assertTrue(all(lines["injuries_cases", cell].is_hidden for cell in below))
        self.assertTrue(all(lines["health_injuries", cell].is_hidden for cell in below))

    def test_accidents_of_many_are_told_where_they_are_many(self):
        lines = self.publish(self.q2)
        self.assertEqual(lines["injuries_cases", "school"].value, 12)
        self.assertEqual(lines["injuries_cases", "grade:2"].value, 6)
        self.assertEqual(lines["injuries_cases", "grade:8"].value, 6)

    def test_the_year_does_not_give_the_accident_of_a_term(self):
        """Seven accidents of the eighth grade in the year, six in the second quarter."""
        self.publish(self.q2)
        self.year_period.action_calculate()
        self.year_period.with_user(self.users["director"]).action_approve()
        year = self.publish(self.year_period)
        self.assertEqual(year["injuries_cases", "school"].value, 13)
        self.assertTrue(year["injuries_cases", "grade:8"].is_hidden)

    def test_the_assessed_without_names_are_as_many_as_were_counted(self):
        lines = self.publish(self.q1)
        # 50 assessed, 10 + 1 of them on the low level
        self.assertEqual(lines["upbringing_level", "school"].n, 50)
        self.assertEqual(lines["upbringing_level", "school"].value, 78)
        self.assertFalse(lines["upbringing_level", f"class:{self.second.id}"].is_hidden)
        self.assertTrue(lines["upbringing_level", f"class:{self.class_5b.id}"].is_hidden)
        self.assertTrue(lines["upbringing_level", f"class:{self.class_5a.id}"].is_hidden)
