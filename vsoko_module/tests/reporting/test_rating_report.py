from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from ..analysis.test_rating import RatingCase


@tagged("post_install", "-at_install")
class TestRatingReport(RatingCase):
    """The report on an approved rating: of classes 5Б has 100, 5А 75, 9А 50."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = cls.users["director"]
        cls.rating = cls.approve(cls.make_rating(cls.component("quality"), audience="councils"))

    @classmethod
    def approve(cls, rating):
        cls.compute(rating)
        rating.with_user(cls.director).action_approve()
        return rating

    def make(self, rating=None):
        action = (rating or self.rating).with_user(self.director).action_make_report()
        return self.env["vsoko.report"].browse(action["res_id"]).with_user(self.director)

    def test_it_freezes_what_the_rating_says(self):
        report = self.make()
        given = report.figures["given"]
        self.assertEqual(report.type, "class_rating")
        rows = given["rating_lines"]["rows"]
        self.assertEqual([row[0] for row in rows], ["5Б", "5А", "9А"])
        self.assertEqual([row[1] for row in rows], [100, 75, 50])
        self.assertEqual([row[4] for row in rows], ["1 (1–3)", "2 (1–3)", "3 (1–3)"])
        for row in given["rating_parts"]["rows"]:
            self.assertAlmostEqual(sum(row[1:-1]), row[-1])
        self.assertEqual(given["rating_rule"]["rows"][0][-1], "Положение о рейтинге")

    def test_groups_come_before_places(self):
        report = self.make()
        self.assertEqual(report.section_ids.sorted("sequence")[0].code, "groups")
        (row,) = report.figures["given"]["rating_groups"]["rows"]
        self.assertEqual(row[1:], [3, "5Б, 5А, 9А"])
        page = str(report.section_ids.mapped("figures_html"))
        self.assertIn("5Б, 5А, 9А", page)

    def test_approved_it_has_its_files_and_is_read_by_the_councils(self):
        report = self.make()
        report.action_accept_drafts()
        report.action_approve()
        names = report.sudo().file_ids.mapped("name")
        self.assertLessEqual({"pdf", "xlsx", "docx"}, {name.split(".")[-1] for name in names})
        council = self.env["vsoko.report"].with_user(self.users["pedagogical_council"])
        self.assertEqual(
            council.search([("id", "=", report.id)]), report.with_user(council.env.user)
        )

    def test_what_is_not_for_the_councils_is_not_approved(self):
        inner = self.approve(self.make_rating(self.component("quality"), audience="own"))
        report = self.make(inner)
        report.action_accept_drafts()
        with self.assertRaises(UserError):
            report.action_approve()

    def test_people_have_no_report(self):
        change = self.component("quality", mode="change", lo=-50, hi=50)
        for rating in (
            self.approve(self.make_rating(change, unit="teacher")),
            self.approve(
                self.make_rating(
                    self.component("quality"), unit="student", class_id=self.class_5a.id
                )
            ),
        ):
            with self.assertRaises(UserError):
                self.make(rating)
            vals = {"period_id": self.q1.id, "rating_id": rating.id}
            for kind in ("class_rating", "subject_rating"):
                with self.assertRaises(ValidationError), self.env.cr.savepoint():
                    self.env["vsoko.report"].create({**vals, "type": kind})

    def test_a_report_is_of_its_rating(self):
        draft = self.make_rating(self.component("quality"))
        vals = {"type": "class_rating", "period_id": self.q1.id, "rating_id": draft.id}
        for wrong in (
            vals,
            {**vals, "rating_id": self.rating.id, "period_id": self.q2.id},
            {**vals, "rating_id": self.rating.id, "type": "subject_rating"},
        ):
            with self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.env["vsoko.report"].create(wrong)
