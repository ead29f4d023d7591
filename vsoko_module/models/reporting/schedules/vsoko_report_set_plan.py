from odoo import api, fields, models
from odoo.fields import Domain

from ....tools.reports.types import REPORT_TYPES
from ..reports.about import ABOUT


class VsokoReportSet(models.Model):
    """What a period can have: each type that schedules make, about all that has figures, and what
    the director has approved about works, surveys and ratings, which are reported one by one."""

    _inherit = "vsoko.report.set"

    @api.model
    def _order_all(self, period):
        """Return the set of the period with all that is to be made in the queue.

        The caller has asked for the right to make reports of the whole school.
        """
        # Sets are written by the program alone.
        sets = self.sudo()
        found = sets.search([("period_id", "=", period.id)]) or sets.create(
            {"period_id": period.id, "user_id": self.env.uid}
        )
        found.write({"user_id": self.env.uid, "ordered_date": fields.Datetime.now()})
        found._plan(self._get_planned(period))
        # The job belongs to the server; it is only woken.
        self.env.ref("vsoko_module.vsoko_cron_report_set").sudo()._trigger()
        return found.with_env(self.env)

    @api.model
    def _get_planned(self, period):
        """Return {(type, key): values of its line} of what the user may report on."""
        planned = {}
        for place, (code, kind) in enumerate(REPORT_TYPES.items()):
            if kind.period_kind in ("", period.kind) and ABOUT[kind.about].is_scheduled:
                planned |= self._plan_type(period, code, place)
        return planned | self._plan_signed(period)

    @api.model
    def _plan_type(self, period, code, place):
        """Plan as a schedule of the type does that nothing narrows."""
        schedule = self.env["vsoko.report.schedule"].new(
            {"type": code, "company_id": period.company_id.id, "grade_from": 1, "grade_to": 12}
        )
        reports = schedule._get_planned_reports(period)
        ready = schedule._get_ready(period, reports)
        reason = schedule._get_reason_no_figures(period)
        return {
            (code, planned.key): {
                "name": planned.name,
                "sequence": place,
                "state": "waiting" if planned.key in ready else "skipped",
                "message": planned.key not in ready and reason,
            }
            for planned in reports
        }

    @api.model
    def _plan_signed(self, period):
        """Plan what is signed already and cannot be made by the press."""
        kinds = [code for code, kind in ABOUT.items() if kind.gives_period]
        signed = self.env["vsoko.report"].search(
            Domain("period_id", "=", period.id)
            & Domain("about", "in", kinds)
            & Domain("state", "!=", "draft")
        )
        places = {code: place for place, code in enumerate(REPORT_TYPES)}
        return {
            (report.type, f"{report.about}:{report._get_about().id}"): {
                "name": report._get_about_name(),
                "sequence": places[report.type],
                "state": "waiting",
                "message": False,
            }
            for report in signed
        }

    def _plan(self, planned):
        """Bring the lines to what is planned; what is ready and has not changed stays."""
        lines = {(line.type, line.key): line for line in self.line_ids}
        self.env["vsoko.report.set.line"].union(
            *(line for place, line in lines.items() if place not in planned)
        ).unlink()
        for place, line in lines.items():
            if place in planned and not line._is_ready():
                line.write(planned[place])
        self.env["vsoko.report.set.line"].create(
            [
                {**vals, "set_id": self.id, "type": code, "key": key}
                for (code, key), vals in planned.items()
                if (code, key) not in lines
            ]
        )
