import hashlib

from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time
from odoo.tools import mute_logger

from .submission_case import SubmissionCase


@tagged("post_install", "-at_install")
class TestSubmissionLog(SubmissionCase):
    """What was sent stays as it was; a correction and a withdrawal are entries of their own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.form = cls.make_form({"A1": "{{quality}}"})

    def refuses(self, action, error=UserError):
        with self.assertRaises(error), self.env.cr.savepoint():
            action()

    def approve(self):
        self.q1.with_user(self.director).action_approve()

    def prepare(self):
        self.approve()
        entry = self.fill(self.form)
        entry.write({"channel": "email", "letter_number": "01-17/45"})
        return entry

    def sent(self):
        entry = self.prepare()
        entry.action_send()
        return entry

    def test_figures_that_are_not_approved_are_not_sent(self):
        entry = self.fill(self.form)
        entry.channel = "email"
        self.assertTrue(entry.is_preliminary)
        self.assertIn("preliminary", entry.with_context(lang="en_US").file_name)
        self.refuses(entry.action_send)
        self.approve()
        self.refuses(entry.action_send)
        entry.action_make()
        self.assertFalse(entry.is_preliminary)
        entry.action_send()
        self.assertEqual(entry.state, "sent")

    def test_figures_that_were_reopened_are_made_anew(self):
        entry = self.prepare()
        self.q1.with_user(self.director).action_reopen()
        self.refuses(entry.action_send)
        self.q1.with_user(self.director).action_approve()
        self.refuses(entry.action_send)
        entry.action_make()
        entry.action_send()
        self.assertEqual(entry.period_version, 2)

    @freeze_time("2025-11-05 10:00:00")
    def test_the_log_knows_who_when_whom_and_what(self):
        entry = self.sent()
        self.assertEqual(entry.date, fields.Date.to_date("2025-11-05"))
        self.assertEqual((entry.sent_by_id, entry.made_by_id), (self.deputy, self.deputy))
        self.assertEqual(
            (entry.recipient, entry.letter_number), ("Управление образования", "01-17/45")
        )
        self.assertEqual(entry.file_hash, hashlib.sha256(self.content(entry)).hexdigest())
        self.assertTrue(entry.is_intact)
        self.assertEqual(entry.validity, "valid")

    def test_it_must_say_to_whom_and_how(self):
        entry = self.prepare()
        for vals in ({"recipient": False}, {"channel": False}, {"date": "2999-01-01"}):
            with self.subTest(vals):
                before = {name: entry[name] for name in vals}
                entry.write(vals)
                self.refuses(entry.action_send)
                entry.write(before)

    def test_a_sent_entry_is_locked_for_everybody(self):
        entry = self.sent()
        file = self.env["ir.attachment"].search(
            [("res_model", "=", entry._name), ("res_id", "=", entry.id), ("res_field", "=", "file")]
        )
        for one in (entry, entry.with_user(self.director), entry.sudo()):
            with self.subTest(one.env.user.login):
                for vals in ({"note": "x"}, {"recipient": "x"}, {"period_id": self.q2.id}):
                    self.refuses(lambda one=one, vals=vals: one.write(vals))
                self.refuses(one.unlink)
                self.refuses(one.action_make)
                self.refuses(one.action_send)
        for user in (self.deputy, self.director):
            mine = file.with_user(user)
            self.refuses(lambda mine=mine: mine.write({"raw": b"other"}))
            self.refuses(mine.unlink)
        forced = entry.sudo().with_context(install_mode=True, force_write=True)
        self.refuses(lambda: forced.write({"note": "x"}))

    def test_the_program_alone_fills_file_and_state(self):
        entry = self.prepare()
        for vals in (
            {"state": "sent"},
            {"file": "eA=="},
            {"file_hash": "0"},
            {"is_preliminary": False},
            {"sent_by_id": self.director.id},
        ):
            with self.subTest(vals):
                self.refuses(lambda vals=vals: entry.write(vals), AccessError)
        create = self.env["vsoko.submission"].with_user(self.deputy).create
        self.refuses(
            lambda: create({"form_id": self.form.id, "period_id": self.q1.id, "state": "sent"}),
            AccessError,
        )

    def test_a_change_of_what_is_sent_forgets_the_file(self):
        entry = self.prepare()
        self.assertTrue(entry.file and entry.file_hash and entry.made_date)
        entry.period_id = self.q2
        made = entry.file, entry.file_hash, entry.made_date
        self.assertEqual(made, (False, False, False))
        self.assertEqual(entry.state, "draft")
        self.refuses(entry.action_send)
        # nothing was counted in the second quarter
        self.refuses(entry.action_make)

    def test_a_correction_is_an_entry_of_its_own(self):
        entry = self.sent()
        action = entry.action_correct()
        later = self.env["vsoko.submission"].with_user(self.deputy).browse(action["res_id"])
        self.assertEqual((later.corrects_id, later.state), (entry, "draft"))
        self.assertFalse(later.file)
        self.assertEqual(entry.validity, "valid")
        later.action_make()
        later.action_send()
        self.assertEqual((entry.validity, later.validity), ("corrected", "valid"))
        self.refuses(entry.action_correct)
        self.assertTrue(entry.is_intact)

    def test_a_withdrawal_is_a_letter_without_a_file(self):
        entry = self.sent()
        action = entry.action_withdraw()
        letter = self.env["vsoko.submission"].with_user(self.deputy).browse(action["res_id"])
        self.refuses(letter.action_make)
        letter.write({"letter_number": "01-17/46", "note": "Ошибка в отметках 5А"})
        letter.action_send()
        self.assertEqual(entry.validity, "withdrawn")
        self.assertEqual((letter.state, letter.file), ("sent", False))

    def test_two_drafts_cannot_replace_one_entry(self):
        entry = self.sent()
        Entry = self.env["vsoko.submission"].with_user(self.deputy)
        drafts = [Entry.browse(entry.action_correct()["res_id"]) for _turn in range(2)]
        for draft in drafts:
            draft.action_make()
        drafts[0].action_send()
        self.refuses(drafts[1].action_send)

    def test_what_is_not_sent_may_be_deleted(self):
        entry = self.prepare()
        self.assertEqual(entry.state, "draft")
        entry.unlink()
        self.assertFalse(entry.exists())
        self.assertEqual(self.form.exists(), self.form)
        self.assertEqual(self.q1.state, "approved")

    def test_a_form_and_a_period_that_were_used_stay(self):
        self.sent()
        with mute_logger("odoo.sql_db"):
            self.refuses(self.form.unlink, IntegrityError)
        self.refuses(self.q1.unlink)


@tagged("post_install", "-at_install")
class TestSubmissionReport(SubmissionCase):
    """The file of an approved report goes upwards as it was kept."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.report = (
            cls.env["vsoko.report"]
            .with_user(cls.deputy)
            .create({"type": "period_results", "period_id": cls.q1.id})
        )

    def make(self, **vals):
        return (
            self.env["vsoko.submission"]
            .with_user(self.deputy)
            .create({"kind": "report", "report_id": self.report.id} | vals)
        )

    def test_the_kept_csv(self):
        report = self.report.with_user(self.director)
        report.action_accept_drafts()
        report.action_approve()
        entry = self.make(report_format="csv", recipient="Район", channel="office")
        self.assertEqual((entry.name, entry.period_id), (self.report.name, self.q1))
        entry.action_make()
        self.assertEqual((entry.file_name, self.content(entry)), self.report._get_file("csv"))
        entry.action_send()
        self.assertEqual(entry.state, "sent")

    def test_a_draft_is_preliminary(self):
        entry = self.make(report_format="xlsx", recipient="Район", channel="office")
        entry.action_make()
        self.assertTrue(entry.is_preliminary)
        with self.assertRaises(UserError):
            entry.action_send()

    def test_reports_about_people_are_not_sent(self):
        about = (
            self.env["vsoko.report"]
            .with_user(self.deputy)
            .create(
                {
                    "type": "class_results",
                    "period_id": self.q1.id,
                    "class_id": self.class_5a.id,
                }
            )
        )
        with self.assertRaises(UserError):
            self.make(report_id=about.id)
