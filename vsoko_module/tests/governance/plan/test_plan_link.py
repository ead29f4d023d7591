from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanLink(PlanCase):
    """A line follows the real thing that it has made, and nothing else makes it done."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls.make_plan(
            ("2025-10-10", {}), ("2025-10-20", {"link_model": "vsoko.observation"})
        )
        cls.line, cls.visit = cls.plan.line_ids.sorted("date")

    def make(self, **vals):
        """The work as it comes from the form that the line has opened."""
        action = self.line.with_user(self.deputy).action_make()
        self.assertEqual(action["res_model"], "vsoko.assessment")
        opened = self.env["vsoko.assessment"].with_user(self.deputy).with_context(action["context"])
        return opened.create(
            {
                "type_id": self.env.ref("vsoko_module.assessment_type_initial").id,
                "subject_id": self.math.id,
                "class_ids": self.class_5a.ids,
                **vals,
            }
        )

    def test_the_line_is_done_when_the_work_is_analysed(self):
        work = self.make()
        self.assertEqual(str(work.date), "2025-10-10")
        self.assertEqual((self.line.link_id, self.line.state), (work.id, "planned"))
        work.action_start()
        self.assertEqual(self.line.state, "running")
        work.result_ids.write({"attendance": "absent"})
        work.action_close()
        self.assertEqual(self.line.state, "running")
        with freeze_time("2025-10-10"):
            work.action_analyse()
        self.assertEqual((self.line.state, str(self.line.done_date)), ("done", "2025-10-10"))
        self.assertTrue(self.line.is_in_time)

    def test_a_correction_keeps_the_day_on_which_it_was_done(self):
        work = self.make()
        with freeze_time("2025-10-09"):
            self.finish(work)
        with freeze_time("2025-12-01"):
            work.with_user(self.deputy)._reopen("Ошибка в баллах")
            self.assertEqual(self.line.state, "running")
            work.action_close()
            work.action_analyse()
        self.assertEqual(str(self.line.done_date), "2025-10-09")
        self.assertTrue(self.line.is_in_time)

    def test_the_day_after_is_late(self):
        work = self.make()
        with freeze_time("2025-10-11"):
            self.finish(work)
        self.assertEqual((self.line.state, self.line.is_in_time), ("done", False))
        self.assertEqual((self.plan.done_count, self.plan.late_count), (0, 1))

    def test_what_is_deleted_lets_the_line_go(self):
        work = self.make()
        work.action_start()
        work.result_ids.unlink()
        work.unlink()
        self.assertEqual((self.line.link_id, self.line.state), (0, "planned"))

    def test_a_withdrawn_sheet_lets_the_line_go(self):
        sheet = self.env["vsoko.observation"].create(
            {"rubric_id": self.env.ref("vsoko_module.rubric_self").id, "date": "2025-10-01"}
        )
        self.visit.with_user(self.deputy)._link(sheet)
        self.assertEqual(self.visit.state, "planned")
        sheet.answers = {one.key: {"points": 1} for one in sheet.rubric_id._get_criteria()}
        self.assertEqual(self.visit.state, "running")
        sheet.action_complete()
        self.assertEqual(self.visit.state, "done")
        sheet.action_withdraw()
        self.assertEqual((self.visit.state, self.visit.link_id), ("planned", 0))

    def test_a_visit_and_its_line_move_each_other(self):
        action = self.visit.with_user(self.deputy).action_make()
        self.assertEqual(action["context"]["default_date"], self.visit.date)
        sheet = self.env["vsoko.observation"].with_user(self.deputy)
        rubric = self.env.ref("vsoko_module.rubric_self").id
        sheet = sheet.with_context(action["context"]).create({"rubric_id": rubric})
        self.assertEqual((self.visit.link_id, self.visit.state), (sheet.id, "planned"))
        sheet.date = "2025-10-22"
        self.assertEqual(str(self.visit.date), "2025-10-22")
        self.visit.with_user(self.deputy)._move_to(self.q2.date_start, "Карантин")
        self.assertEqual(sheet.date, self.q2.date_start)

    def test_a_moved_work_moves_the_line_which_keeps_the_old_day(self):
        work = self.make()
        work.date = "2025-10-17"
        self.assertEqual(str(self.line.date), "2025-10-17")
        self.assertEqual(str(self.line.first_date), "2025-10-10")
        self.assertEqual(str(self.line.change_ids.date_before), "2025-10-10")

    def test_a_moved_line_moves_the_work_that_has_not_begun(self):
        work = self.make()
        self.line.with_user(self.deputy)._move_to(self.q2.date_start, "Карантин")
        self.assertEqual(work.date, self.q2.date_start)
        self.assertEqual(len(self.line.change_ids), 1)

    def test_the_limits_of_the_calendar_hold_for_works_of_the_plan(self):
        work = self.make()
        self.assertFalse(self.line.link_warning)
        self.make_work("2025-10-13")
        self.env.invalidate_all()
        self.assertTrue(work.calendar_warning)
        self.assertEqual(self.line.link_warning, work.calendar_warning)

    def test_a_form_is_found_by_itself(self):
        data_set = self.env["vsoko.data.set"].search(
            [("company_id", "=", self.env.company.id)], limit=1
        )
        data_set.write({"date_from": self.year.date_start, "due_days": 14, "due_kind": "days"})
        self.env["vsoko.data.form"].search([("set_id", "=", data_set.id)]).unlink()
        plan = self.plan.with_user(self.deputy)
        draft = self.env["vsoko.plan"].browse(plan.action_new_version()["res_id"])
        self.env["vsoko.plan.line"].create(
            {
                "plan_id": draft.id,
                "name": "Форма",
                "criterion_id": self.objects[1].id,
                "responsible_id": self.deputy.id,
                "link_model": "vsoko.data.form",
                "set_id": data_set.id,
                "date": "2026-06-01",
            }
        )
        draft.with_user(self.director).action_approve()
        line = draft.line_ids.filtered("set_id")
        self.assertFalse(line.link_id)
        with freeze_time("2026-05-01"):
            data_set._make_forms()
        self.assertTrue(line.link_id)
        self.assertEqual(line._get_things("vsoko.data.form").set_id, data_set)

    def test_others_neither_make_nor_link(self):
        work = self.make_work()
        for role in ("teacher", "association_head", "methodical_council"):
            line = self.line.with_user(self.users[role])
            with self.subTest(role=role), self.assertRaises(AccessError):
                line._link(work)
            with self.subTest(role=role), self.assertRaises(AccessError):
                line.action_make()
        with self.assertRaises(UserError):
            self.line.with_user(self.deputy).action_open_link()

    def test_every_state_of_what_a_line_makes_means_something_for_the_plan(self):
        models = [name for name, _label in self.line._fields["link_model"].selection]
        self.assertIn("vsoko.report", models)
        for name in models:
            model = self.env[name]
            with self.subTest(model=name):
                self.assertEqual(
                    set(model._plan_states), set(dict(model._fields["state"].selection))
                )
                self.assertLessEqual(
                    set(model._plan_states.values()), {"planned", "running", "done", "cancelled"}
                )
