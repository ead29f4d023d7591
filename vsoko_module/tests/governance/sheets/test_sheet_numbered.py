from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged

from ...common import make_user
from .sheet_case import SheetCase, approve_scheme, make_scheme, make_sheets

OWNER = "Ковалёва"
PARTS = ("vsoko.sheet", "vsoko.sheet.line", "vsoko.sheet.evidence", "vsoko.sheet.change")


@tagged("post_install", "-at_install")
class TestSheetNumbered(SheetCase):
    """A commission that reads by number learns no name by any path."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teachers[0].name = f"{OWNER} Анна Петровна"
        scheme = approve_scheme(
            make_scheme(cls.env, name="Лист по номерам", is_numbered=True), cls.director
        )
        cls.numbered = make_sheets(scheme, cls.q1, cls.director, commission_id=cls.commission.id)
        cls.own = cls.numbered.filtered(lambda one: one.teacher_id == cls.teachers[0])
        record = {
            "line_id": cls.line("2.3", cls.own).id,
            "name": "Грамота Ковалёвой",
            "date": "2025-10-10",
            "document_ids": [Command.create({"name": "Ковалёва.jpg", "raw": b"1"})],
        }
        cls.env["vsoko.sheet.evidence"].create(record)
        cls.line("2.2", cls.own, by=cls.teacher).claimed = 3
        cls.own.with_user(cls.teacher).action_hand_in()
        cls.line("2.2", cls.own, by=cls.director).write({"checked": 2, "reason": "Два, не три"})
        cls.own.with_user(cls.director).action_send()
        cls.env.flush_all()
        cls.env.invalidate_all()

    def seen(self, user=None):
        return self.env["vsoko.commission.sheet"].with_user(user or self.chair).search([])

    def test_the_sheet_itself_and_its_parts_are_closed(self):
        for name in PARTS:
            self.assertFalse(self.env[name].with_user(self.chair).search([]), name)
        with self.assertRaises(AccessError):
            self.own.with_user(self.chair).read(["teacher_id"])
        files = self.env["ir.attachment"].with_user(self.chair)
        self.assertFalse(files.search([("name", "ilike", OWNER)]))
        self.assertEqual(self.seen().ids, self.own.ids)

    def test_no_field_tells_the_name(self):
        sheet = self.seen()
        told = [sheet.read()[0], *sheet.line_ids.read()]
        self.assertNotIn(OWNER[:-1], str(told))
        self.assertEqual(sheet.name, f"№ {self.own.number}")
        self.assertEqual(sheet.display_name, f"№ {self.own.number}, {self.q1.name}")
        self.chair.group_ids += self.env.ref("base.group_allow_export")
        exported = sheet.export_data(["name", "display_name", "line_ids/records_text", "total"])
        self.assertNotIn(OWNER[:-1], str(exported))
        line = sheet.line_ids.filtered(lambda one: one.name.startswith("2.3"))
        self.assertEqual((line.records, line.records_text), (1, False))

    def test_no_search_order_or_group_tells_the_name(self):
        Sheet = self.env["vsoko.commission.sheet"].with_user(self.chair)
        self.assertFalse(Sheet.search([("name", "ilike", OWNER)]))
        self.assertFalse(Sheet.name_search(OWNER))
        for path in ("teacher_id", "scheme_id.teacher_id", "line_ids.evidence_ids"):
            with self.assertRaises(ValueError):
                Sheet.search([(f"{path}.name", "ilike", OWNER)])
        with self.assertRaises(ValueError):
            Sheet.search([], order="teacher_id")
        groups = Sheet._read_group([], ["name"], ["__count"])
        self.assertEqual(groups, [(f"№ {self.own.number}", 1)])
        Line = self.env["vsoko.commission.line"].with_user(self.chair)
        self.assertFalse(Line.search([("records_text", "ilike", OWNER)]))
        self.assertFalse(Line.search([("sheet_id.name", "ilike", OWNER)]))

    def test_numbers_tell_no_order_of_names(self):
        numbers = self.numbered.mapped("number")
        self.assertEqual(len(set(numbers)), len(self.numbered))
        self.assertTrue(all(numbers))

    def test_the_chair_decides_by_number(self):
        sheet = self.seen()
        line = sheet.line_ids.filtered(lambda one: one.name.startswith("2.1"))
        line.final = 4
        self.assertEqual(self.line("2.1", self.own).final, 4)
        self.assertEqual(self.line("2.1", self.own).change_ids.changed_by_id, self.chair)
        with self.assertRaises(UserError) as caught:
            sheet.action_decide()
        self.assertNotIn(OWNER, str(caught.exception), "a refusal tells the number")
        self.assertIn(str(self.own.number), str(caught.exception))
        sheet.meeting_id = self.minutes()
        sheet.action_decide()
        self.assertEqual((self.own.state, sheet.state), ("acquainted", "acquainted"))
        with self.assertRaises(UserError):
            line.final = 3

    def test_a_member_reads_and_the_chair_writes_nothing_else(self):
        self.env["vsoko.body.member"].create(
            {
                "body_id": self.commission.id,
                "user_id": self.head.id,
                "date_from": self.yesterday,
            }
        )
        sheet = self.seen(self.head)
        self.assertEqual(sheet.ids, self.own.ids)
        with self.assertRaises(AccessError):
            sheet.line_ids[0].final = 1
        with self.assertRaises(AccessError):
            sheet.meeting_id = self.minutes()
        for vals in ({"checked": 1}, {"sheet_id": 1}, {"name": "№ 1"}):
            with self.assertRaises(AccessError):
                self.seen().line_ids[0].write(vals)
        with self.assertRaises(AccessError):
            self.seen().write({"total": 100})

    def test_texts_for_the_commission_have_no_name(self):
        own = self.numbered.filtered(lambda one: one.teacher_id == self.teachers[0])
        with self.assertRaisesRegex(UserError, "Ковалёвой"):
            self.line("2.1", own, by=self.director).sudo().reason = "У Ковалёвой урок позже"
        sheet = self.seen()
        sheet.meeting_id = self.minutes()
        sheet.action_decide()
        with self.assertRaises(UserError):
            self.say(own, "appeal", "Не согласна. Ковалёва А. П.", self.teacher)
        self.say(own, "appeal", "Забыт урок", self.teacher)
        self.assertEqual(self.seen().appeal_text, "Забыт урок")
        sheet.answer_meeting_id = self.minutes(1)
        saying = self.env["vsoko.sheet.saying"].with_user(self.chair)
        saying.create(
            {"commission_sheet_id": sheet.id, "kind": "answer", "text": "Оснований нет"}
        ).action_say()
        self.assertEqual((own.state, own.appeal_answer), ("final", "Оснований нет"))

    def test_the_own_sheet_is_not_decided_by_its_teacher(self):
        self.commission.chair_id.user_id = self.teacher
        sheet = self.seen(self.teacher)
        self.assertEqual(sheet.ids, self.own.ids)
        self.assertFalse(sheet.is_kept)
        with self.assertRaises(AccessError):
            sheet.action_decide()
        with self.assertRaises(AccessError):
            sheet.line_ids[0].final = 5
        with self.assertRaises(AccessError):
            self.sheet.with_user(self.teacher)._check_keeper()

    def test_a_member_does_not_vote_on_the_own_sheet(self):
        member = self.env["vsoko.body.member"].create(
            {
                "body_id": self.commission.id,
                "user_id": self.teacher.id,
                "date_from": self.yesterday,
            }
        )
        meeting = self.minutes()
        meeting._store({"state": "planned"})
        roll = self.env["vsoko.meeting.attendance"].sudo()
        lines = roll.create(
            [
                {"meeting_id": meeting.id, "member_id": one.id, "presence": "present"}
                for one in self.commission.member_ids
            ]
        )
        meeting._store({"state": "held"})
        item = self.env["vsoko.meeting.item"].create(
            {
                "meeting_id": meeting.id,
                "name": "О листе",
                "kind": "decision",
                "method": "names",
                "commission_sheet_id": self.own.id,
            }
        )
        own = lines.filtered(lambda line: line.member_id == member)
        with self.assertRaises(ValidationError):
            self.env["vsoko.meeting.vote"].create(
                {"item_id": item.id, "attendance_id": own.id, "choice": "for"}
            )
        self.assertEqual(item._get_votes().present, len(lines) - 1)
        self.assertEqual(item.commission_sheet_id.display_name, self.seen().display_name)

    def test_a_member_of_the_council_reads_on_the_portal_alone(self):
        council = make_user(self.env, "council_of_sheets", "governing_council")
        Sheet = self.env["vsoko.commission.sheet"].with_user(council)
        self.assertFalse(Sheet.search([]))
        self.env["vsoko.body.member"].create(
            {"body_id": self.commission.id, "user_id": council.id, "date_from": self.yesterday}
        )
        self.assertEqual(Sheet.search([]).ids, self.own.ids)
        self.assertEqual(Sheet.search([]).line_ids.ids, self.own.line_ids.ids)
        with self.assertRaises(AccessError):
            Sheet.search([]).line_ids[0].final = 1
        with self.assertRaises(AccessError):
            self.own.with_user(council).read(["total"])

    def test_by_name_the_portal_tells_names_and_records(self):
        council = make_user(self.env, "council_of_sheets", "governing_council")
        self.env["vsoko.body.member"].create(
            {"body_id": self.commission.id, "user_id": council.id, "date_from": self.yesterday}
        )
        self.bring("commission")
        sheets = self.env["vsoko.commission.sheet"].with_user(council).search([])
        named = sheets.filtered(lambda one: not one.is_numbered)
        self.assertEqual(named.name, self.teachers[0].name)
        lesson = named.line_ids.filtered(lambda one: one.name.startswith("2.1"))
        self.assertEqual(lesson.records_text, "01.10.2025 Дроби")
