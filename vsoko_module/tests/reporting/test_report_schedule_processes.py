from datetime import timedelta

from odoo import Command, fields
from odoo.tests import tagged

from .process_case import ProcessCase, stop

# a year that no other test uses: these tests store their data for other processes to see
YEAR = 2043
LETTERS = "АБВ"


def run(env, say, trouble=None):
    """Run the job of the server; at the second report it meets the trouble, if there is one."""
    Schedule = env.registry["vsoko.report.schedule"]
    produce, made = Schedule._produce, []

    def _produce(schedule, period, subject):
        made.append(subject)
        if trouble and len(made) == 2:
            trouble(say)
        return produce(schedule, period, subject)

    Schedule._produce = _produce
    env["vsoko.report.schedule"]._cron_run()
    say("finished")


def fail(_say):
    raise ZeroDivisionError


@tagged("post_install", "-at_install")
class TestReportScheduleProcesses(ProcessCase):
    """Real processes run a schedule of three classes: a stop, a failure, two at once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.year = cls.env["vsoko.year"].create(
            {
                "name": f"{YEAR}/{YEAR + 1}",
                "date_start": f"{YEAR}-09-01",
                "date_end": f"{YEAR + 1}-08-31",
            }
        )
        cls.year.action_make_quarters()
        cls.period = cls.year.period_ids.sorted("date_start")[0]
        cls.students = cls.env["vsoko.student"].create(
            [{"name": f"Стойкин {letter}"} for letter in LETTERS]
        )
        cls.classes = cls.env["vsoko.class"].create(
            [cls._prepare_class(*pair) for pair in zip(LETTERS, cls.students, strict=True)]
        )
        cls._give_marks()
        cls.period.action_calculate()
        cls.user = cls.env["res.users"].create(
            {
                "name": "Завуч",
                "login": f"deputy_{YEAR}",
                "group_ids": [Command.link(cls.env.ref("vsoko_module.group_administration").id)],
            }
        )
        cls.store()

    @classmethod
    def _prepare_class(cls, letter, student):
        stay = {"student_id": student.id, "date_from": f"{YEAR}-09-01"}
        return {
            "year_id": cls.year.id,
            "grade": 5,
            "letter": letter,
            "enrolment_ids": [Command.create(stay)],
        }

    @classmethod
    def _give_marks(cls):
        cls.env["vsoko.mark"].create(
            [
                {
                    "student_id": student.id,
                    "class_id": school_class.id,
                    "subject_id": cls.env.ref("vsoko_module.vsoko_subject_math").id,
                    "period_id": cls.period.id,
                    "value": 4,
                }
                for student, school_class in zip(cls.students, cls.classes, strict=True)
            ]
        )

    @classmethod
    def _remove(cls):
        cls.cr.rollback()
        cls.env.invalidate_all()
        periods = cls.year.period_ids
        cls.env["vsoko.mark"].search([("period_id", "in", periods.ids)]).unlink()
        cls.cr.execute(
            "DELETE FROM vsoko_indicator_value WHERE period_id = ANY(%s)", [list(periods.ids)]
        )
        cls.env["vsoko.calculation"].search([("period_id", "in", periods.ids)]).unlink()
        cls.classes.enrolment_ids.unlink()
        cls.classes.unlink()
        cls.students.unlink()
        periods.unlink()
        cls.year.unlink()
        cls.user.unlink()
        cls.store()

    def setUp(self):
        super().setUp()
        yesterday = fields.Datetime.now() - timedelta(days=1)
        self.schedule = self.env["vsoko.report.schedule"].create(
            {
                "name": "По классам",
                "type": "class_results",
                "period_kind": self.period.kind,
                "user_id": self.user.id,
                "make_pdf": False,
                "make_xlsx": True,
            }
        )
        # missed while the server stood still: the first quarter had ended by then
        self.schedule.planned_date = self.period.date_end + timedelta(days=2)
        self.schedule.next_date = yesterday
        self.store()
        self.addCleanup(self.take_away)

    def take_away(self):
        self.refresh()
        reports = self.schedule.run_ids.report_id
        self.schedule.unlink()
        reports.unlink()
        self.store()

    def run_job(self, *trouble):
        """Run the job by a process of its own until it says something."""
        worker = self.start(run, *trouble)
        worker.go()
        return worker, worker.answer()

    def assert_each_class_once(self):
        self.refresh()
        done = self.schedule.run_ids.filtered(lambda run: run.state == "done")
        reports = self.env["vsoko.report"].search([("period_id", "=", self.period.id)])
        self.assertEqual(sorted(done.mapped("about")), ["5А", "5Б", "5В"])
        self.assertEqual(reports.class_id, self.classes)
        self.assertEqual((len(reports), reports), (3, done.report_id))
        self.assertGreater(self.schedule.next_date, fields.Datetime.now())

    def test_stopped_server_makes_the_rest_once(self):
        worker, answer = self.run_job(stop)
        self.assertEqual(answer, "waiting")
        worker.kill()
        self.refresh()
        self.assertEqual(self.schedule.run_ids.mapped("state"), ["done"])
        self.assertEqual(len(self.schedule.run_ids.report_id), 1)
        self.assertEqual(self.run_job()[1], "finished")
        self.assert_each_class_once()

    def test_failing_report_is_made_by_the_next_attempt(self):
        self.assertEqual(self.run_job(fail)[1], "finished")
        self.refresh()
        self.assertEqual(sorted(self.schedule.run_ids.mapped("state")), ["done", "done", "failed"])
        self.assertEqual(self.schedule.attempt, 1)
        self.schedule.next_date = fields.Datetime.now() - timedelta(minutes=1)
        self.store()
        self.assertEqual(self.run_job()[1], "finished")
        self.assert_each_class_once()

    def test_two_workers_at_once(self):
        workers = [self.start(run), self.start(run)]
        for worker in workers:
            worker.go()
        self.assertEqual([worker.answer() for worker in workers], ["finished", "finished"])
        self.assert_each_class_once()
