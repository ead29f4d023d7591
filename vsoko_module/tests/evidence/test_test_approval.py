from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .common import AssessmentCase


@tagged("post_install", "-at_install")
class TestApproval(AssessmentCase):
    def approve(self):
        self.test.action_send_to_expertise()
        self.test.with_user(self.users["methodical_council"]).action_approve()

    def test_the_methodical_council_approves_after_expertise(self):
        with self.assertRaises(UserError):
            self.test.with_user(self.users["methodical_council"]).action_approve()
        self.approve()
        self.assertEqual(self.test.approved_by_id, self.users["methodical_council"])
        self.assertEqual(self.test.state, "approved")

    def test_nobody_else_approves(self):
        self.test.action_send_to_expertise()
        for role in ("teacher", "association_head", "pedagogical_council"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.test.with_user(self.users[role]).action_approve()

    def test_an_expert_who_asks_for_rework_stops_the_approval(self):
        self.test.action_send_to_expertise()
        head = self.users["association_head"]
        sheet = (
            self.env["vsoko.test.expertise"]
            .with_user(head)
            .create({"test_id": self.test.id, "conclusion": "rework"})
        )
        self.assertEqual(len(sheet.line_ids), 7)
        with self.assertRaises(UserError):
            self.test.with_user(self.users["methodical_council"]).action_approve()
        sheet.conclusion = "approve"
        self.test.with_user(self.users["methodical_council"]).action_approve()
        with self.assertRaises(UserError):
            sheet.write({"comment": "Поздно"})

    def test_the_head_of_an_association_fills_in_the_sheet(self):
        """The head may not write the test itself, so the sheet opens by a button of its form."""
        self.test.action_send_to_expertise()
        test = self.test.with_user(self.users["association_head"])
        self.assertIn("action_open_expertise", test.get_view()["arch"])
        action = test.action_open_expertise()
        Sheet = self.env[action["res_model"]].with_user(self.users["association_head"])
        with Form(Sheet.with_context(**action["context"])) as form:
            form.conclusion = "rework"
            with form.line_ids.edit(0) as line:
                line.answer = "partly"
                line.comment = "Уточнить критерий"
        self.assertEqual(form.record.test_id, self.test)
        self.assertEqual(form.record.line_ids.mapped("answer"), ["partly"] + [False] * 6)
        self.assertEqual(test.action_open_expertise()["res_id"], form.record.id)
        form.record.date = "2025-09-01"
        self.assertFalse(test.action_open_expertise()["res_id"])

    def test_a_sheet_of_expertise_does_not_move_to_an_approved_test(self):
        other = self.make_test()
        Expertise = self.env["vsoko.test.expertise"]
        kept = Expertise.create({"test_id": self.test.id, "conclusion": "approve"})
        moved = Expertise.create({"test_id": other.id, "conclusion": "rework"})
        self.approve()
        paths = {
            "sheet": lambda: moved.write({"test_id": self.test.id}),
            "answer": lambda: moved.line_ids[0].write({"expertise_id": kept.id}),
            "new sheet": lambda: Expertise.create(
                {"test_id": self.test.id, "conclusion": "rework"}
            ),
            "unlink": lambda: kept.unlink(),
        }
        for name, path in paths.items():
            with self.subTest(name), self.assertRaises(UserError), self.env.cr.savepoint():
                path()

    def test_approved_does_not_change_on_any_path(self):
        self.approve()
        other = self.make_test()
        task, band = self.test.task_ids[0], self.test.band_ids[0]
        paths = {
            "name": lambda: self.test.write({"name": "Другая"}),
            "task": lambda: task.write({"max_score": 5}),
            "task through the test": lambda: self.test.write(
                {"task_ids": [(1, task.id, {"number": "7"})]}
            ),
            "remove task": lambda: task.unlink(),
            "move task in": lambda: other.task_ids[0].write(
                {"test_id": self.test.id, "number": "9"}
            ),
            "band": lambda: band.write({"mark": 1}),
            "remove band": lambda: band.unlink(),
            "back to draft": lambda: self.test.write({"state": "draft"}),
            "unlink": lambda: self.test.unlink(),
        }
        for name, path in paths.items():
            with self.subTest(name), self.assertRaises(UserError), self.env.cr.savepoint():
                path()

    def test_a_new_version_remembers_its_parent(self):
        self.approve()
        copy = self.env["vsoko.test"].browse(self.test.action_new_version()["res_id"])
        self.assertEqual((copy.parent_id, copy.version, copy.state), (self.test, 2, "draft"))
        self.assertEqual(copy.task_ids.mapped("max_score"), self.test.task_ids.mapped("max_score"))
        self.assertEqual(copy.band_ids.mapped("min_score"), self.test.band_ids.mapped("min_score"))
        self.assertFalse(copy.approved_by_id)

    def test_only_the_buttons_write_what_version_a_test_is_and_who_approved_it(self):
        given = {
            "version": 5,
            "parent_id": self.test.id,
            "approved_by_id": self.env.uid,
            "approved_date": "2026-09-01 10:00:00",
        }
        draft = self.make_test().with_user(self.users["methodical_council"])
        values = {"name": "Тест", "subject_id": draft.subject_id.id, "grade": draft.grade}
        for name, value in given.items():
            with self.subTest(name), self.assertRaisesRegex(UserError, "by the program"):
                draft.write({name: value})
            with self.subTest(name), self.assertRaisesRegex(UserError, "by the program"):
                draft.create(values | {name: value})

    def test_a_scale_that_cannot_be_used_stops_the_expertise(self):
        for bounds in ((1, 3, 5, 7), (0, 3, 5, 9)):
            test = self.make_test(bounds)
            with self.subTest(bounds), self.assertRaises(ValidationError):
                test.action_send_to_expertise()

    def test_a_scale_of_a_year_fills_the_bands(self):
        scale = self.env.ref("vsoko_module.scale_oge_math_2026")
        with self.assertRaises(UserError):
            scale._apply_to(self.test)
        self.test.task_ids[4].max_score = 26
        with self.assertRaisesRegex(UserError, "геометрия"):
            scale._apply_to(self.test)
        self.test.task_ids[3].part = "геометрия"
        scale._apply_to(self.test)
        self.assertEqual(self.test.band_ids.mapped("min_score"), [0, 8, 15, 22])
        self.assertEqual(self.test.band_ids.mapped("part_score"), [0, 2, 2, 2])
