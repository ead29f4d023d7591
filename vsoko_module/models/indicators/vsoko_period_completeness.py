from odoo import api, fields, models
from odoo.fields import Domain


class VsokoPeriod(models.Model):
    """How complete the marks of a period are, for whoever looks at it or approves it."""

    _inherit = "vsoko.period"

    completeness = fields.Float(
        string="Completeness of marks, %", compute="_compute_completeness", digits=(5, 1)
    )
    completeness_text = fields.Text(
        string="What is missing of the marks", compute="_compute_completeness_text"
    )

    def _compute_completeness(self):
        """Zero for readers of periods who do not read figures."""
        Completeness = self.env["vsoko.completeness"]
        rows = Completeness
        if Completeness.has_access("read"):
            domain = [("period_id", "in", self.ids), ("cell", "=", "school")]
            rows = Completeness.search_fetch(domain, ["period_id", "share"])
        shares = {row.period_id: row.share for row in rows}
        for period in self:
            period.completeness = shares.get(period._origin, 0.0)

    def _compute_completeness_text(self):
        """Say what is missing where some of the marks are there already."""
        for period in self:
            origin = period._origin
            period.completeness_text = origin.completeness > 0 and self.env[
                "vsoko.completeness"
            ]._get_text(origin)

    @api.model
    def _get_waiting_domain(self):
        """Return the open periods of the current school year that are over."""
        return [
            ("company_id", "=", self.env.company.id),
            ("year_id.state", "=", "current"),
            ("state", "=", "open"),
            ("date_end", "<", fields.Date.to_string(fields.Date.context_today(self))),
        ]

    def _tell_lacking(self):
        """What is not over yet lacks its end, whatever is there already."""
        told = dict.fromkeys(self.ids, self.env._("no marks are expected"))
        for one in self._find_completeness("school"):
            if one.known < one.expected:
                told[one.period_id.id] = self.env._(
                    "marks there: %(known)s of %(expected)s", known=one.known, expected=one.expected
                )
            else:
                is_counted = one.period_id.value_count
                told[one.period_id.id] = "" if is_counted else self.env._("not calculated yet")
        today = fields.Date.context_today(self)
        running = self.filtered(lambda period: period.date_end >= today)
        return told | dict.fromkeys(running.ids, self.env._("not over yet"))

    def _find_completeness(self, scope):
        """Return the rows of one scope that the calculations of these periods have stored."""
        return self.env["vsoko.completeness"].search(
            Domain("period_id", "in", self.ids) & Domain("scope", "=", scope)
        )

    def _find_classes_without_pupils(self):
        """Return {period: classes that the period should have marks of and whose pupils nobody has
        entered}: nothing is expected of them, and they are missing all the same.
        """
        # Whether a class has pupils is no secret to whoever sees how complete the marks are.
        classes = (
            self.env["vsoko.class"]
            .sudo()
            .search(
                Domain("year_id", "in", self.year_id.ids)
                & Domain("grade", ">", 1)
                & Domain("enrolment_ids", "=", False)
            )
            .sudo(self.env.su)
        )
        return {
            period: classes.filtered(
                lambda one, period=period: (
                    one.year_id == period.year_id and period.kind in ("year", one.term_kind)
                )
            )
            for period in self
        }

    def action_open_missing_marks(self):
        """Open the marks that the period should have and has not."""
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_fact_expected_mark_action",
            domain=[("period_id", "=", self.id)],
            context={
                "search_default_missing": 1,
                "search_default_group_class": 1,
                "search_default_group_subject": 2,
            },
        )
