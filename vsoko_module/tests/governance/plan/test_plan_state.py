from contextlib import suppress

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import freeze_time

from .plan_case import PlanCase


@tagged("post_install", "-at_install")
class TestPlanState(PlanCase):
    """The way of a plan and of its lines: who may, what is locked, what stays."""

    def test_only_the_director_approves(self):
        plan = self.make_plan(("2025-10-10", {}), is_approved=False)
        with self.assertRaises(AccessError):
            plan.with_user(self.deputy).action_approve()
        plan.with_user(self.deputy).action_discuss()
        plan.with_user(self.director).action_approve()
        self.assertEqual((plan.state, plan.approved_by_id), ("approved", self.director))
        with self.assertRaises(UserError):
            plan.with_user(self.director).action_approve()

    def test_what_nobody_could_carry_out_is_named(self):
        plan = self.make_plan(("2025-10-10", {"responsible_id": False}), is_approved=False)
        with self.assertRaisesRegex(UserError, "Строка 1"):
            plan.with_user(self.director).action_approve()
        plan.line_ids.unlink()
        with self.assertRaises(UserError):
            plan.with_user(self.director).action_approve()

    def test_an_approved_plan_is_locked_for_everybody(self):
        plan = self.make_plan(("2025-10-10", {}))
        line = plan.line_ids.with_user(self.director)
        for vals in ({"name": "Иначе"}, {"date": "2025-10-11"}, {"link_model": False}):
            with self.subTest(vals=vals), self.assertRaises(UserError):
                line.write(vals)
        with self.assertRaises(UserError):
            line.unlink()
        with self.assertRaises(UserError):
            plan.with_user(self.director).write({"line_ids": [(5, 0, 0)]})
        with self.assertRaises(UserError):
            line.write({"state": "done"})
        line.responsible_id = self.director
        self.assertEqual(line.responsible_id, self.director)

    def test_no_path_of_people_makes_a_line_done(self):
        plan = self.make_plan(("2025-10-10", {}), is_approved=False).with_user(self.director)
        line = plan.line_ids
        (vals,) = line.copy_data()
        given = {"state": "done", "done_date": "2025-10-10", "link_id": 1, "is_in_time": True}
        for name, value in given.items():
            for path, act in {
                "write": lambda vals: line.write(vals),
                "create": lambda own: line.create({**vals, **own}),
                "nested": lambda vals: plan.write({"line_ids": [(1, line.id, vals)]}),
                "added": lambda own: plan.write({"line_ids": [(0, 0, {**vals, **own})]}),
                "copy": lambda vals: line.copy(vals),
                "default": lambda own: line.with_context(
                    **{f"default_{key}": value for key, value in own.items()}
                ).create(vals),
                "import": lambda own: line.load(
                    [".id", *own], [[str(line.id), *map(str, own.values())]]
                ),
            }.items():
                with suppress(UserError), self.env.cr.savepoint():
                    act({name: value})
                with self.subTest(path=path, name=name):
                    self.assertEqual(set(plan.line_ids.mapped("state")), {"planned"})
                    self.assertFalse(any(plan.line_ids.mapped(name)) and name != "state")

    def test_a_cancelled_line_keeps_its_reason_and_is_not_due(self):
        plan = self.make_plan(("2025-10-10", {}), ("2025-10-11", {}))
        line = plan.line_ids[0].with_user(self.deputy)
        with self.assertRaises(UserError):
            line._cancel("  ")
        line._cancel("Карантин")
        self.assertEqual((line.state, line.cancel_reason), ("cancelled", "Карантин"))
        with freeze_time("2025-11-01"):
            plan.invalidate_recordset()
            self.assertEqual((plan.due_count, plan.cancelled_count), (1, 1))
        with self.assertRaises(UserError):
            line._move_to(self.q2.date_start, "Позже")
        line._resume("Карантин снят")
        self.assertEqual(line.state, "planned")
        self.assertEqual(line.change_ids.mapped("kind"), ["resume", "cancel"])

    def test_a_day_outside_the_year_is_refused(self):
        plan = self.make_plan(("2025-08-28", {}))
        with self.assertRaisesRegex(ValidationError, "2026"):
            plan.line_ids.with_user(self.deputy)._move_to(
                self.year.date_end.replace(year=2027), "Позже"
            )

    def test_a_new_version_takes_over_what_was_done(self):
        plan = self.make_plan(("2025-10-10", {}), ("2025-10-20", {}))
        first, second = plan.line_ids.sorted("date")
        work = self.make_work()
        draft = self.env["vsoko.plan"].browse(
            plan.with_user(self.deputy).action_new_version()["res_id"]
        )
        first.with_user(self.deputy)._link(work)
        with freeze_time("2025-10-10"):
            self.finish(work)
        second.with_user(self.deputy)._cancel("Не нужно")
        draft.with_user(self.director).action_approve()
        self.assertEqual(plan.state, "archived")
        self.assertEqual(draft.line_ids.sorted("date").mapped("state"), ["done", "cancelled"])
        self.assertEqual((draft.version, draft.done_count), (2, 1))
        with self.assertRaises(UserError):
            plan.with_user(self.director).action_approve()

    def test_months_make_lines_of_their_own(self):
        plan = self.make_plan(("2025-09-12", {"months": "9, 12; 3"}), is_approved=False)
        head = plan.line_ids.filtered("months")
        self.assertEqual(
            plan.line_ids.sorted("date").mapped(lambda line: str(line.date)),
            ["2025-09-12", "2025-12-12", "2026-03-12"],
        )
        head.write({"months": "9, 3", "name": "Посещаемость"})
        self.assertEqual(set(plan.line_ids.mapped("name")), {"Посещаемость"})
        self.assertEqual(len(plan.line_ids), 2)
        with self.assertRaises(ValidationError):
            head.months = "13"

    def test_a_month_in_which_the_day_is_at_a_weekend(self):
        plan = self.make_plan(("2025-10-14", {"months": "10, 12, 2"}), is_approved=False)
        # 14.12.2025 is a Sunday, 14.02.2026 a Saturday
        self.assertEqual(
            plan.line_ids.sorted("date").mapped(lambda line: str(line.date)),
            ["2025-10-14", "2025-12-12", "2026-02-13"],
        )

    def test_who_sees_what(self):
        draft = self.make_plan(
            ("2025-10-10", {}),
            ("2025-10-11", {"responsible_id": self.users["teacher"].id}),
            is_approved=False,
        )
        teacher, medic = self.users["teacher"], self.users["medic"]
        lines = self.env["vsoko.plan.line"]
        seen = {role: lines.with_user(user).search([]) for role, user in self.users.items()
                if role not in ("governing_council", "family")}  # fmt: skip
        self.assertEqual(seen["teacher"].mapped("name"), ["Строка 2"])
        self.assertFalse(seen["medic"])
        self.assertEqual(len(seen["administration"]), 2)
        draft.with_user(self.director).action_approve()
        self.assertEqual(len(lines.with_user(medic).search([])), 2)
        with self.assertRaises(AccessError):
            draft.line_ids.with_user(teacher)[0].write({"responsible_id": teacher.id})

    def test_a_board_of_three_hundred_lines_costs_as_much_as_one_of_three(self):
        self.assertEqual(self.count_queries(3), self.count_queries(300))

    def count_queries(self, number):
        plan = self.make_plan(*[("2025-10-10", {"class_ids": self.class_5a.ids})] * number)
        works = [self.make_work() for _number in range(2)]
        for line, work in zip(plan.line_ids, works, strict=False):
            line._link(work)
        lines = self.env["vsoko.plan.line"].with_user(self.users["teacher"])
        # the first reading fills the caches of the registry
        counts = [self.read_board(lines, plan) for _time in range(2)]
        plan._store({"state": "archived"})
        # works of one class on one day have warnings to tell: the next plan has its own two alone
        for work in works:
            work.unlink()
        return counts[-1]

    def read_board(self, lines, plan):
        """Return how many statements a reading of the board takes."""
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        lines.web_search_read(
            [("plan_id", "=", plan.id)],
            {
                "name": {},
                "date": {},
                "state": {},
                "is_overdue": {},
                "link_name": {},
                "who": {},
                "responsible_id": {"fields": {"display_name": {}}},
            },
        )
        return self.env.cr.sql_log_count - before
