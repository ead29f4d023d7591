from odoo import models


class VsokoImport(models.Model):
    _inherit = "vsoko.import"

    def _get_pages_after(self):
        """The overview, when the loads have been followed by a calculation."""
        # a run keeps whole seconds
        since = min(self.mapped("date_loaded")).replace(microsecond=0)
        calculated = self.env["vsoko.calculation"].search_count(
            [("company_id", "in", self.company_id.ids), ("date_start", ">=", since)], limit=1
        )
        if not calculated:
            return super()._get_pages_after()
        return [
            *super()._get_pages_after(),
            {
                "text": self.env._("The figures are calculated."),
                "name": self.env._("Overview"),
                "action": "vsoko_module.vsoko_dashboard_action",
            },
        ]
