from odoo.tests import tagged

from .common import SchoolCase


@tagged("post_install", "-at_install")
class TestActions(SchoolCase):
    """What buttons open says what it shows and brings nothing from the page it is opened from."""

    def test_the_title_heads_the_page(self):
        menu = self.env.ref("vsoko_module.vsoko_class_action")
        action = self.year.action_open_classes()
        self.assertEqual(action["id"], menu.id)
        self.assertIn(self.year.name, action["display_name"])
        self.assertEqual(action["name"], action["display_name"])
        self.assertEqual(action["domain"], [("year_id", "=", self.year.id)])
        self.assertEqual(action["context"], {"default_year_id": self.year.id})

    def test_an_action_without_a_title_keeps_its_name(self):
        menu = self.env.ref("vsoko_module.vsoko_publication_action")
        action = self.year._open_action("vsoko_module.vsoko_publication_action", domain=[])
        self.assertEqual((action["display_name"], action["name"]), (menu.name, menu.name))
        self.assertEqual(action["domain"], [])
        self.assertEqual(action["views"][0][1], "list")

    def test_records_are_opened_without_defaults_of_another_page(self):
        year = self.year.with_context(default_state="closed")
        opened = year._open_records()
        self.assertEqual((opened["res_id"], opened["context"]), (self.year.id, {}))
        self.assertEqual(opened["views"], [(False, "form")])
        several = self.classes._open_records(name="Классы")
        self.assertEqual(several["domain"], [("id", "in", self.classes.ids)])
        self.assertEqual(several["views"][0], (False, "list"))
