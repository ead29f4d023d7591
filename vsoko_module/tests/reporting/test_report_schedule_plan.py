from odoo.tests import Form, tagged

from .schedule_case import ScheduleCase


@tagged("post_install", "-at_install")
class TestReportSchedulePlan(ScheduleCase):
    """The form says in words when the schedule runs next and what it makes then."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "lang": "ru_RU"})
        cls.schedule = cls.schedule.with_env(cls.env)

    def test_moment_is_said_by_the_clock_of_the_school(self):
        # 19:30 of 5 November in UTC
        self.assertIn("четверг, 6 ноября 2025, 00:30 (Asia/Yekaterinburg)", self.schedule.plan)
        self.assertIn("будет сделан отчёт: 1 четверть, 2025/2026", self.schedule.plan)

    def test_what_is_made_already_is_said(self):
        self.assertNotIn("уже", self.schedule.plan)
        self.schedule.action_run_now()
        self.assertIn("уже", self.schedule.plan)
        self.assertIn("1 четверть", self.schedule.plan)
        self.assertNotIn("будет сделан отчёт", self.schedule.plan)

    def test_period_without_figures_is_said(self):
        self.schedule.relative = "current"
        self.assertIn("2 четверть", self.schedule.plan)
        self.assertIn("ещё нет данных", self.schedule.plan)

    def test_period_that_the_calendar_does_not_have_is_said(self):
        self.schedule.period_kind = "half"
        self.assertIn("нет такого периода", self.schedule.plan)
        self.assertNotIn("будет сделан", self.schedule.plan)
        self.schedule.period_kind = "quarter"
        self.assertIn("будет сделан отчёт: 1 четверть", self.schedule.plan)

    def test_archived_schedule_promises_nothing(self):
        self.schedule.active = False
        self.assertIn("архиве", self.schedule.plan)
        self.assertNotIn("будет сделан", self.schedule.plan)
        self.schedule.active = True
        self.assertIn("будет сделан отчёт: 1 четверть", self.schedule.plan)

    def test_plan_follows_what_is_typed(self):
        with Form(self.schedule) as form:
            form.hour = 7.25
            self.assertIn("07:15", form.plan)
            form.type = "class_results"
            self.assertIn("будет сделан отчёт: 1 четверть", form.plan)
            form.grade_from = form.grade_to = 8
            self.assertNotIn("будет сделан", form.plan)

    def test_zone_is_that_of_the_person_until_the_school_has_one(self):
        Schedule = self.env["vsoko.report.schedule"].with_user(self.deputy)
        self.deputy.tz = "Europe/Moscow"
        calendar = self.env.company.resource_calendar_id
        calendar.tz = "UTC"
        self.assertEqual(Schedule.default_get(["tz"])["tz"], "Europe/Moscow")
        calendar.tz = "Asia/Omsk"
        self.assertEqual(Schedule.default_get(["tz"])["tz"], "Asia/Omsk")


@tagged("post_install", "-at_install")
class TestReportScheduleAnswerable(ScheduleCase):
    def test_failure_of_who_has_left_is_a_task_of_the_director(self):
        self.deputy.sudo().active = False
        self.cron("2025-11-05 19:30:00")
        self.assertEqual(self.runs().state, "failed")
        tasks = self.schedule.sudo().activity_ids
        self.assertEqual(len(tasks), 1)
        self.assertTrue(tasks.user_id.active)
        self.assertTrue(tasks.user_id.has_group("vsoko_module.group_director"))
        self.assertEqual(tasks.user_id.company_ids & self.env.company, self.env.company)
