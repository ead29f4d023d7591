from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from ..common import make_users
from .rubric_case import RubricCase

UUID = "1f0c6a52-0000-4000-8000-0000000000aa"
# pages of two phones
ONE, OTHER = "00000000000000a1", "00000000000000b2"


@tagged("post_install", "-at_install")
@freeze_time("2025-10-01 08:00:00")
class TestVisitPhone(RubricCase):
    """What a phone sends is kept once; what two phones say differently is kept twice."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.expert = cls.users["methodical_council"]
        cls.sheets = cls.env["vsoko.observation"].with_user(cls.expert)

    def send(self, *points, version=f"{ONE}-1", seen=(), **vals):
        visit = {
            "id": None,
            "uuid": UUID,
            "version": version,
            "seen": list(seen),
            "rubric_id": self.rubric.id,
            "date": "2025-10-01",
            "class_id": self.class_5a.id,
            "subject_id": self.math.id,
            "teacher_id": self.teachers[0].id,
            "topic": "Дроби",
            "started": "2025-10-01 07:15:00",
            "answers": self.answers(*points),
            "notes": "",
            **vals,
        }
        return self.sheets.keep_visit(visit)

    def kept(self):
        return self.sheets.search([("expert_id", "=", self.expert.id)])

    def test_one_visit_however_often_it_is_sent(self):
        first = self.send(2, 1)
        again = self.send(2, 1)
        self.assertEqual((first["outcome"], again["outcome"]), ("kept", "kept"))
        self.assertEqual(first["id"], again["id"])
        sheet = self.kept()
        self.assertEqual(len(sheet), 1)
        self.assertEqual(sheet.answers, self.answers(2, 1))
        self.assertEqual((sheet.state, sheet.topic), ("draft", "Дроби"))
        self.assertFalse(sheet.version_ids)

    def test_thirty_touches_of_which_the_answers_were_lost(self):
        """A phone does not know what of its own has come through: each rests on all before it."""
        for touch in range(1, 31):
            answer = self.send(2, notes=f"{touch}", version=f"{ONE}-{touch}")
        self.assertEqual(answer["outcome"], "kept")
        self.assertEqual(self.kept().notes, "30")
        # the browser was killed: another page goes on from what the phone has kept
        later = self.send(2, notes="31", version=f"{OTHER}-31", seen=[f"{ONE}-30"])
        self.assertEqual((later["outcome"], self.kept().notes), ("kept", "31"))

    def test_two_phones_are_both_kept_and_a_person_chooses(self):
        start = self.send(1)
        self.send(1, 2, version=f"{ONE}-2", seen=[start["version"]])
        other = self.send(1, 0, version=f"{OTHER}-2", seen=[start["version"]])
        self.assertEqual(other["outcome"], "other")
        sheet = self.kept()
        self.assertEqual(sheet.answers, self.answers(1, 2))
        self.assertEqual(sheet.version_ids.answers, self.answers(1, 0))
        # the other phone goes on: still one version beside the sheet
        self.send(1, 0, 2, version=f"{OTHER}-3", seen=[start["version"]])
        (version,) = sheet.version_ids
        self.assertEqual(version.answers, self.answers(1, 0, 2))
        self.assertIn("Критерий 2", version.comparison)
        version.action_take()
        self.assertEqual(sheet.answers, self.answers(1, 0, 2))
        self.assertEqual((version.state, version.answers), ("taken", self.answers(1, 2)))
        with self.assertRaises(UserError):
            version.action_leave()

    def test_what_the_desk_has_changed_is_another_version(self):
        first = self.send(2)
        self.kept().answers = self.answers(1)
        answer = self.send(2, 2, version=f"{ONE}-2", seen=[first["version"]])
        self.assertEqual(answer["outcome"], "other")
        self.assertEqual(self.kept().answers, self.answers(1))
        self.assertEqual(answer["answers"], self.answers(1))
        # who has seen that version and chooses the own one goes on from it
        chosen = self.send(2, 2, version=f"{ONE}-3", seen=[answer["version"]])
        self.assertEqual((chosen["outcome"], self.kept().open_version_count), ("kept", 0))

    def test_conclusions_of_the_desk_are_no_other_version(self):
        first = self.send(2)
        self.kept().conclusions = "Дети спорят о решении"
        answer = self.send(2, 2, version=f"{ONE}-2", seen=[first["version"]])
        self.assertEqual((answer["outcome"], answer["answers"]), ("kept", self.answers(2, 2)))

    def test_a_complete_sheet_stays_as_it_is(self):
        first = self.send(2, 2, 2, 2, 2)
        sheet = self.kept()
        sheet.action_complete()
        late = self.send(0, 0, version=f"{ONE}-2", seen=[first["version"]])
        self.assertEqual((late["outcome"], late["is_locked"]), ("other", True))
        self.assertEqual(sheet.answers, self.answers(2, 2, 2, 2, 2))
        with self.assertRaises(UserError), self.env.cr.savepoint():
            sheet.version_ids.action_take()
        sheet.version_ids.action_leave()
        self.assertEqual(sheet.version_ids.state, "left")

    def test_a_planned_visit_begins_with_the_first_touch(self):
        planned = self.make_sheet()
        self.assertEqual(planned.state, "planned")
        (visit,) = self.sheets.get_visit_page()["visits"]
        answer = self.send(1, id=visit["id"], seen=[visit["version"]])
        self.assertEqual((answer["id"], planned.state), (planned.id, "draft"))
        self.assertEqual(planned.answers, self.answers(1))

    def test_nothing_is_made_of_no_touch(self):
        for wrong in ({"notes": " "}, {"uuid": "x"}, {"version": "1"}):
            with self.assertRaises(UserError):
                self.send(**wrong)
        self.assertFalse(self.kept())

    def test_a_day_that_is_none(self):
        for day in ("завтра", "", "2025-13-01"):
            with self.assertRaises(UserError):
                self.send(1, date=day)

    def test_nobody_writes_the_sheet_of_somebody_else(self):
        first = self.send(2)
        others = self.env["vsoko.observation"].with_user(self.users["specialist"])
        for vals in ({"id": first["id"]}, {"id": None}):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.sheets, mine = others, self.sheets
                try:
                    self.send(0, version=f"{OTHER}-1", seen=[first["version"]], **vals)
                finally:
                    self.sheets = mine
        self.assertEqual(self.kept().answers, self.answers(2))

    def test_the_page_names_who_leads_what_in_the_own_school(self):
        page = self.sheets.get_visit_page()
        self.assertIn(self.rubric.id, [one["id"] for one in page["rubrics"]])
        lesson = next(one for one in page["lessons"] if one["class_id"] == self.class_5a.id)
        self.assertTrue(lesson["teacher"] and lesson["subject"])
        company = self.env["res.company"].create({"name": "Школа № 2"})
        other = make_users(self.env, {"other_head": ["director"]}, company)["other_head"]
        foreign = self.env["vsoko.observation"].with_user(other).get_visit_page()
        self.assertEqual((foreign["classes"], foreign["lessons"]), ([], []))
