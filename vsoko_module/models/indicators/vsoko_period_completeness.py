from odoo import fields, models


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
            period.completeness_text = 0 < origin.completeness < 100 and self.env[
                "vsoko.completeness"
            ]._get_text(origin)

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
