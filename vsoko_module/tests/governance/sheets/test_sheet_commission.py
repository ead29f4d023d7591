from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .sheet_case import SheetCase, approve_scheme, make_scheme, make_sheets

VIEWS = ("vsoko.commission.sheet", "vsoko.commission.line")
# what a group of days needs beside the name
BY_MONTH = {"date": ":month", "datetime": ":month"}


@tagged("post_install", "-at_install")
class TestSheetCommission(SheetCase):
    """The pages on which a commission decides: lists, groups and the form of a phone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        scheme = approve_scheme(
            make_scheme(cls.env, name="Лист по номерам", is_numbered=True), cls.director
        )
        numbered = make_sheets(scheme, cls.q1, cls.director, commission_id=cls.commission.id)
        cls.two = numbered[:2]
        cls.two.with_user(cls.director).action_hand_in()
        cls.two.with_user(cls.director).action_send()
        cls.member = cls.employee("sheet_member")
        cls.env["vsoko.body.member"].create(
            {"body_id": cls.commission.id, "user_id": cls.member.id, "date_from": cls.yesterday}
        )
        cls.env.flush_all()

    def seen(self, user=None):
        return self.env["vsoko.commission.sheet"].with_user(user or self.chair).search([])

    def test_lists_are_grouped_by_every_field(self):
        for name in VIEWS:
            Rows = self.env[name].with_user(self.chair)
            rows = Rows.search_count([])
            described = Rows.fields_get(attributes=["groupable", "type"])
            groupable = {n: d["type"] for n, d in described.items() if d["groupable"]}
            self.assertGreater(len(groupable), 8)
            for field, kind in groupable.items():
                with self.subTest(model=name, field=field):
                    spec = field + BY_MONTH.get(kind, "")
                    shown = Rows.formatted_read_group([], [spec], ["__count"])
                    self.assertEqual(sum(group["__count"] for group in shown), rows)

    def test_criteria_are_grouped_by_their_sheet(self):
        Line = self.env["vsoko.commission.line"].with_user(self.chair)
        groups = Line.formatted_read_group([], ["sheet_id"], ["__count"])
        names = [f"№ {number}, {self.q1.name}" for number in sorted(self.two.mapped("number"))]
        self.assertEqual([group["sheet_id"][1] for group in groups], names)
        self.assertEqual([group["__count"] for group in groups], [5, 5])
        ordered = Line.search([], order="sheet_id desc")
        self.assertEqual(ordered[0].sheet_id.display_name, names[1])

    def test_questions_of_a_meeting_are_grouped_by_the_sheet(self):
        meeting = self.minutes()
        meeting._store({"state": "planned"})
        self.env["vsoko.meeting.item"].create(
            {
                "meeting_id": meeting.id,
                "name": "О листе",
                "kind": "decision",
                "commission_sheet_id": self.two[0].id,
            }
        )
        Item = self.env["vsoko.meeting.item"].with_user(self.chair)
        about = [("meeting_id", "=", meeting.id)]
        groups = Item.formatted_read_group(about, ["commission_sheet_id"], ["__count"])
        self.assertEqual(groups[0]["commission_sheet_id"][0], self.two[0].id)

    def test_the_form_says_points_and_minutes_at_once(self):
        sheet = self.seen()[0]
        line = sheet.line_ids.filtered(lambda one: one.name.startswith("2.2"))
        minutes = self.minutes()
        sheet.web_save(
            {"meeting_id": minutes.id, "line_ids": [Command.update(line.id, {"final": 2})]}, {}
        )
        own = self.env["vsoko.sheet"].browse(sheet.id)
        self.assertEqual((own.meeting_id, self.line("2.2", own).final), (minutes, 2))
        with self.assertRaises(UserError, msg="a lower number without a reason"):
            sheet.line_ids = [Command.update(line.id, {"final": 1})]
        sheet.line_ids = [Command.update(line.id, {"final": 1, "reason": "Одно выступление"})]
        self.assertEqual((self.line("2.2", own).final, line.given), (1, False))

    def test_the_form_says_nothing_else(self):
        first, second = self.seen()
        foreign = second.line_ids[0]
        for command in (
            Command.update(foreign.id, {"final": 1}),
            Command.update(first.line_ids[0].id, {"checked": 1}),
            Command.create({"final": 1}),
            Command.delete(first.line_ids[0].id),
            Command.clear(),
        ):
            with self.assertRaises(AccessError):
                first.line_ids = [command]
        with self.assertRaises(AccessError):
            self.seen(self.member)[0].line_ids = [
                Command.update(first.line_ids[0].id, {"final": 1})
            ]

    def test_minutes_are_named_for_many_sheets_at_once(self):
        sheets = self.seen()
        sheets.write({"meeting_id": self.minutes().id})
        sheets.action_decide()
        self.assertEqual(set(self.two.mapped("state")), {"acquainted"})

    def test_who_only_reads_is_not_offered_to_decide(self):
        button = 'name="action_decide"'
        for name in ("vsoko.sheet", "vsoko.commission.sheet"):
            arch = {
                user: self.env[name].with_user(user).get_view(view_type="list")["arch"]
                for user in (self.chair, self.member, self.teacher, self.director)
            }
            is_by_name = name == "vsoko.sheet"
            self.assertEqual(button in arch[self.chair], not is_by_name, name)
            for user in (self.member, self.teacher, self.director):
                self.assertNotIn(button, arch[user], name)
        self.bring("commission")
        arch = self.env["vsoko.sheet"].with_user(self.chair).get_view(view_type="list")["arch"]
        self.assertIn(button, arch)
