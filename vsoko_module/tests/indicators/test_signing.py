from unittest.mock import patch

from odoo.exceptions import RedirectWarning, UserError
from odoo.tests import tagged

from ...models.mixins import signing
from .common import FiguresCase


@tagged("post_install", "-at_install")
class TestSigning(FiguresCase):
    """The director signs what the screen showed, once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.q1.action_calculate()
        cls.director = cls.users["director"]
        cls.deputy = cls.users["administration"]

    def test_a_second_signature_is_told_of_the_first(self):
        self.q1.with_user(self.director).action_approve()
        with self.assertRaisesRegex(UserError, "approved already: school_director"):
            self.q1.with_user(self.director).action_approve()

    def test_figures_that_are_not_those_of_the_screen_are_not_signed(self):
        seen = self.q1.with_user(self.director)._as_seen()
        self.marks[:1].value = 2
        self.q1.with_user(self.deputy).action_calculate()
        with self.assertRaisesRegex(UserError, "has changed since you opened it: school_admin"):
            seen.action_approve()
        self.q1.with_user(self.director)._as_seen().action_approve()
        self.assertEqual(self.q1.state, "approved")

    def test_a_calculation_without_changes_keeps_what_was_seen(self):
        seen = self.q1.with_user(self.director)._as_seen()
        self.q1.action_calculate()
        self.q1.night += 1
        seen.action_approve()
        self.assertEqual(self.q1.state, "approved")

    def test_figures_that_the_facts_do_not_give_any_more_are_not_signed(self):
        self.marks[:1].value = 2
        with self.assertRaisesRegex(RedirectWarning, "figures of .* are not what the facts"):
            self.q1.with_user(self.director).action_approve()
        self.assertEqual(self.q1.state, "open")
        self.q1.action_calculate()
        self.q1.with_user(self.director).action_approve()
        self.assertEqual(self.q1.state, "approved")

    def test_a_request_from_outside_says_what_it_saw(self):
        with patch.object(signing, "request", True):
            for seen in (None, [], "x", [[self.q1.id, "1"]], [[self.q1.id, -1]], [[1]]):
                period = self.q1.with_user(self.director)
                if seen is not None:
                    period = period.with_context(seen_revisions=seen)
                with self.subTest(seen=seen), self.assertRaises(UserError):
                    period.action_approve()
            self.q1.with_user(self.director)._as_seen().action_approve()
        self.assertEqual(self.q1.state, "approved")

    def test_a_change_of_a_section_is_a_change_of_the_report(self):
        report = self.env["vsoko.report"].create({"period_id": self.q1.id})
        report.action_accept_drafts()
        for change in (
            lambda: report.section_ids[0].with_user(self.deputy).write({"conclusions": "Other"}),
            lambda: report.section_ids[-1].with_user(self.deputy).unlink(),
            lambda: report.with_user(self.deputy).write({"name": "Other"}),
            lambda: report.with_user(self.deputy).action_refresh(),
        ):
            seen = report.with_user(self.director)._as_seen()
            change()
            with self.assertRaisesRegex(UserError, "school_administration"):
                seen.action_approve()
        report.with_user(self.director)._as_seen().action_approve()
        self.assertEqual(report.state, "approved")

    def test_a_change_of_a_border_is_a_change_of_the_system(self):
        draft = self.framework._copy_version(name="Next", date_from="2026-01-01")
        for part in (draft.criterion_ids[:1], draft.indicator_ids[:1]):
            seen = draft.with_user(self.director)._as_seen()
            part.name = "Other"
            with self.assertRaises(UserError):
                seen.action_approve()
        seen = draft.with_user(self.director)._as_seen()
        draft.indicator_ids.band_ids[:1].origin = "Other"
        with self.assertRaises(UserError):
            seen.action_approve()

    def test_a_second_click_opens_the_draft_that_there_is(self):
        first = self.framework.action_new_version()
        self.assertEqual(self.framework.action_new_version()["res_id"], first["res_id"])
        first = self.q1.action_make_report()
        self.assertEqual(self.q1.action_make_report()["res_id"], first["res_id"])
        self.q1.with_user(self.director).action_approve()
        first = self.q1.with_user(self.deputy).action_publish()
        again = self.q1.with_user(self.deputy).action_publish()
        self.assertEqual(again["res_id"], first["res_id"])
