from datetime import date

from psycopg2.errors import ExclusionViolation

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time
from odoo.tools import mute_logger

from .document_case import DocumentCase


@tagged("post_install", "-at_install")
class TestDocumentForce(DocumentCase):
    """Exactly one version of an act is in force on a date."""

    def test_a_new_version_ends_the_one_before(self):
        act = self.make_act(date="2025-08-30", date_from="2025-09-01")
        draft = self.make_version(act, date="2026-08-28", date_from="2026-09-01")
        draft.action_agree()
        self.assertEqual(act.status, "waiting" if date.today() < date(2025, 9, 1) else "in_force")
        self.sign(draft)
        self.assertEqual(act.date_to, date(2026, 8, 31))
        self.assertEqual((draft.version, draft.origin_id), (2, act))
        for day, expected in (
            ("2025-08-31", ("waiting", "waiting")),
            ("2026-08-31", ("in_force", "waiting")),
            ("2026-09-01", ("replaced", "in_force")),
        ):
            with freeze_time(day):
                self.env.invalidate_all()
                self.assertEqual((act.status, draft.status), expected)
                found = (act | draft).search(
                    [("id", "in", (act | draft).ids), ("is_in_force", "=", True)]
                )
                self.assertLessEqual(len(found), 1)

    def test_states_are_found_as_they_are_shown(self):
        shown = self.make_act() | self.make_act(date_to="2025-12-31", date_from="2025-09-01")
        shown |= self.make_act(date_from="2099-01-01") | self.make()
        for status in dict(shown._fields["status"].selection):
            found = shown.search([("id", "in", shown.ids), ("status", "=", status)])
            self.assertEqual(found, shown.filtered(lambda one, s=status: one.status == s))

    def test_a_version_comes_into_force_after_the_one_before(self):
        act = self.make_act(date_from="2025-09-01")
        draft = self.make_version(act, date_from="2025-09-01")
        draft.action_agree()
        with self.assertRaisesRegex(UserError, "later"):
            self.sign(draft)

    def test_one_draft_is_the_next_version(self):
        act = self.make_act(date_from="2025-09-01")
        draft = self.make_version(act)
        self.assertEqual(act.action_new_version()["res_id"], draft.id)
        draft.action_agree()
        draft.with_user(self.director)._cancel("Не принята")
        second = self.make_version(act)
        self.assertNotEqual(second, draft)
        self.assertEqual(second.version, 2)

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_two_versions_on_one_day(self):
        act = self.make_act(date_from="2025-09-01", date="2025-09-01")
        draft = self.make_version(act, date_from="2026-09-01", date="2026-08-30")
        draft.action_agree()
        self.sign(draft)
        self.env.flush_all()
        with self.assertRaises(ExclusionViolation), self.env.cr.savepoint():
            self.env.cr.execute("UPDATE vsoko_document SET date_to = NULL WHERE id = %s", [act.id])

    def test_what_is_cancelled_ends_on_the_day_before(self):
        act = self.make_act(date_from="2025-09-01")
        act.with_user(self.director)._cancel("Утратил силу", date(2026, 3, 1))
        self.assertEqual((act.status, act.date_to), ("cancelled", date(2026, 2, 28)))
        early = self.make_act(date_from="2026-09-01")
        early.with_user(self.director)._cancel("Не вводится", date(2026, 3, 1))
        self.assertEqual(early.status, "cancelled")
        # its place is free for another version
        draft = self.make_version(early, date_from="2026-09-01")
        draft.action_agree()
        self.sign(draft)
        self.assertEqual(draft.state, "approved")

    def test_what_was_to_be_replaced_goes_on(self):
        act = self.make_act(date="2025-08-30", date_from="2025-09-01")
        draft = self.make_version(act, date="2026-08-28", date_from="2026-09-01")
        draft.action_agree()
        self.sign(draft)
        draft.with_user(self.director)._cancel("Не вводится", date(2026, 8, 30))
        self.assertEqual((act.date_to, act.is_replaced), (False, False))

    def test_a_system_of_indicators_is_an_appendix_of_a_version(self):
        act = self.make_act()
        framework = self.env.ref("vsoko_module.framework_regulation")
        framework.with_user(self.deputy).document_id = act
        self.assertEqual(act.framework_ids, framework)
