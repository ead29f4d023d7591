from odoo.tests import tagged

from .bonus_case import BonusCase


@tagged("post_install", "-at_install")
class TestBonusLooks(BonusCase):
    """Each look at sums of others is noted: who, when, how."""

    def setUp(self):
        super().setUp()
        self.agree()
        self.env.flush_all()
        self.env.invalidate_all()
        self.env["vsoko.bonus.look"].search([]).unlink()

    def looks(self):
        self.env.flush_all()
        return self.env["vsoko.bonus.look"].search([])

    def lines_of(self, user):
        return self.env["vsoko.bonus.line"].with_user(user).search([])

    def test_a_page_is_noted_once(self):
        for _call in range(3):
            self.lines_of(self.chair).read(["teacher_id", "amount"])
            self.env.invalidate_all()
        look = self.looks()
        self.assertEqual((look.user_id, look.what), (self.chair, "screen"))
        self.assertEqual(look.bonus_id, self.bonus)
        self.lines_of(self.director).read(["payable"])
        self.assertEqual(len(self.looks()), 2)

    def test_names_without_sums_are_no_look(self):
        self.lines_of(self.director).read(["teacher_name", "position"])
        self.assertFalse(self.looks())

    def test_the_own_sum_is_no_look(self):
        self.lines_of(self.teacher).read(["amount", "payable"])
        self.assertFalse(self.looks())

    def test_every_way_to_sums_is_noted(self):
        Line = self.env["vsoko.bonus.line"].with_user(self.director)
        ways = {
            "group": lambda: Line.formatted_read_group([], ["fund_name"], ["amount:sum"]),
            "sets": lambda: Line._read_grouping_sets([], [["fund_name"], []], ["payable:sum"]),
            "domain": lambda: Line.search_count([("amount", ">", 40_000)]),
            "order": lambda: Line.search([], order="payable desc", limit=1),
            "export": lambda: Line.search([]).export_data(["teacher_name", "amount"]),
            "through": lambda: (
                self.env["vsoko.bonus"]
                .with_user(self.director)
                .search_count([("line_ids.amount", ">", 40_000)])
            ),
        }
        for name, way in ways.items():
            with self.subTest(name):
                self.env.invalidate_all()
                self.looks().unlink()
                way()
                self.assertEqual(self.looks().user_id, self.director)

    def test_a_file_is_noted_as_a_file(self):
        self.bonus.with_user(self.bookkeeper)._get_file("payroll", "xlsx")
        self.assertIn("file", self.looks().mapped("what"))
