from contextlib import contextmanager
from unittest.mock import patch

from odoo.tests.common import freeze_time
from odoo.tools import mute_logger

from ..indicators.common import CalculatedCase

LOGGER = "odoo.addons.vsoko_module.models.reporting.schedules.vsoko_report_schedule_history"


class ScheduleCase(CalculatedCase):
    """The first quarter calculated; it is noon of 5 November 2025 in Yekaterinburg."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.users["administration"]
        cls.deputy.lang = "ru_RU"
        cls.now = cls.startClassPatcher(freeze_time("2025-11-05 07:00:00"))
        cls.schedule = cls.make(name="Итоги четверти")

    @classmethod
    def make(cls, **vals):
        vals = {
            "period_kind": "quarter",
            "recurrence": "daily",
            "hour": 0.5,
            "tz": "Asia/Yekaterinburg",
            "make_pdf": False,
            "make_xlsx": True,
            **vals,
        }
        return cls.env["vsoko.report.schedule"].with_user(cls.deputy).create(vals)

    @contextmanager
    def broken_for(self, *schedules):
        """Make the production of these schedules fail as a program error does."""
        kind = type(self.env["vsoko.report.schedule"])
        produce = kind._produce

        def _produce(schedule, period, planned):
            report = produce(schedule, period, planned)
            if schedule.id in [broken.id for broken in schedules]:
                raise ZeroDivisionError
            return report

        with patch.object(kind, "_produce", _produce), mute_logger(LOGGER):
            yield

    def cron(self, moment):
        """Run the job of the server at the moment in UTC."""
        job = self.env.ref("vsoko_module.vsoko_cron_report_schedule")
        with freeze_time(moment), self.enter_registry_test_mode():
            job.method_direct_trigger()
        self.env.invalidate_all()

    def runs(self, schedule=None):
        """The history of a schedule as the database has it, the latest first."""
        return self.env["vsoko.report.schedule.run"].search(
            [("schedule_id", "=", (schedule or self.schedule).id)]
        )

    def reports(self):
        return self.env["vsoko.report"].search([("company_id", "=", self.env.company.id)])
