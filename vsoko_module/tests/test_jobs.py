from odoo.tests import tagged

from .common import SchoolCase


@tagged("post_install", "-at_install")
class TestJobs(SchoolCase):
    """Scheduled work takes its time, also when somebody starts it by hand."""

    def test_every_job_takes_its_time(self):
        taken = []

        def note(records):
            taken.append(records._name)

        self.patch(self.registry["base"], "_take_time", note)
        jobs = self.env["ir.model.data"].search(
            [("model", "=", "ir.cron"), ("module", "=", "vsoko_module")]
        )
        self.assertTrue(jobs)
        for job in self.env["ir.cron"].browse(jobs.mapped("res_id")):
            taken.clear()
            with self.subTest(job.cron_name):
                with self.enter_registry_test_mode():
                    job.method_direct_trigger()
                self.assertIn(job.model_id.model, taken)
