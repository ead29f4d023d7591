from odoo.exceptions import UserError
from odoo.tests import freeze_time, tagged

from ...models.mixins.signing import SEEN
from ..common import SchoolCase


@tagged("post_install", "-at_install")
@freeze_time("2025-12-05")
class TestStartPageFigures(SchoolCase):
    """The first quarter is over; 14 pupils of three classes learn mathematics and Russian."""

    def cards(self, role):
        page = self.env["vsoko.start.page"].with_user(self.users[role]).get_page()
        return {card["key"]: card for card in page["cards"]}

    def row(self, role, key):
        return {row["id"]: row for row in self.cards(role)[key]["rows"]}.get(self.q1.id)

    def mark(self, pupils, *subjects):
        subjects = subjects or (self.math, self.rus)
        self.add_marks({(pupil, subject): 4 for pupil in pupils for subject in subjects}, self.q1)
        self.q1.action_calculate()

    def test_the_deputy_sees_of_how_many_classes_the_marks_are_there(self):
        self.assertEqual(self.row("administration", "loading")["is_late"], False)
        self.mark(self.pupils_of(self.class_5a))
        row = self.row("administration", "loading")
        # 5А of 5А, 5Б and 9А
        self.assertRegex(row["text"], "3.*1.*0.*2")
        self.assertTrue(row["is_late"])
        opened = self.q1.with_user(self.users["administration"]).action_open_missing_marks()
        self.assertEqual(opened["res_model"], "vsoko.fact.expected_mark")

    def test_a_class_with_some_marks_is_loaded_in_part(self):
        self.mark(self.students, self.math)
        self.assertRegex(self.row("administration", "loading")["text"], "3.*0.*3.*0")

    def test_a_period_without_all_marks_is_not_approved_from_its_row(self):
        self.mark(self.students, self.math)
        self.assertEqual(self.row("director", "periods")["seen"], False)
        self.assertNotIn("periods", self.cards("administration"))

    def test_a_complete_period_is_approved_by_one_press(self):
        self.mark(self.students)
        card, row = self.cards("director")["periods"], self.row("director", "periods")
        self.assertEqual(row["seen"], [self.q1.id, self.q1.revision])
        seen = self.q1.with_user(self.users["director"]).with_context(**{SEEN: [row["seen"]]})
        getattr(seen, card["press"]["method"])()
        self.assertEqual(self.q1.state, "approved")
        self.assertIsNone(self.row("director", "periods"))

    def test_what_has_changed_since_the_row_was_read_is_not_signed(self):
        self.mark(self.students)
        row = self.row("director", "periods")
        self.q1.name = "Первая четверть"
        seen = self.q1.with_user(self.users["director"]).with_context(**{SEEN: [row["seen"]]})
        with self.assertRaises(UserError):
            seen.action_approve()
        self.assertEqual(self.q1.state, "open")

    def test_a_report_is_approved_from_its_row_when_its_texts_are_accepted(self):
        self.mark(self.students)
        report = self.env["vsoko.report"].create(
            {"type": "period_results", "period_id": self.q1.id}
        )
        for is_ready in (False, True):
            rows = self.cards("director")["reports_to_approve"]["rows"]
            row = next(row for row in rows if row["id"] == report.id)
            self.assertEqual(bool(row["seen"]), is_ready)
            report.action_accept_drafts()

    def test_queries_do_not_grow_with_the_periods(self):
        self.mark(self.students)
        few = self._count_queries()
        self.add_marks({(pupil, self.math): 4 for pupil in self.students}, self.q2)
        self.q2.action_calculate()
        self.assertLessEqual(self._count_queries(), few + 1)

    def _count_queries(self):
        self.cards("director")
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.cards("director")
        return self.env.cr.sql_log_count - before
