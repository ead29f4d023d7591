from odoo import fields, models

OUTCOMES = [("done", "Made"), ("failed", "Failed"), ("skipped", "Skipped")]


class VsokoReportScheduleRun(models.Model):
    """One attempt of a schedule; written by the program, read by people."""

    _name = "vsoko.report.schedule.run"
    _description = "Attempt of a schedule"
    _order = "date desc, id desc"
    _rec_name = "schedule_id"

    schedule_id = fields.Many2one(
        "vsoko.report.schedule", required=True, index=True, ondelete="cascade", readonly=True
    )
    company_id = fields.Many2one(related="schedule_id.company_id", store=True, index=True)
    date = fields.Datetime(required=True, readonly=True, default=fields.Datetime.now)
    state = fields.Selection(
        OUTCOMES,
        string="Outcome",
        required=True,
        readonly=True,
        index=True,
    )
    period_id = fields.Many2one("vsoko.period", readonly=True, index=True, ondelete="cascade")
    report_id = fields.Many2one(
        "vsoko.report", readonly=True, index="btree_not_null", ondelete="set null"
    )
    key = fields.Char(required=True, readonly=True, default="")
    about = fields.Char(readonly=True)
    is_announced = fields.Boolean(readonly=True)
    message = fields.Char(readonly=True)
    duration = fields.Float(string="Seconds", readonly=True, digits=(12, 1), aggregator="avg")
    size = fields.Integer(string="Bytes", readonly=True, aggregator="sum")

    _once = models.UniqueIndex(
        "(schedule_id, period_id, key) WHERE state = 'done' AND report_id IS NOT NULL",
        "The schedule has already made the report of this period.",
    )

    def action_open_report(self):
        self.ensure_one()
        return self.report_id._open_records()
