from contextlib import contextmanager

from psycopg2 import IntegrityError

from odoo.fields import Command
from odoo.tools import mute_logger

from odoo.addons.vsoko_module.tests.common import make_user
from odoo.addons.vsoko_module.tests.governance.sheets.sheet_case import (
    SheetCase,
    approve_scheme,
    make_scheme,
    make_sheets,
)

BY_HAND = {"source": "manual", "needs_file": False}
GROUPS = (
    ("Обучение", 0, ({"code": "1", "name": "Проекты", **BY_HAND},)),
    ("Нагрузка", 0, ({"code": "2", "name": "Открытые уроки", **BY_HAND},)),
)
# the points of the four teachers, in the order of `teachers`
POINTS = (40, 30, 25, 5)
MONEY = "vsoko_module_bonus.group_bonus"


class BonusCase(SheetCase):
    """Four teachers with final sheets for the first quarter: 40, 30, 25 and 5 points of a criterion
    that does not grow with the load; the third has half a rate. The fund is 100 000 roubles.

    `bookkeeper` computes, `chair` of the commission agrees, `director` orders.
    """

    @classmethod
    def make_fixture(cls):
        cls.bookkeeper = make_user(cls.env, "bookkeeper", MONEY)
        cls.teachers[2].work_rate = 0.5
        cls.points_scheme = approve_scheme(
            make_scheme(cls.env, GROUPS, name="Баллы и деньги"), cls.director
        )
        cls.finals = make_sheets(
            cls.points_scheme, cls.q1, cls.director, commission_id=cls.commission.id
        )
        for teacher, points in zip(cls.teachers, POINTS, strict=True):
            cls.give(teacher, "1", points)
        cls.finals._store({"state": "final"})
        cls.bonus = cls.make_bonus()

    @classmethod
    def make_bonus(cls, **vals):
        """Return the draft of the bookkeeper with one fund for everybody."""
        bonus = cls.env["vsoko.bonus"].with_user(cls.bookkeeper)
        funds = [Command.create({"name": "Педагоги", "amount": 100_000})]
        values = {"period_id": cls.q1.id, "scheme_id": cls.points_scheme.id, "fund_ids": funds}
        made = bonus.create(values | vals)
        made.growing_criterion_ids = cls.points_scheme.criterion_ids.filtered(
            lambda one: one.code == "2"
        )
        return made

    @classmethod
    def give(cls, teacher, code, points):
        """Give points in the sheet of a teacher, as the commission would have."""
        sheet = cls.finals.filtered(lambda one: one.teacher_id == teacher)
        line = sheet.line_ids.filtered(lambda one: one.criterion_id.code == code)
        with sheet._past_lock():
            before = sheet.state
            sheet._store({"state": "self"})
            line.claimed = points
            sheet._store({"state": before})

    @contextmanager
    def refused(self):
        """Expect that a constraint of the database refuses it."""
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.cr.savepoint(),
        ):
            yield

    def line_of(self, place, by=None, bonus=None):
        """Return the line of the teacher with this place in `teachers`."""
        lines = (bonus or self.bonus).sudo().line_ids
        line = lines.filtered(lambda one: one.teacher_id == self.teachers[place])
        return line.with_user(by) if by else line

    def amounts(self, bonus=None, name="amount"):
        return [self.line_of(place, bonus=bonus)[name] for place in range(4)]

    def compute(self):
        self.bonus.action_compute()
        return self.bonus

    def agree(self, bonus=None):
        """Let the chair agree by signed minutes."""
        if not bonus:
            bonus = self.compute()
        bonus.with_user(self.chair)._agree(self.minutes())
        return bonus

    def sign_order(self, bonus=None):
        """Prepare the order and let the director sign it."""
        bonus = bonus or self.agree()
        bonus.action_make_order()
        bonus.sudo().order_id.with_user(self.director).action_approve()
        return bonus
