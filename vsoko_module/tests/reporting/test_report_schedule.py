from datetime import datetime, timedelta
from itertools import pairwise
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import freeze_time
from odoo.tools import mute_logger

from ..common import make_user
from .schedule_case import ScheduleCase


@tagged("post_install", "-at_install")
class TestReportSchedule(ScheduleCase):
    def test_report_of_the_last_ended_period_with_its_files(self):
        action = self.schedule.action_run_now()
        report = self.env["vsoko.report"].browse(action["res_id"])
        self.assertEqual((report.period_id, report.author_id), (self.q1, self.deputy))
        self.assertEqual(report.state, "draft")
        run = self.runs()
        self.assertEqual((run.state, run.report_id), ("done", report))
        files = self.env["ir.attachment"].search(
            [("res_model", "=", "vsoko.report"), ("res_id", "=", report.id)]
        )
        self.assertEqual(files.mimetype.rpartition(".")[2], "sheet")
        self.assertEqual(run.size, len(files.raw))

    def test_never_twice_for_one_period(self):
        self.schedule.action_run_now()
        self.schedule.action_run_now()
        self.cron("2025-11-06 12:00:00")
        self.assertEqual(len(self.reports()), 1)
        self.assertEqual(self.runs().mapped("state"), ["skipped", "done"])
        self.assertIn("уже", self.runs()[0].message)

    def test_database_refuses_a_second_report_of_the_period(self):
        self.schedule.action_run_now()
        done = self.runs()
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(Exception) as caught,
            self.env.cr.savepoint(),
        ):
            done.sudo().copy({"state": "done", "report_id": done.report_id.id}).flush_recordset()
        self.assertIn("vsoko_report_schedule_run_once", str(caught.exception))

    def test_report_that_was_deleted_can_be_made_again(self):
        self.schedule.action_run_now()
        self.reports().unlink()
        self.schedule.action_run_now()
        self.assertEqual(self.runs().mapped("state"), ["done", "done"])
        self.assertEqual(len(self.reports()), 1)

    def test_nothing_is_made_without_figures_and_said_once(self):
        schedule = self.make(name="Текущая", relative="current")
        for day in (6, 7, 8):
            self.cron(f"2025-11-0{day} 12:00:00")
        self.assertEqual(self.runs(schedule).mapped("state"), ["skipped"])
        self.assertEqual(self.runs(schedule).period_id, self.q2)
        self.assertEqual(self.runs(schedule).date, datetime(2025, 11, 8, 12))

    def test_school_without_such_periods(self):
        schedule = self.make(name="Полугодие", period_kind="half")
        action = schedule.action_run_now()
        self.assertEqual(action["tag"], "display_notification")
        self.assertEqual(self.runs(schedule).state, "skipped")
        self.assertFalse(self.runs(schedule).period_id)


@tagged("post_install", "-at_install")
class TestReportScheduleClock(ScheduleCase):
    def test_time_is_that_of_the_school(self):
        # half past midnight in Yekaterinburg (UTC+5) is 19:30 of the day before in UTC
        self.assertEqual(self.schedule.next_date, datetime(2025, 11, 5, 19, 30))
        self.schedule.tz = "Europe/Kaliningrad"
        self.assertEqual(self.schedule.next_date, datetime(2025, 11, 5, 22, 30))

    def test_midnight_decides_which_period_has_ended(self):
        """The last day of the quarter in UTC is already the day after in the school."""
        last = self.q1.date_end
        with freeze_time(datetime(last.year, last.month, last.day, 18, 59)):
            before = self.schedule._get_period(datetime.now())
        with freeze_time(datetime(last.year, last.month, last.day, 19, 1)):
            after = self.schedule._get_period(datetime.now())
        self.assertFalse(before)
        self.assertEqual(after, self.q1)

    def test_job_over_midnight(self):
        """The quarter ends with 26 October: half past midnight of the 27th is 19:30 in UTC."""
        self.schedule.active = False
        with freeze_time("2025-10-26 12:00:00"):
            schedule = self.make(name="Сразу после четверти")
        self.cron("2025-10-26 19:29:00")
        self.assertFalse(self.runs(schedule))
        self.cron("2025-10-26 19:30:00")
        self.assertEqual(self.runs(schedule).period_id, self.q1)
        self.assertEqual(schedule.next_date, datetime(2025, 10, 27, 19, 30))

    def test_new_year_comes_by_the_clock_of_the_school(self):
        for zone, moment in (
            ("Europe/Kaliningrad", datetime(2025, 12, 31, 22, 30)),
            ("Asia/Yekaterinburg", datetime(2025, 12, 31, 19, 30)),
            ("Asia/Kamchatka", datetime(2025, 12, 31, 12, 30)),
        ):
            schedule = self.make(name=zone, tz=zone, recurrence="yearly", month="1", day=1)
            self.assertEqual(schedule.planned_date, moment, zone)
            # a second before it is still the old year, a second after the next one is planned
            self.assertEqual(schedule._get_next_date(moment - timedelta(seconds=1)), moment, zone)
            later = schedule._get_next_date(moment)
            self.assertEqual(later, moment.replace(year=2026), zone)

    def test_end_of_the_calendar_year(self):
        calendar_year = self.env["vsoko.period"].create(
            {
                "year_id": self.year.id,
                "name": "2025 год",
                "kind": "calendar_year",
                "date_start": "2025-01-01",
                "date_end": "2025-12-31",
            }
        )
        yearly = self.make(
            name="Год", period_kind="calendar_year", recurrence="yearly", month="1", day=1
        )
        self.assertEqual(yearly.next_date, datetime(2025, 12, 31, 19, 30))
        self.assertEqual(yearly._get_period(yearly.planned_date), calendar_year)
        self.cron("2025-12-31 19:30:00")
        self.assertEqual(self.runs(yearly).period_id, calendar_year)
        self.assertEqual(yearly.next_date, datetime(2026, 12, 31, 19, 30))

    def test_missed_days_are_made_up_once_for_the_day_that_was_planned(self):
        monthly = self.make(name="Месяц", recurrence="monthly", day=10, relative="current")
        self.assertEqual(monthly.planned_date, datetime(2025, 11, 9, 19, 30))
        self.add_marks({(self.students[0], self.math): 4}, self.q2)
        self.q2.action_calculate()
        self.cron("2026-02-20 07:00:00")
        self.assertEqual(self.runs(monthly).mapped("period_id"), self.q2)
        self.assertEqual(self.runs(monthly).mapped("state"), ["done"])
        self.assertEqual(monthly.next_date, datetime(2026, 3, 9, 19, 30))


