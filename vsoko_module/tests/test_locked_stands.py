from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .evidence.common import VECTOR
from .test_access_matrix import reviewed_matrix
from .test_public_methods import ReviewedCase

FEW = 4


class _BackError(Exception):
    """Takes a savepoint back."""


@tagged("post_install", "-at_install")
class TestLockedStands(ReviewedCase):
    """Whatever is deleted or archived, what is approved, published, closed or sent stands.

    All models by introspection: a cascade of the database is no way round a lock.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        by = cls.users["director"]
        cls.director = by
        period = {"period_id": cls.q1.id}
        cls.approved = cls.report.with_user(by)
        cls.approved.action_accept_drafts()
        cls.approved.action_approve()
        cls.published = cls.env["vsoko.publication"].with_user(by).create(period)
        cls.published.action_approve()
        cls.sent = cls.env["vsoko.submission"].with_user(by)
        cls.sent = cls.sent.create(
            {**period, "recipient": "Управление", "kind": "xml", "channel": "email"}
        )
        cls.sent.action_make()
        cls.sent.action_send()
        cls.enter(cls.work, VECTOR)
        cls.work.action_close()
        cls.env.flush_all()

    def locked(self):
        """What must stand: {what: how much of it people find}."""
        count = {
            "figures": self.env["vsoko.indicator.value"].search_count(
                [("period_id", "=", self.q1.id)]
            ),
            "period": self.q1.exists().state,
            "report": self.approved.sudo().exists().state,
            "sections": len(self.approved.sudo().section_ids),
            "files of the report": len(self.approved.sudo().file_ids.exists()),
            "publication": self.published.sudo().exists().state,
            "published figures": len(self.published.sudo().line_ids),
            "published files": len(self.published.sudo().file_ids),
            "sent": self.sent.sudo().exists().state,
            "content of what was sent": bool(self.sent.sudo().file),
            "work": self.work.exists().state,
            "results": len(self.work.result_ids),
            "points": self.env["vsoko.task.score"].search_count(
                [("result_id.assessment_id", "=", self.work.id)]
            ),
            "tasks": len(self.work.test_id.task_ids),
            "pupils of the results": len(self.work.result_ids.student_id.exists()),
        }
        self.assertTrue(all(count.values()), count)
        return count

    def after(self, act):
        """What is locked after an act, which is taken back; None when the act is refused."""
        found = None
        try:
            with self.env.cr.savepoint():
                act()
                self.env.flush_all()
                self.env.invalidate_all()
                found = self.locked_or_missing()
                raise _BackError
        except (_BackError, UserError, IntegrityError):
            return found
        finally:
            self.env.invalidate_all()

    def locked_or_missing(self):
        try:
            return self.locked()
        except (AssertionError, UserError) as error:
            return str(error)

    @mute_logger("odoo.sql_db")
    def test_nothing_that_is_deleted_takes_it_along(self):
        before, deleted, refused = self.locked(), 0, 0
        for name in reviewed_matrix():
            model = self.env[name].with_user(self.director)
            if model._transient or not model._auto or not model.has_access("unlink"):
                continue
            for record in model.search([], limit=FEW):
                found = self.after(record.unlink)
                deleted += found is not None
                refused += found is None
                with self.subTest(model=name, record=record.id):
                    self.assertIn(found, (before, None))
        self.assertGreater(deleted, 20)
        self.assertGreater(refused, 20)

    def test_nothing_that_is_archived_hides_it(self):
        before, tried = self.locked(), 0
        for name in reviewed_matrix():
            model = self.env[name].with_user(self.director)
            if not model._auto or "active" not in model._fields or not model.has_access("write"):
                continue
            for record in model.search([], limit=FEW):
                tried += 1
                found = self.after(lambda one=record: one.write({"active": False}))
                with self.subTest(model=name, record=record.id):
                    self.assertIn(found, (before, None))
        self.assertGreater(tried, 10)
