import base64

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from .common import PublicationCase

CONTENT = base64.b64encode(b"%PDF-1.4 content")


@tagged("post_install", "-at_install")
class TestPublicationLock(PublicationCase):
    def test_only_the_director_publishes_and_withdraws(self):
        publication = self.publish(approve=False)
        with self.assertRaises(AccessError):
            publication.with_user(self.deputy).action_approve()
        publication.action_approve()
        self.assertEqual(
            (publication.state, publication.approved_by_id), ("approved", self.director)
        )
        with self.assertRaises(AccessError):
            publication.with_user(self.deputy)._withdraw("ошибка")

    def test_published_is_locked_on_every_path(self):
        publication = self.publish(file_ids=[(0, 0, {"name": "Отчёт.pdf", "content": CONTENT})])
        for user in (self.deputy, self.director):
            own = publication.with_user(user)
            for vals in ({"explanation": "x"}, {"state": "draft"}, {"audience": "public"}):
                with self.assertRaises(UserError):
                    own.write(vals)
            with self.assertRaises(UserError):
                own.unlink()
            with self.assertRaises(UserError):
                own.file_ids.write({"name": "Другой.pdf"})
            with self.assertRaises(UserError):
                own.file_ids.create(
                    {"publication_id": publication.id, "name": "Ещё.pdf", "content": CONTENT}
                )
            with self.assertRaises(UserError):
                own.file_ids.unlink()
            with self.assertRaises(UserError):
                own.action_refresh()

    def test_superuser_code_cannot_change_a_published_one_either(self):
        publication = self.publish().sudo()
        with self.assertRaises(UserError):
            publication.write({"explanation": "x"})
        with self.assertRaises(UserError):
            publication.unlink()

    def test_program_fields_are_refused_in_a_draft(self):
        publication = self.publish(approve=False)
        for vals in ({"state": "approved"}, {"figures": {}}, {"approved_by_id": self.deputy.id}):
            with self.assertRaises(AccessError):
                publication.write(vals)
        with self.assertRaises(AccessError):
            publication.browse().create({"name": "x", "state": "approved"})
        with self.assertRaises(AccessError):
            publication.line_ids[0].with_user(self.director).write({"value": 100})

    def test_withdrawal_leaves_a_trace(self):
        publication = self.publish()
        self.flush_tracking()
        self.env["vsoko.publication.withdrawal"].with_user(self.director).create(
            {"publication_ids": publication.ids, "reason": "Ошибка в отметках"}
        ).action_withdraw()
        self.flush_tracking()
        self.assertEqual(publication.state, "withdrawn")
        self.assertEqual(publication.withdrawal_reason, "Ошибка в отметках")
        self.assertTrue(publication.withdrawn_date)
        values = self.env["mail.tracking.value"].search(
            [("mail_message_id", "in", publication.sudo().message_ids.ids)]
        )
        self.assertIn("Ошибка в отметках", values.mapped("new_value_char"))
        self.assertFalse(publication.with_user(self.council).search([("id", "=", publication.id)]))

    def test_corrected_figures_replace_the_earlier_publication(self):
        earlier = self.publish()
        draft = self.publish("public", approve=False)
        self.q1.with_user(self.director).action_reopen()
        self.q1.with_user(self.director).action_approve()
        with self.assertRaisesRegex(UserError, "ещё раз"):
            draft.action_approve()
        draft.action_refresh()
        draft.action_approve()
        self.assertEqual(earlier.state, "withdrawn")
        self.assertIn(draft.name, earlier.withdrawal_reason)

    def test_files_that_a_browser_would_run_are_refused(self):
        publication = self.publish(approve=False)
        for name in ("page.html", "picture.svg", "report.pdf.exe", "report"):
            with self.assertRaises(ValidationError):
                self.env["vsoko.publication.file"].create(
                    {"publication_id": publication.id, "name": name, "content": CONTENT}
                )

    def flush_tracking(self):
        self.env.flush_all()
        self.cr.precommit.run()
