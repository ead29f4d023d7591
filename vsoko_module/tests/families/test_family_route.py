from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from ..portal.common import PublicationCase

PAGE = "/my/child"


@tagged("post_install", "-at_install")
class TestFamilyRoute(PublicationCase, HttpCase):
    """A family reads the route of its own child in plain words, and may agree to it there."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.skill = cls.env["vsoko.skill"].create(
            {"code": "1", "name": "Читать график", "subject_id": cls.math.id}
        )
        cls.route = cls.make_route(cls.child)

    @classmethod
    def make_route(cls, *pupils, **vals):
        return cls.env["vsoko.route"].create(
            {
                "name": "Маршрут",
                "aim": "Уверенно читать графики",
                "ground": "Есть «2» по математике",
                "date_start": "2025-11-10",
                "subject_id": cls.math.id,
                "member_ids": [Command.create({"student_id": one.id}) for one in pupils],
                "goal_ids": [Command.create({"skill_id": cls.skill.id, "target": 70})],
                "step_ids": [Command.create({"name": "Десять задач", "date": "2025-11-17"})],
                **vals,
            }
        )

    def read(self, user=None):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.env["vsoko.family.route"].with_user(user or self.family).search([])

    def set_progress(self, pupil, **vals):
        rows = self.route.goal_ids.progress_ids
        rows.filtered(lambda row: row.student_id == pupil).write(vals)

    def test_a_draft_is_the_schools_until_the_family_is_asked(self):
        self.assertFalse(self.read())
        self.route.action_offer()
        row = self.read()
        self.assertEqual((row.student_id.id, row.aim), (self.child.id, "Уверенно читать графики"))
        self.assertEqual(row.steps[0]["name"], "Десять задач")
        self.assertFalse(self.read(self.stranger))
        self.assertNotIn("«2»", str(row.read()))

    def test_a_route_without_steps_is_not_shown(self):
        empty = self.make_route(self.child, step_ids=[])
        with self.assertRaises(UserError):
            empty.action_offer()

    def test_of_a_group_only_the_own_child_is_there(self):
        """48 % of the own child and 91 % of the other: each family reads its own number."""
        self.route.member_ids = [Command.create({"student_id": self.other_child.id})]
        self.route.action_offer()
        self.set_progress(self.child, start_percent=30.0, percent=48.0, state="not_reached")
        self.set_progress(self.other_child, percent=91.0, state="reached")
        text = str(self.read().read()) + str(self.read()._prepare_goals())
        self.assertIn("48", text)
        self.assertNotIn("91", text)
        self.assertNotIn(self.other_child.name, text)
        (goal,) = self.read(self.stranger)._prepare_goals()
        self.assertEqual(goal["name"], "Читать график")
        self.assertIn("91", goal["text"])

    def test_a_number_that_is_not_known_is_not_said(self):
        self.route.action_offer()
        (goal,) = self.read()._prepare_goals()
        self.assertIn("70", goal["text"])
        self.assertNotIn(" 0", goal["text"])

    def test_before_the_route_begins_nothing_can_have_been_checked(self):
        self.route.action_offer()
        self.set_progress(self.child, start_percent=30.0)
        (goal,) = self.read()._prepare_goals()
        self.assertIn("30", goal["text"])
        self.assertNotIn(":", goal["text"])

    def test_goals_of_several_subjects_name_theirs(self):
        self.route.action_offer()
        self.assertEqual(self.read()._prepare_goals()[0]["name"], "Читать график")
        self.route.goal_ids.subject_id = self.math
        self.route.subject_id = False
        self.env.invalidate_all()
        self.assertEqual(
            self.read()._prepare_goals()[0]["name"], f"{self.math.name}: Читать график"
        )

    def test_others_open_nothing(self):
        self.route.action_offer()
        row = self.read()
        with self.assertRaises(AccessError):
            row.with_user(self.stranger).read(["aim"])
        for model in ("vsoko.route", "vsoko.route.step", "vsoko.route.progress"):
            with self.subTest(model), self.assertRaises(AccessError):
                self.env[model].with_user(self.family).search([])
        self.child.portal_consent = False
        self.assertFalse(self.read())

    def agree(self, user, number):
        self.authenticate(user.login, user.login)
        data = {"route": number, "csrf_token": http.Request.csrf_token(self)}
        with mute_logger("odoo.http"):
            return self.url_open(f"{PAGE}/agree", data=data, allow_redirects=False)

    def test_a_parent_agrees_on_the_portal(self):
        self.route.action_offer()
        with self.assertRaises(UserError):
            self.route.action_start()
        self.authenticate(self.family.login, self.family.login)
        page = self.url_open(PAGE).text
        self.assertIn("Уверенно читать графики", page)
        self.assertIn('href="#vsoko_routes"', page)
        answer = self.agree(self.family, self.read().id)
        self.assertEqual(answer.status_code, 303)
        consent = self.route.member_ids.consent_id
        self.assertEqual((consent.kind, consent.state), ("route", "entered"))
        self.assertIn(self.family.name, consent.given_by)
        self.route.action_start()
        self.assertEqual(self.route.state, "active")

    def test_a_second_click_gives_no_second_consent(self):
        self.route.action_offer()
        number = self.read().id
        self.agree(self.family, number)
        self.assertEqual(self.agree(self.family, number).status_code, 404)
        self.assertEqual(self.env["vsoko.consent"].search_count([("kind", "=", "route")]), 1)
        second = self.make_route(self.child)
        second.action_offer()
        self.agree(self.family, second.member_ids.id)
        self.assertEqual(second.member_ids.consent_id, self.route.member_ids.consent_id)

    def test_nobody_else_agrees(self):
        self.route.action_offer()
        number = self.read().id
        for user in (self.stranger, self.users["teacher"], self.council):
            with self.subTest(user.login):
                self.assertNotEqual(self.agree(user, number).status_code, 200)
                self.assertFalse(self.route.member_ids.consent_id)
        self.child.guardian_ids = False
        self.child.partner_id = self.family.partner_id
        self.assertEqual(self.read().id, number)
        self.assertEqual(self.agree(self.family, number).status_code, 404)

    def test_an_adapted_programme_needs_the_paper(self):
        special = self.make_route(self.child, kind="special")
        special.action_offer()
        row = self.read()
        self.assertFalse(row._may_agree())
        with self.assertRaises(UserError):
            row._agree()
        self.authenticate(self.family.login, self.family.login)
        self.assertNotIn("/my/child/agree", self.url_open(PAGE).text)

    def test_a_parent_who_works_here_reads_it_in_the_back_office(self):
        teacher = self.users["teacher"]
        self.child.guardian_ids = teacher.partner_id
        self.route.action_offer()
        self.env.flush_all()
        child = self.env["vsoko.family.child"].with_user(teacher).search([])
        self.assertIn("Десять задач", child.page)
        self.assertNotIn("csrf_token", child.page)
