from odoo.tests import HttpCase, tagged

from .fixtures import FixtureCase

PAGES = ("vsoko", "vsoko-dynamics", "vsoko-element-map", "vsoko-upload", "vsoko-completeness")


@tagged("post_install", "-at_install")
class TestPageTour(FixtureCase, HttpCase):
    def test_the_end_of_a_long_page_is_reached(self):
        """The wheel and the finger scroll each page; the manager of actions hides its excess."""
        for path in PAGES:
            with self.subTest(path):
                self.start_tour(f"/odoo/{path}", "vsoko_page", login="admin")
