from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .action_case import ActionCase


@tagged("post_install", "-at_install")
class TestDecision(ActionCase):
    """One screen: what was decided, what is late, what has worked. Each decision stands once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = fields.Date.context_today(cls.env.user)
        cls.body = cls.env["vsoko.body"].search(
            [("company_id", "=", cls.env.company.id), ("kind", "=", "pedagogical")]
        )

    def standing(self, record):
        """Return how it stands with an action or a resolution; None when it is not there."""
        self.env.flush_all()
        self.env.invalidate_all()
        name = "action_id" if record._name == "vsoko.action" else "resolution_id"
        kind = name.removesuffix("_id")
        found = self.env["vsoko.decision"].with_user(self.director)
        found = found.search([(name, "=", record.id), ("kind", "=", kind)])
        self.assertLessEqual(len(found), 1)
        return found.standing if found else None

    def make(self, **vals):
        """Return an action in a state, whatever way it would have come there."""
        stored = {name: vals.pop(name) for name in ("state", "verdict") if name in vals}
        action = self.env["vsoko.action"].create({"name": "Повторить дроби", **vals})
        action._store(stored)
        return action

    def resolve(self, state="adopted", **vals):
        """Return a resolution of the pedagogical council that came to a state."""
        meeting = self.env["vsoko.meeting"].create(
            {"body_id": self.body.id, "date_start": fields.Datetime.now()}
        )
        item = self.env["vsoko.meeting.item"].create({"meeting_id": meeting.id, "name": "Итоги"})
        resolution = self.env["vsoko.resolution"].create(
            {"item_id": item.id, "name": "Провести срез", "responsible": "Белова Н. И.", **vals}
        )
        resolution.state = state
        return resolution

    def test_how_it_stands_with_an_action(self):
        indicator = self.figure().indicator_id.id
        tomorrow = self.today + timedelta(days=1)
        for expected, vals in (
            ("to_accept", {}),
            ("to_accept", {"deadline": tomorrow}),
            ("late", {"deadline": self.today}),
            ("in_work", {"state": "accepted"}),
            ("in_work", {"state": "in_work", "deadline": tomorrow}),
            ("late", {"state": "in_work", "deadline": self.today}),
            ("awaited", {"state": "done", "indicator_id": indicator, "deadline": self.today}),
            ("done", {"state": "done", "deadline": self.today}),
            ("reached", {"state": "measured", "verdict": "reached", "deadline": self.today}),
            ("better", {"state": "closed", "verdict": "better"}),
            ("random", {"state": "measured", "verdict": "random"}),
            ("worse", {"state": "closed", "verdict": "worse"}),
            ("unknown", {"state": "measured", "verdict": "unknown"}),
            ("done", {"state": "closed"}),
            ("stopped", {"state": "stopped", "deadline": self.today}),
        ):
            with self.subTest(vals):
                self.assertEqual(self.standing(self.make(**vals)), expected)

    def test_how_it_stands_with_a_resolution(self):
        for expected, state, deadline in (
            (None, "draft", self.today),
            ("in_work", "adopted", False),
            ("in_work", "adopted", self.today + timedelta(days=1)),
            ("late", "adopted", self.today),
            ("done", "done", self.today),
            ("stopped", "cancelled", self.today),
        ):
            with self.subTest(state, deadline=deadline):
                resolution = self.resolve(state, deadline=deadline)
                self.assertEqual(self.standing(resolution), expected)

    def test_what_an_action_carries_out_stands_once(self):
        resolution = self.resolve(deadline=self.today)
        opened = resolution.with_user(self.director).action_take_measures()
        action = self.env["vsoko.action"].browse(opened["res_id"]).with_user(self.director)
        self.assertEqual((self.standing(resolution), self.standing(action)), (None, "late"))
        action._stop("Ошибка")
        self.assertEqual((self.standing(resolution), self.standing(action)), ("late", "stopped"))

    def test_late_ones_come_first_and_nothing_is_left_out(self):
        self.make(state="in_work", deadline=self.today)
        self.make(state="in_work", deadline=self.today + timedelta(days=9))
        Decision = self.env["vsoko.decision"].with_user(self.director)
        shown = [value for (value,) in Decision._read_group([], ["standing"])]
        self.assertEqual(shown, ["late", "in_work"])
        Decision = Decision.with_context(read_group_expand=True)
        groups = Decision.formatted_read_group([], ["standing"], ["__count"])
        names = [group["standing"] for group in groups]
        self.assertEqual(names[:4], ["late", "to_accept", "in_work", "awaited"])
        self.assertEqual(names[4:9], ["reached", "better", "random", "worse", "unknown"])
        self.assertEqual(sum(group["__count"] for group in groups), Decision.search_count([]))

    def test_what_ended_in_an_earlier_year_is_left_out(self):
        self.year.action_set_current()
        start = self.year.date_start
        for ended, expected in ((start - timedelta(days=1), False), (start, True)):
            action = self.make(state="closed")
            action._store({"ended_date": ended})
            self.standing(action)
            found = self.env["vsoko.decision"].search([("action_id", "=", action.id)])
            self.assertEqual(found.is_of_year, expected)

    def test_a_row_opens_what_it_was_made_as(self):
        resolution, action = self.resolve(), self.make()
        for record in (resolution, action):
            self.assertTrue(self.standing(record))
            row = self.env["vsoko.decision"].with_user(self.director)
            row = row.search([(f"{record._name.removeprefix('vsoko.')}_id", "=", record.id)])
            opened = row.action_open()
            self.assertEqual((opened["res_model"], opened["res_id"]), (record._name, record.id))

    def test_the_administration_alone_reads_it(self):
        self.make()
        for role in ("director", "administration"):
            self.assertTrue(self.env["vsoko.decision"].with_user(self.users[role]).search([]))
        for role in ("teacher", "association_head", "methodical_council", "governing_council"):
            with self.assertRaises(AccessError):
                self.env["vsoko.decision"].with_user(self.users[role]).search([])
