import tempfile
import unittest
from pathlib import Path

from PIL import Image

from devtools import contact_sheets
from devtools.contact_sheets import KIND, OUR_LINK, Place

MENUS = {
    "1": {"children": [2, 3], "actionID": False, "name": "Root"},
    "2": {"children": [4], "actionID": 7, "name": "Data"},
    "3": {"children": [], "actionID": 8, "actionPath": "plan", "name": "Plan"},
    "4": {"children": [], "actionID": 9, "name": "Marks"},
}


class TestContactSheets(unittest.TestCase):
    def test_menus_that_open_something_are_places(self):
        self.assertEqual(
            list(contact_sheets._below(MENUS, MENUS["1"])),
            [Place("/odoo/action-9", "Marks"), Place("/odoo/plan", "Plan")],
        )

    def test_pages_of_one_kind_are_one_place(self):
        kinds = {KIND.sub("/*", path) for path in ("/my/child/1", "/my/child/22")}
        self.assertEqual(kinds, {"/my/child/*"})
        self.assertEqual(
            KIND.sub("/*", "/my/vsoko/publication/3/indicator/quality"),
            "/my/vsoko/publication/*/indicator/*",
        )

    def test_files_and_pages_of_odoo_are_no_places(self):
        for path, is_place in (
            ("/my/vsoko/meetings", True),
            ("/vsoko/7", True),
            ("/vsoko/7/file/3", False),
            ("/my/security", False),
            ("/vsokolov", False),
        ):
            self.assertEqual(bool(OUR_LINK.fullmatch(path)), is_place, path)

    def test_a_sheet_holds_each_picture_in_its_proportions(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "one.png")
            Image.new("RGB", (1440, 900), "navy").save(file)
            sheet = contact_sheets._sheet(1440, [(Place("/", "Обзор"), file)] * 5)
        # 510 wide is 319 high, with a caption of 22 and gaps of 8
        self.assertEqual(sheet.size, (3 * 518, 2 * 349))
        self.assertEqual(sheet.getpixel((10, 22 + 150)), (0, 0, 128))
        self.assertEqual(sheet.getpixel((2 * 518 + 10, 349 + 172)), (255, 255, 255))
