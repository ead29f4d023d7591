from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanFilling(PlanCase):
    """A plan begins with the shipped template, or with last year's in the same school weeks."""

    def make(self, year, source):
        maker = self.env["vsoko.plan.maker"].with_user(self.deputy)
        maker = maker.create({"year_id": year.id, "source": source})
        return self.env["vsoko.plan"].browse(maker.action_make()["res_id"])

    def next_year(self):
        year = self.env["vsoko.year"].create(
            {"name": "2026/2027", "date_start": date(2026, 9, 1), "date_end": date(2027, 8, 31)}
        )
        year.action_make_quarters()
        return year

    def test_the_template_can_be_approved_as_it_is(self):
        plan = self.make(self.year, "template")
        self.assertGreaterEqual(len(plan.line_ids), 50)
        self.assertEqual(plan.line_ids.responsible_id, self.deputy)
        self.assertEqual(plan.line_ids.criterion_id, self.objects)
        made = plan.line_ids.filtered(lambda line: line.link_model == "vsoko.observation")
        self.assertTrue(all(made.mapped("rubric_id")))
        asked = plan.line_ids.filtered(lambda line: line.link_model == "vsoko.survey.campaign")
        self.assertTrue(all(asked.mapped("questionnaire_id")))
        plan.with_user(self.director).action_approve()
        self.assertEqual(plan.state, "approved")

    def test_sessions_are_of_the_bodies_of_the_school(self):
        Association = self.env["vsoko.association"]
        made = Association.create([{"name": f"Объединение {letter}"} for letter in "АБ"])
        plan = self.make(self.year, "template")
        sessions = plan.line_ids.filtered(lambda line: line.link_model == "vsoko.meeting")
        own = self.env["vsoko.body"].search([("company_id", "=", self.env.company.id)])
        councils = own.filtered(
            lambda body: body.kind in ("pedagogical", "methodical", "governing")
        )
        associations = own.filtered("association_id")
        self.assertLessEqual(made, associations.association_id)
        self.assertEqual(sessions.body_id, councils | associations)
        by_body = sessions.grouped("body_id")
        self.assertEqual({len(by_body[body]) for body in councils}, {4})
        named = sessions.filtered(lambda line: line.body_id.association_id == made[0])
        self.assertTrue(all("Объединение А" in name for name in named.mapped("name")))
        first = sessions.sorted("date")[0]
        self.assertEqual((first.date, first.body_id.kind), (date(2025, 8, 28), "pedagogical"))

    def test_a_school_without_a_body_plans_no_session_of_it(self):
        own = self.env["vsoko.body"].search([("company_id", "=", self.env.company.id)])
        own.filtered(lambda body: body.kind in ("methodical", "association")).active = False
        plan = self.make(self.year, "template")
        sessions = plan.line_ids.filtered(lambda line: line.link_model == "vsoko.meeting")
        self.assertEqual(set(sessions.body_id.mapped("kind")), {"pedagogical", "governing"})
        self.assertTrue(all(sessions.mapped("body_id")))

    def test_classes_are_those_of_the_grades(self):
        plan = self.make(self.year, "template")
        (line,) = plan.line_ids.filtered(lambda line: "учителя 5-х классов" in line.name)
        self.assertEqual(line.class_ids, self.class_5a | self.class_5b)
        self.assertEqual(line.who, "5")

    def test_a_year_has_one_plan(self):
        self.make(self.year, "template")
        with self.assertRaisesRegex(UserError, "2025/2026"):
            self.make(self.year, "empty")
        with self.assertRaises(AccessError):
            maker = self.env["vsoko.plan.maker"].with_user(self.users["teacher"])
            maker.create({"year_id": self.year.id, "source": "empty"})

    def test_last_year_comes_to_the_same_school_week(self):
        year = self.next_year()
        class_5a = self.env["vsoko.class"].create({"year_id": year.id, "grade": 5, "letter": "А"})
        plan = self.make_plan(
            ("2025-09-10", {"class_ids": self.class_5a.ids, "months": "9, 12"}),
            ("2025-11-06", {"name": "Перенесённая"}),
            ("2026-02-04", {"name": "Отменённая"}),
        )
        named = {line.name: line.with_user(self.deputy) for line in plan.line_ids}
        with freeze_time("2025-10-01"):
            named["Перенесённая"]._move_to(date(2025, 11, 20), "Карантин")
            named["Отменённая"]._cancel("Карантин")
        copy = self.make(year, "plan")
        days = {line.name: [] for line in copy.line_ids}
        for line in copy.line_ids.sorted("date"):
            days[line.name].append(line.date)
        # Wednesdays of the second week and Thursday of the first week after the holidays
        self.assertEqual(days["Строка 1"][0], date(2026, 9, 9))
        self.assertEqual(days["Перенесённая"], [date(2026, 11, 5)])
        self.assertNotIn("Отменённая", days)
        self.assertEqual(len(days["Строка 1"]), 2)
        self.assertEqual(copy.line_ids.class_ids, class_5a)
        self.assertEqual(copy.line_ids.filtered("series_id").series_id.months, "9, 12")
        self.assertEqual(set(copy.line_ids.mapped("state")), {"planned"})
