from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .sheet_case import SheetCase


@tagged("post_install", "-at_install")
class TestSheetTeam(SheetCase):
    """What several teachers have done together gives its points once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.colleague = cls.teachers[3]
        cls.others = cls.sheets.filtered(lambda one: one.teacher_id == cls.colleague)

    def team(self, parts, by=None, **vals):
        if "achievement_id" not in vals:
            vals = {"name": "«Дроби»", "date": "2025-10-01", **vals}
        vals.setdefault("basis", "Протокол ШМО № 3")
        vals["part_ids"] = [
            Command.create({"teacher_id": teacher.id, "percent": percent})
            for teacher, percent in parts.items()
        ]
        return self.env["vsoko.sheet.team"].with_user(by or self.teacher).create(vals)

    def points(self, code="2.1"):
        return [self.line(code, sheet).program_points for sheet in (self.sheet, self.others)]

    def evening(self, sheet, by):
        record = {"line_id": self.line("2.3", sheet).id, "name": "Вечер", "date": "2025-10-10"}
        return self.env["vsoko.sheet.evidence"].with_user(by).create(record)

    def test_without_agreed_parts_an_event_is_shared_equally(self):
        self.lesson.copy({"teacher_id": self.colleague.id})
        self.others.action_fill()
        self.assertEqual(self.points(), [1, 1], "the open sheet of the other one follows")
        self.assertEqual(self.line("2.1").evidence_ids.sharers, 2)

    def test_agreed_parts_say_who_gets_what(self):
        self.lesson.copy({"teacher_id": self.colleague.id})
        self.sheets.action_fill()
        team = self.team({self.teachers[0]: 75, self.colleague: 25})
        self.assertEqual(self.points(), [1, 1], "a draft says nothing yet")
        team.action_agree()
        self.assertEqual(self.points(), [1.5, 0.5])
        self.sheets.action_fill()
        self.assertEqual(self.points(), [1.5, 0.5], "counted again")
        team.action_return()
        self.assertEqual(self.points(), [1, 1])

    def test_parts_are_the_whole(self):
        for parts in ({self.teachers[0]: 60, self.colleague: 30}, {self.teachers[0]: 100}):
            with self.assertRaises(UserError):
                self.team(parts, name=str(len(parts))).action_agree()
        with self.assertRaises(UserError):
            self.team({self.teachers[0]: 60, self.colleague: 40}, basis=" ").action_agree()

    def test_agreed_parts_are_locked_and_bound_to_open_sheets(self):
        self.lesson.copy({"teacher_id": self.colleague.id})
        self.sheets.action_fill()
        team = self.team({self.teachers[0]: 75, self.colleague: 25})
        team.action_agree()
        with self.assertRaises(UserError):
            team.part_ids[0].percent = 80
        with self.assertRaises(UserError):
            team.part_ids = [Command.clear()]
        self.bring("checked")
        with self.assertRaises(UserError):
            team.action_return()

    def test_who_has_got_it_in_full_leaves_nothing(self):
        self.bring("checked")
        self.lesson.copy({"teacher_id": self.colleague.id})
        self.others.action_fill()
        self.assertEqual(self.points(), [2, 0])

    def test_what_is_typed_is_of_one_until_parts_are_agreed(self):
        self.evening(self.sheet, self.teacher)
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(IntegrityError),
            self.env.cr.savepoint(),
        ):
            self.evening(self.others, self.head)
            self.env.flush_all()
        parts = {self.teachers[0]: 50, self.colleague: 50}
        self.team(parts, name="вечер", date="2025-10-10").action_agree()
        self.assertEqual(self.line("2.3").program_points, 1)
        self.evening(self.others, self.head)
        self.assertEqual(self.points("2.3"), [1, 1])

    def test_pupils_who_were_prepared_together(self):
        criterion = self.line("2.1").criterion_id
        with self.scheme._past_lock():
            criterion.sudo().write({"source": "achievement", "points_each": 3, "maximum": 0})
        prize = self.env["vsoko.achievement"].create(
            {
                "event": "Турнир",
                "kind": "olympiad",
                "level": "municipal",
                "result": "prize",
                "date": "2025-10-03",
                "student_ids": self.pupils_of(self.class_5a)[:1].ids,
                "mentor_ids": (self.teachers[0] | self.colleague).ids,
            }
        )
        self.sheets.action_fill()
        self.assertEqual(self.points(), [1.5, 1.5])
        parts = {self.teachers[0]: 80, self.colleague: 20}
        team = self.team(parts, achievement_id=prize.id, by=self.director)
        self.assertEqual(team.name, "Турнир")
        team.action_agree()
        self.assertEqual(self.points(), [2.4, 0.6])

    def test_who_sees_and_says(self):
        team = self.team({self.teachers[0]: 60, self.colleague: 40})
        Team = self.env["vsoko.sheet.team"]
        self.assertEqual(Team.with_user(self.head).search([]), team)
        stranger = self.employee("sheet_stranger")
        self.assertFalse(Team.with_user(stranger).search([]))
        with self.assertRaises(AccessError):
            team.with_user(self.head).basis = "Иначе"
        with self.assertRaises(AccessError):
            team.with_user(self.head).part_ids[0].percent = 1
        foreign = self.team({self.teachers[1]: 60, self.colleague: 40}, stranger, name="Чужое")
        with self.assertRaises(AccessError):
            foreign.action_agree()

    def test_a_scheme_may_give_it_to_each(self):
        criterion = self.line("2.1").criterion_id
        with self.scheme._past_lock():
            criterion.sudo().sharing = "each"
        self.lesson.copy({"teacher_id": self.colleague.id})
        self.sheets.action_fill()
        self.assertEqual(self.points(), [2, 2])
