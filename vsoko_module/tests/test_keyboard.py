import base64

from odoo.tests import tagged

from .keyboard import KeyboardCase
from .overview.test_class_page import ClassPageCase

PAGE = ".o_vsoko_page"
FILES = (("ведомость.csv", "№;ФИО;Математика\r\n1;Ученик 5А 1;5"), ("заметка.csv", "нет"))


@tagged("post_install", "-at_install")
class TestKeyboard(ClassPageCase, KeyboardCase):
    """Every control of our own pages is reached by Tab, in its order, and shows the focus."""

    def test_tab_goes_through_the_own_pages(self):
        action = self.env.ref("vsoko_module.vsoko_class_page_action")
        of_class = f"/odoo/vsoko-classes/{self.class_5a.id}/action-{action.id}"
        deputy = self.users["administration"]
        self.env["vsoko.import"].with_user(deputy).create(
            [{"name": name, "file": base64.b64encode(text.encode())} for name, text in FILES]
        )
        pages = (
            ("/odoo/vsoko-my-work", PAGE, "[data-card=homeroom]", "school_teacher"),
            (of_class, PAGE, ".o_vsoko_class_ledger", "school_teacher"),
            ("/odoo/vsoko-comparison", ".o_form_sheet", "[name=period_id] input", deputy.login),
            ("/odoo/vsoko-upload", PAGE, ".o_vsoko_import_file", deputy.login),
        )
        for path, content, ready, login in pages:
            with self.subTest(path):
                self.assert_walkable(path, content, ready, login)
