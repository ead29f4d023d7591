from odoo import api, fields, models

from .vsoko_report_set_line import STATES


class VsokoReportSet(models.Model):
    """All reports of one period: what it can have is planned at once and made one by one.

    What is there already is taken as it is. There is one set for a period; pressing again goes on
    with what is missing, has failed or has changed. Written by the program alone.
    """

    _name = "vsoko.report.set"
    _description = "All reports of a period"
    _order = "id desc"
    _rec_name = "period_id"

    period_id = fields.Many2one(
        "vsoko.period", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    user_id = fields.Many2one(
        "res.users",
        string="Made for",
        required=True,
        readonly=True,
        default=lambda self: self.env.user,
        help="The reports take what this person may read",
    )
    ordered_date = fields.Datetime(string="Ordered on", readonly=True)
    line_ids = fields.One2many(
        "vsoko.report.set.line", "set_id", string="Its reports", readonly=True
    )
    # most of what a period could have says nothing in it: that stands apart from the reports
    wanted_line_ids = fields.One2many(
        "vsoko.report.set.line",
        "set_id",
        string="Reports with figures",
        readonly=True,
        domain=[("state", "!=", "skipped")],
    )
    skipped_line_ids = fields.One2many(
        "vsoko.report.set.line",
        "set_id",
        string="Reports without figures",
        readonly=True,
        domain=[("state", "=", "skipped")],
    )
    total_count = fields.Integer(
        string="Can be made",
        compute="_compute_counts",
        help="Reports about which the period has figures, and signed ones",
    )
    waiting_count = fields.Integer(string="Wait", compute="_compute_counts")
    ready_count = fields.Integer(string="Ready", compute="_compute_counts")
    missing_count = fields.Integer(string="Could not be made", compute="_compute_counts")
    skipped_count = fields.Integer(
        string="Without figures",
        compute="_compute_counts",
        help="Nothing to tell in this period: no such report is made",
    )
    changed_count = fields.Integer(string="Changed since", compute="_compute_changed_count")

    _one_of_period = models.UniqueIndex("(period_id)", "The period has its set already.")

    @api.depends("line_ids.state", "line_ids.report_id")
    def _compute_counts(self):
        groups = self.env["vsoko.report.set.line"]._read_group(
            [("set_id", "in", self.ids)],
            ["set_id", "state"],
            ["__count", "report_id:count"],
        )
        found = {(one.id, state): counts for one, state, *counts in groups}
        for one in self:
            counts = {state: found.get((one.id, state), (0, 0)) for state, _name in STATES}
            one.skipped_count = counts["skipped"][0]
            one.total_count = sum(n for n, _reports in counts.values()) - one.skipped_count
            one.waiting_count = counts["waiting"][0]
            one.ready_count = counts["made"][1] + counts["found"][1]
            one.missing_count = counts["failed"][0]

    @api.depends("line_ids.is_changed")
    def _compute_changed_count(self):
        for one in self:
            one.changed_count = len(one.line_ids.filtered("is_changed"))

    def action_order(self):
        """Put into the queue what is missing, has failed or has changed."""
        self.ensure_one()
        self.check_access("read")
        return self.period_id.action_make_all_reports()

    def action_download(self):
        """Send all files of the set as one archive."""
        self.ensure_one()
        return self._open_address(f"/vsoko/report-set/{self.id}/zip", "download")
