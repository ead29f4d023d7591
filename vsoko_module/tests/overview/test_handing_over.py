from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, freeze_time, tagged

from ..common import SchoolCase


class HandingCase(SchoolCase):
    """The first quarter is over; a report about it waits in its draft."""

    @classmethod
    def make_fixture(cls):
        cls.deputy, cls.director = cls.users["administration"], cls.users["director"]
        marks = {(pupil, subject): 4 for pupil in cls.students for subject in (cls.math, cls.rus)}
        cls.add_marks(marks, cls.q1)
        cls.q1.action_calculate()
        cls.report = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .create({"type": "period_results", "period_id": cls.q1.id})
        )

    def page(self, user):
        return self.env["vsoko.start.page"].with_user(user).get_page()

    def card(self, key="reports_to_approve"):
        return next(card for card in self.page(self.director)["cards"] if card["key"] == key)

    def hand_over(self, record=None):
        (record or self.report).with_user(self.deputy)._as_seen().action_hand_over()


@tagged("post_install", "-at_install")
@freeze_time("2025-12-05")
class TestHandingOver(HandingCase):
    """The deputy hands over what is ready; the director sees who did it and what has changed."""

    def test_what_lacks_something_is_named_and_does_not_go(self):
        shown = self.page(self.deputy)["hand_over"]
        self.assertNotIn(self.report.id, [row["id"] for row in shown["ready"]])
        lacking = {row["name"]: row["text"] for row in shown["lacking"]}
        self.assertIn(str(self.report.draft_section_count), lacking[self.report.display_name])
        with self.assertRaises(UserError):
            self.hand_over()
        self.assertFalse(self.report.handed_date)

    def test_what_is_ready_is_offered_until_it_is_handed_over(self):
        self.report.action_accept_drafts()
        for offered in (True, False):
            ready = self.page(self.deputy)["hand_over"]["ready"]
            rows = [row for row in ready if row["model"] == "vsoko.report"]
            self.assertEqual([row["id"] for row in rows], self.report.ids if offered else [])
            self.hand_over()
        self.assertEqual(self.report.handed_by_id, self.deputy)

    def test_the_director_finds_it_first_and_counted(self):
        other = self.report.copy({"name": "Ещё один"})
        self.assertEqual(self.page(self.director)["handed"], 0)
        self.report.action_accept_drafts()
        self.hand_over()
        self.assertEqual(self.page(self.director)["handed"], 1)
        rows = self.card()["rows"]
        self.assertEqual(rows[0]["id"], self.report.id)
        self.assertIn(other.id, [row["id"] for row in rows])
        self.assertIn(self.deputy.name, rows[0]["text"])

    def test_a_later_change_is_told_and_offered_anew(self):
        self.report.action_accept_drafts()
        self.hand_over()
        self.assertTrue(self.report.is_handed)
        self.report.section_ids[:1].conclusions = "Иначе"
        self.report.section_ids[:1].is_draft = False
        self.assertFalse(self.report.is_handed)
        self.assertIn("changed", self.report._tell_handing())
        self.assertIn(self.report.id, self._ready())
        self.hand_over()
        self.assertTrue(self.report.is_handed)

    def _ready(self):
        return [row["id"] for row in self.page(self.deputy)["hand_over"]["ready"]]

    def test_handing_over_changes_nothing_of_what_is_signed(self):
        self.report.action_accept_drafts()
        revision = self.report.revision
        self.hand_over()
        self.assertEqual((self.report.revision, self.report.state), (revision, "draft"))
        self.report.with_user(self.director)._as_seen().action_approve()
        self.assertEqual(self.report.state, "approved")
        self.assertEqual(self.page(self.director)["handed"], 0)
        with self.assertRaises(UserError):
            self.hand_over()

    def test_what_has_changed_since_the_page_was_read_is_not_handed_over(self):
        self.report.action_accept_drafts()
        seen = self.report.with_user(self.deputy)._as_seen()
        self.report.name = "Иначе"
        with self.assertRaises(UserError):
            seen.action_hand_over()
        self.assertFalse(self.report.handed_date)

    def test_only_the_administration_hands_over(self):
        self.report.action_accept_drafts()
        for role in ("teacher", "methodical_council", "specialist"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.report.with_user(self.users[role])._as_seen().action_hand_over()
            self.assertIs(self.page(self.users[role])["hand_over"], False)
        self.assertIs(self.page(self.director)["hand_over"], False)
        self.assertIs(self.page(self.deputy)["handed"], False)

    def test_a_period_is_handed_over_when_it_is_over_and_all_marks_are_there(self):
        self.assertEqual(self.q1._tell_lacking(), {self.q1.id: ""})
        self.assertTrue(self.q2._tell_lacking()[self.q2.id])
        self.hand_over(self.q1)
        self.assertIn(self.deputy.name, self.card("periods")["rows"][0]["text"])
        self.q1.with_user(self.director)._as_seen().action_approve()
        self.q1.with_user(self.director).action_reopen()
        # what is corrected is handed over anew
        self.assertFalse(self.q1.handed_date)

    def test_a_plan_without_lines_is_not_handed_over(self):
        plan = self.env["vsoko.plan"].create({"name": "План", "year_id": self.year.id})
        with self.assertRaises(UserError):
            self.hand_over(plan)
        lacking = [row["name"] for row in self.page(self.deputy)["hand_over"]["lacking"]]
        self.assertIn(plan.display_name, lacking)
        rows = {row["id"]: row for row in self.card("plans_to_approve")["rows"]}
        self.assertEqual(rows[plan.id]["seen"], False)

    def test_the_letter_of_the_day_tells_the_director(self):
        self.report.action_accept_drafts()
        Digest = self.env["vsoko.digest"]
        self.assertFalse(Digest._collect_handed(self.director))
        self.hand_over()
        (part,) = Digest._collect_handed(self.director)
        self.assertEqual((part.user, part.records), (self.director, self.report))
        self.assertIn(self.deputy.name, part.lines[0])

    def test_queries_do_not_grow_with_what_is_handed_over(self):
        # more than a card shows, so that both times something is left for the press alone
        self._make_ready(8)
        few = self._count_queries()
        self._make_ready(8)
        self.assertLessEqual(self._count_queries(), few)

    def _make_ready(self, count):
        for number in range(count):
            self.report.copy({"name": f"Отчёт {number}"}).action_accept_drafts()

    def _count_queries(self):
        self.page(self.deputy)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        self.page(self.deputy)
        return self.env.cr.sql_log_count - before


@tagged("post_install", "-at_install")
class TestHandingOverTour(HandingCase, HttpCase):
    def test_one_press_of_the_deputy_and_one_of_the_director(self):
        self.report.action_accept_drafts()
        self.start_tour("/odoo", "vsoko_start_hand_over", login="school_administration")
        self.assertEqual(self.report.handed_by_id, self.deputy)
        self.start_tour("/odoo", "vsoko_start_approve_handed", login="school_director")
        self.assertEqual(self.report.state, "approved")
