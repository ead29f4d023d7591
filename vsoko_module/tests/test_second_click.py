import base64
import io
from unittest.mock import patch

import openpyxl

from odoo import models
from odoo.exceptions import AccessError, LockError, UserError
from odoo.fields import Command
from odoo.tests import tagged

from .evidence.common import VECTOR, AssessmentCase
from .governance.sheets.sheet_case import discuss_scheme, make_scheme
from .test_access_matrix import reviewed_matrix


@tagged("post_install", "-at_install")
class TestSecondClick(AssessmentCase):
    """A button that is pressed twice does its work once and says so in words of people."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.director = cls.users["director"]
        cls.add_marks({(pupil, cls.math): 4 for pupil in cls.students}, cls.q1)
        cls.q1.action_calculate()

    def signed(self):
        """Yield (record, what signs it) for each model that somebody signs, in a fit order."""
        by = self.director
        period = {"period_id": self.q1.id}
        yield self.q1.with_env(self.env), "action_approve"
        report = self.env["vsoko.report"].with_user(by).create(period)
        report.action_accept_drafts()
        yield report, "action_approve"
        publication = self.env["vsoko.publication"].with_user(by).create(period)
        yield publication, "action_approve"
        action = self.env.ref("vsoko_module.framework_regulation").with_user(by)
        yield (
            self.env["vsoko.framework"].browse(action.action_new_version()["res_id"]),
            ("action_approve"),
        )
        self.test.action_send_to_expertise()
        yield self.test, "action_approve"
        vals = {**period, "recipient": "Управление образования", "kind": "xml", "channel": "email"}
        submission = self.env["vsoko.submission"].with_user(by).create(vals)
        submission.action_make()
        yield submission, "action_send"
        rubric = self.env["vsoko.rubric"].create(
            {
                "name": "Своя",
                "kind": "self",
                "about": "school",
                "criterion_ids": [Command.create({"name": "Акты", "levels": "нет\nда"})],
                "level_ids": [Command.create({"name": "Высокий", "min_percent": 80})],
            }
        )
        yield rubric, "action_approve"
        sheet = self.env["vsoko.observation"].with_user(by)
        sheet = sheet.create({"rubric_id": rubric.id, "date": "2025-10-01"})
        sheet.answers = {criterion.key: {"points": 1} for criterion in rubric._get_criteria()}
        yield sheet, "action_complete"
        order = self.env["vsoko.document"].with_user(by)
        yield order.create({"name": "О работе", "kind": "order"}), "action_approve"
        plan = self.env["vsoko.plan"].create({"name": "План", "year_id": self.year.id})
        plan.line_ids = [
            Command.create(
                {
                    "name": "Срез",
                    "date": "2025-10-10",
                    "criterion_id": self.env.ref("vsoko_module.criterion_o1").id,
                    "responsible_id": by.id,
                    "link_model": "vsoko.assessment",
                }
            )
        ]
        yield plan, "action_approve"
        yield self.written_meeting(), "action_sign"
        yield discuss_scheme(make_scheme(self.env), by), "action_approve"
        quality = self.env.ref("vsoko_module.indicator_quality").id
        component = Command.create({"indicator_id": quality, "origin": "Положение"})
        rating = self.env["vsoko.rating"].create(
            {"name": "Классы", **period, "component_ids": [component]}
        )
        rating.action_send_rosters()
        rating.action_check_rosters()
        rating.action_compute()
        yield rating, "action_approve"

    def written_meeting(self):
        """Return a meeting of one member whose minutes wait for the signature."""
        own = [("company_id", "=", self.env.company.id), ("kind", "=", "methodical")]
        body = self.env["vsoko.body"].search(own)
        body.member_ids = [Command.create({"name": "Член совета", "date_from": "2025-09-01"})]
        body.write({"chair_id": body.member_ids.id, "secretary_id": body.member_ids.id})
        meeting = self.env["vsoko.meeting"].create(
            {
                "body_id": body.id,
                "date_start": "2025-10-01 10:00:00",
                "item_ids": [Command.create({"name": "Отчёт", "heard": "Отчёт заслушан"})],
            }
        )
        meeting.action_call_roll()
        meeting.attendance_ids.presence = "present"
        meeting.action_hold()
        meeting.action_check_minutes()
        return meeting

    def test_what_is_signed_says_by_whom(self):
        tried = set()
        for record, button in self.signed():
            tried.add(record._name)
            record = record.with_env(self.env).with_user(self.director)
            getattr(record, button)()
            self.env.flush_all()
            with self.subTest(record._name):
                with self.assertRaises(UserError) as refused:
                    getattr(record, button)()
                self.assertNotIsInstance(refused.exception, AccessError)
                self.assertRegex(str(refused.exception), "уже .*school_director")
        known = {
            name
            for name, model in self.env.items()
            if name.startswith("vsoko.") and not model._abstract and "revision" in model._fields
        }
        self.assertEqual(tried, known)

    def test_a_file_is_loaded_and_taken_back_once(self):
        work = self.work.with_user(self.director)
        book = openpyxl.load_workbook(io.BytesIO(work._build_sheet()[1]))
        book.worksheets[0]["E9"] = 1
        target = io.BytesIO()
        book.save(target)
        vals = {"name": "s.xlsx", "file": base64.b64encode(target.getvalue())}
        record = self.env["vsoko.import"].with_user(self.director).create(vals)
        for button, said in (("action_load", "уже"), ("action_undo", "не загружен")):
            getattr(record, button)()
            with self.assertRaisesRegex(UserError, said) as refused:
                getattr(record, button)()
            self.assertNotIsInstance(refused.exception, AccessError)

    def test_a_work_is_moved_on_once(self):
        self.enter(self.work, VECTOR)
        work = self.work.with_user(self.director)
        for button in ("action_start", "action_close", "action_analyse"):
            getattr(work, button)()
            state, count = work.state, len(work.result_ids)
            getattr(work, button)()
            self.assertEqual((work.state, len(work.result_ids)), (state, count), button)

    def test_a_lock_of_somebody_else_is_told_in_russian(self):
        """All models by introspection: no English «Cannot grab a lock on records»."""
        busy = patch.object(
            models.BaseModel, "lock_for_update", side_effect=LockError("Cannot grab a lock")
        )
        tried = 0
        for name in reviewed_matrix():
            if self.env[name]._transient or not self.env[name]._auto:
                continue
            tried += 1
            with self.subTest(name), busy, self.assertRaisesRegex(LockError, "[А-я]{4}"):
                self.env[name].lock_for_update()
        self.assertGreater(tried, 40)
