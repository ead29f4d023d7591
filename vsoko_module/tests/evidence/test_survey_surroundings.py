from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..common import ROLES
from .survey_case import SurveyCase


@tagged("post_install", "-at_install")
class TestSurveySurroundings(SurveyCase):
    """What Odoo's surveys bring along opens nothing to the people of a school."""

    def test_no_role_sees_the_applications_that_came_along(self):
        for role in set(ROLES) - {"governing_council", "family"}:
            menus = self.env["ir.ui.menu"].with_user(self.users[role]).load_menus(False)
            owners = [menu["xmlid"] or "" for key, menu in menus.items() if key != "root"]
            came = [name for name in owners if name.startswith(("survey.", "gamification."))]
            self.assertFalse(came, role)

    def test_nobody_of_a_school_grants_badges_or_sets_goals(self):
        badge = self.env["gamification.badge"].create({"name": "Молодец"})
        for role in ("family", "governing_council", "teacher", "director"):
            with self.assertRaises(AccessError):
                self.env["gamification.badge.user"].with_user(self.users[role]).create(
                    {"user_id": self.users["teacher"].id, "badge_id": badge.id}
                )
        for name in ("gamification.goal", "gamification.badge.user"):
            self.assertFalse(self.env[name].with_user(self.users["family"]).has_access("read"))

    def test_administration_reaches_questionnaires_of_the_school_alone(self):
        foreign = self.env["survey.survey"].create({"title": "Маркетинг"})
        own = self.env["survey.survey"].with_user(self.deputy)
        found = own.search([])
        self.assertIn(self.questionnaire, found)
        self.assertNotIn(foreign, found)
        with self.assertRaises(AccessError):
            foreign.with_user(self.deputy).read(["title"])
        with self.assertRaises(UserError):
            own.create({"title": "Чужой вид"})
        for role in ("teacher", "specialist", "family"):
            with self.assertRaises(AccessError):
                self.questionnaire.with_user(self.users[role]).read(["title"])