@tagged("post_install", "-at_install")
class TestReportScheduleFailure(ScheduleCase):
    def test_failure_leaves_nothing_and_becomes_a_task(self):
        with self.broken_for(self.schedule):
            self.cron("2025-11-05 19:30:00")
        self.assertFalse(self.reports())
        self.assertEqual(self.runs().state, "failed")
        self.assertNotIn("ZeroDivision", self.runs().message)
        self.assertEqual(self.schedule.activity_ids.user_id, self.deputy)

    def test_attempts_grow_rarer_and_end(self):
        moments = []
        with self.broken_for(self.schedule):
            for _attempt in range(5):
                moments.append(self.schedule.next_date)
                self.cron(self.schedule.next_date.isoformat(" "))
        gaps = [(later - earlier).total_seconds() / 60 for earlier, later in pairwise(moments)]
        self.assertEqual(gaps, [15, 60, 240, 960])
        self.assertEqual(len(self.runs()), 5)
        self.assertEqual(self.schedule.attempt, 0)
        self.assertEqual(len(self.schedule.activity_ids), 1)
        self.assertGreater(self.schedule.next_date, moments[-1])

    def test_success_closes_the_task(self):
        with self.broken_for(self.schedule):
            self.cron("2025-11-05 19:30:00")
        self.cron("2025-11-05 19:44:00")
        self.assertFalse(self.reports(), "it is not time yet")
        self.cron("2025-11-05 19:45:00")
        self.assertEqual(self.runs()[0].state, "done")
        self.assertFalse(self.schedule.activity_ids)
        self.assertEqual(self.schedule.attempt, 0)

    def test_one_failing_report_does_not_stop_the_others(self):
        others = [self.make(name=f"Ещё {number}") for number in range(2)]
        with self.broken_for(self.schedule):
            self.cron("2025-11-05 19:30:00")
        self.assertEqual(self.runs().state, "failed")
        self.assertEqual([self.runs(other).state for other in others], ["done", "done"])
        self.assertEqual(len(self.reports()), 2)

    def test_responsible_person_who_left(self):
        with patch.object(type(self.deputy), "active", False):
            self.schedule.with_user(self.users["director"]).action_run_now()
        self.assertEqual(self.runs().state, "failed")
        self.assertIn(self.deputy.name, self.runs().message)


@tagged("post_install", "-at_install")
class TestReportScheduleRights(ScheduleCase):
    def test_only_the_administration_sets_schedules(self):
        for role in ("teacher", "methodical_council", "user"):
            with self.subTest(role), self.assertRaises(AccessError):
                self.schedule.with_user(self.users[role]).action_run_now()

    def test_nobody_borrows_the_eyes_of_a_teacher(self):
        with self.assertRaises(ValidationError):
            self.schedule.user_id = self.users["teacher"]

    def test_history_is_not_edited(self):
        self.schedule.action_run_now()
        with self.assertRaises(AccessError):
            self.runs().with_user(self.deputy).message = "Всё хорошо"

    def test_while_another_worker_makes_it(self):
        nothing = self.env["vsoko.report.schedule"]
        with patch.object(type(nothing), "try_lock_for_update", lambda self: nothing):
            with self.assertRaises(UserError):
                self.schedule.action_run_now()
            self.cron("2025-11-05 19:30:00")
        self.assertFalse(self.runs())

    def test_letter_has_a_link_and_no_figures_or_names(self):
        founder = self.env["res.partner"].create({"name": "Учредитель", "email": "a@example.org"})
        member = make_user(self.env, "ped", "pedagogical_council")
        self.schedule.recipient_partner_ids = founder
        self.schedule.recipient_group_ids = self.env.ref("vsoko_module.group_pedagogical_council")
        self.schedule.action_run_now()
        letter = self.env["mail.mail"].search([], order="id desc", limit=1)
        self.assertIn(founder, letter.recipient_ids)
        self.assertIn(member.partner_id, letter.recipient_ids)
        self.assertIn(f"/odoo/vsoko-reports/{self.reports().id}", letter.body_html)
        self.assertIn("Открыть отчёт", letter.body_html)
        for secret in ("75,0", "Ученик", *self.teachers.mapped("name")):
            self.assertNotIn(secret, letter.body_html + letter.subject)
