from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.vsoko_module.tests.common import make_user

from .bonus_case import BonusCase

MODELS = ("vsoko.bonus", "vsoko.bonus.fund", "vsoko.bonus.line", "vsoko.bonus.look")
# of those with sums: how many lines each role reads when the commission has agreed
READERS = {"bookkeeper": 4, "director": 4, "chair": 4, "teacher": 1, "administration": 0}


@tagged("post_install", "-at_install")
class TestBonusRights(BonusCase):
    """Who reads whose sums, whatever way it is tried."""

    def lines(self, user, domain=()):
        return self.env["vsoko.bonus.line"].with_user(user).search(list(domain))

    def users_of(self):
        known = {"bookkeeper": self.bookkeeper, "director": self.director, "chair": self.chair}
        others = ("teacher", "administration")
        return known | {role: self.users[role] for role in others}

    def test_each_role_reads_its_lines(self):
        self.agree()
        for role, user in self.users_of().items():
            with self.subTest(role):
                self.assertEqual(len(self.lines(user)), READERS[role])
        for role in ("user", "specialist", "pedagogical_council", "methodical_council"):
            with self.subTest(role):
                self.assertFalse(self.lines(self.users[role]))
        for role in ("family", "governing_council"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.lines(self.users[role])

    def test_nobody_reads_the_own_sum_before_the_agreement(self):
        self.compute()
        self.assertFalse(self.lines(self.teacher))
        self.assertEqual(len(self.lines(self.chair)), 4, "who is to agree sees it")
        self.bonus.action_draft()
        self.assertFalse(self.lines(self.chair))

    def test_others_are_not_read_blindly(self):
        self.agree()
        foreign = self.line_of(1)
        for role in ("teacher", "administration", "association_head"):
            user = self.users[role]
            Line = self.env["vsoko.bonus.line"].with_user(user)
            own = self.lines(user)
            with self.subTest(role):
                self.assertFalse(Line.search([("amount", ">", 30_000)]) - own)
                self.assertFalse(Line.search([("id", "=", foreign.id)]))
                self.assertFalse(Line.search([], order="amount desc") - own)
                groups = Line.formatted_read_group([], ["teacher_id"], ["amount:sum"])
                self.assertLessEqual(len(groups), len(own))
                closed = Line.browse(foreign.id)
                for method, given in (
                    ("read", ["amount"]),
                    ("export_data", ["amount"]),
                    ("write", {"cut": 1}),
                ):
                    with self.assertRaises(AccessError):
                        getattr(closed, method)(given)

    def test_nothing_leads_to_sums_from_what_others_read(self):
        self.agree()
        for role in ("teacher", "administration"):
            user = self.users[role]
            for model in ("vsoko.bonus", "vsoko.bonus.fund"):
                with self.subTest(role=role, model=model):
                    self.assertFalse(self.env[model].with_user(user).search([]))
            with self.subTest(role), self.assertRaises(AccessError):
                self.env["vsoko.bonus.look"].with_user(user).search([])
        fields = {
            name
            for name, field in self.env["vsoko.teacher"]._fields.items()
            if field._modules and "vsoko_module_bonus" in field._modules
        }
        self.assertEqual(fields, {"personnel_number", "work_rate"})
        teacher = self.teachers[1].with_user(self.users["administration"])
        for name in fields:
            with self.assertRaises(AccessError):
                teacher.read([name])

    def test_another_school_reads_nothing(self):
        self.agree()
        company = self.env["res.company"].create({"name": "Школа № 2"})
        for role in ("director", "vsoko_module_bonus.group_bonus"):
            user = make_user(self.env, f"second_{role[-5:]}", role, company=company)
            for model in MODELS[:3]:
                with self.subTest(role=role, model=model):
                    self.assertFalse(self.env[model].with_user(user).search([]))

    def test_only_the_bookkeeper_and_the_director_work_with_it(self):
        for user in (self.users["administration"], self.teacher, self.chair):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.env["vsoko.bonus"].with_user(user).create(
                    {"period_id": self.q2.id, "scheme_id": self.points_scheme.id}
                )
        self.compute()
        with self.assertRaises(UserError):
            self.bonus.with_user(self.chair).write({"cap": 1})
        with self.assertRaises(AccessError):
            self.bonus.with_user(self.chair).action_draft()
        with self.assertRaises(AccessError):
            self.bonus.with_user(self.chair)._get_file("payroll", "xlsx")
        with self.assertRaises(AccessError):
            self.bonus.with_user(self.teacher)._get_file("protocol", "pdf")

    def test_what_the_program_writes_nobody_else_writes(self):
        self.bonus.action_fill()
        line = self.line_of(0, by=self.bookkeeper)
        for vals in ({"amount": 1}, {"points": 1}, {"teacher_id": self.teachers[1].id}):
            with self.subTest(vals), self.assertRaises(AccessError):
                line.write(vals)
        with self.assertRaises(AccessError):
            self.bonus.write({"state": "locked"})
        with self.assertRaises(AccessError):
            self.env["vsoko.bonus.look"].with_user(self.director).create({})
