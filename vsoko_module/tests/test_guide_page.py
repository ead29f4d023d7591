from odoo.tests import HttpCase, new_test_user, tagged

from ..tools.guide import sections
from .fixtures import FixtureCase
from .overview.test_dashboard import DashboardCase

# Odoo's own pages about the whole database, which only its administrator opens
OF_ODOO = {"ir.cron", "ir.attachment"}


@tagged("post_install", "-at_install")
class TestGuidePage(FixtureCase):
    """Every page of the program has its section of the guide."""

    def test_every_menu_has_a_section(self):
        root = self.env.ref("vsoko_module.menu_root")
        menus = self.env["ir.ui.menu"].search([("id", "child_of", root.id)])
        actions = [menu.action for menu in menus if menu.action]
        self.assertGreater(len(actions), 60)
        self.assertEqual(self.find_lost(actions), set())

    def test_every_page_and_window_of_the_addon_has_a_section(self):
        data = self.env["ir.model.data"].search(
            [
                ("module", "=", "vsoko_module"),
                ("model", "in", ("ir.actions.act_window", "ir.actions.client")),
            ]
        )
        actions = [self.env[one.model].browse(one.res_id) for one in data]
        self.assertGreater(len(actions), 150)
        self.assertEqual(self.find_lost(actions), set())

    def find_lost(self, actions):
        """Return names of actions that no section tells about."""
        guide = self.env["vsoko.guide"]
        return {
            action.xml_id
            for action in actions
            if action._name in ("ir.actions.act_window", "ir.actions.client")
            and not guide._find_section(
                action.tag if "tag" in action._fields else "", action.res_model or ""
            )
            and action.res_model not in OF_ODOO
        }

    def test_a_page_opens_its_section_and_a_strange_one_the_beginning(self):
        user = new_test_user(self.env, "guide_reader", "vsoko_module.group_specialist")
        guide = self.env["vsoko.guide"].with_user(user)
        self.assertEqual(guide.get_page("", "vsoko.route")["opened"], "Индивидуальный маршрут")
        self.assertEqual(
            guide.get_page("", "vsoko.period")["opened"], sections.MODELS["vsoko.period"]
        )
        self.assertEqual(guide.get_page("", "vsoko.report")["opened"], "Отчёты")
        self.assertEqual(guide.get_page("vsoko_dashboard", "")["opened"], "Обзор")
        for tag, model in (("", "res.partner"), ("nothing", ""), ("", "no.model")):
            self.assertEqual(guide.get_page(tag, model)["opened"], sections.BEGINNING)


@tagged("post_install", "-at_install")
class TestGuideTour(DashboardCase, HttpCase):
    def test_question_mark_opens_the_section_and_words_are_found(self):
        self.start_tour("/odoo/vsoko", "vsoko_guide", login="school_teacher")
