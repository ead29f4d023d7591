from odoo.exceptions import AccessError
from odoo.tests import tagged

from .sheet_case import SheetCase

PARTS = {
    "vsoko.sheet": "id",
    "vsoko.sheet.line": "sheet_id",
    "vsoko.sheet.evidence": "line_id.sheet_id",
    "vsoko.sheet.change": "line_id.sheet_id",
}
ALWAYS = {"teacher", "administration", "director"}
COMMISSION = ALWAYS | {"chair", "secretary"}
READERS = {
    "self": ALWAYS,
    "checked": ALWAYS | {"association_head"},
    "commission": COMMISSION,
    "acquainted": COMMISSION,
    "final": COMMISSION,
}


@tagged("post_install", "-at_install")
class TestSheetMatrix(SheetCase):
    """Every role and every state: who reads the sheet of a teacher, with all its parts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.readers = {**cls.users, **cls.people}
        cls.line("2.2", by=cls.teacher).claimed = 3

    def bring_to(self, state):
        if state == "self":
            return
        self.bring("acquainted" if state == "final" else state)
        if state == "final":
            self.sheet._store({"state": "final"})

    def count(self, user, name, domain=()):
        Rows = self.env[name].with_user(user)
        own = [(PARTS[name], "=", self.sheet.id)]
        try:
            return Rows.search_count([*own, *domain])
        except AccessError:
            return 0

    def check(self, state):
        self.bring_to(state)
        self.env.flush_all()
        for name in PARTS:
            found = {role for role, user in self.readers.items() if self.count(user, name)}
            self.assertEqual(found, READERS[state], f"{name} in {state}")

    def test_the_own_assessment(self):
        self.check("self")

    def test_the_check(self):
        self.check("checked")

    def test_before_the_commission(self):
        self.check("commission")

    def test_shown_to_the_teacher(self):
        self.check("acquainted")

    def test_final(self):
        self.check("final")

    def test_points_of_others_are_read_by_no_condition(self):
        self.bring_to("final")
        asked = {
            "vsoko.sheet": [("total", ">", 0), ("share", ">", 0), ("line_ids.claimed", "=", 3)],
            "vsoko.sheet.line": [("claimed", "=", 3), ("change_ids.after", "=", 3)],
            "vsoko.sheet.evidence": [("points", ">", 0), ("name", "ilike", "Дроби")],
            "vsoko.sheet.change": [("after", "=", 3), ("line_id.claimed", "=", 3)],
        }
        strangers = self.readers.keys() - COMMISSION
        self.assertIn("pedagogical_council", strangers)
        for name, conditions in asked.items():
            for condition in conditions:
                self.assertTrue(self.count(self.director, name, [condition]), condition)
                told = {r for r in strangers if self.count(self.readers[r], name, [condition])}
                self.assertFalse(told, condition)

    def test_nor_by_order_group_and_export(self):
        self.bring_to("final")
        for role in self.readers.keys() - COMMISSION - {"governing_council", "family"}:
            user = self.readers[role]
            user.group_ids += self.env.ref("base.group_allow_export")
            Sheet = self.env["vsoko.sheet"].with_user(user)
            with self.subTest(role):
                self.assertNotIn(self.sheet.id, Sheet.search([], order="total desc").ids)
                groups = Sheet._read_group([], ["teacher_id"], ["__count"])
                self.assertNotIn(self.teachers[0], [teacher for teacher, _count in groups])
                for path in (["total"], ["line_ids/final"], ["line_ids/evidence_ids/name"]):
                    with self.assertRaises(AccessError):
                        self.sheet.with_user(user).export_data(path)
