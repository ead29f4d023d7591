from odoo import models

from ...tools.reports.assessment import make_page


class VsokoAssessment(models.Model):
    _inherit = "vsoko.assessment"

    def get_analysis_page(self):
        """Return what the page of analysis shows, over the results the user may read.

        What ``make_page`` gives, and why there is nothing to be seen when there is not.
        """
        self.ensure_one()
        return {
            "name": self.display_name,
            "is_hidden": self._has_hidden_results(),
            "unbound": self._get_unbound_text(),
            **make_page(self._make_work(), self.env._),
        }

    def action_open_analysis(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_analysis_action",
            context={"active_id": self.id, "active_model": self._name},
        )

    def _has_hidden_results(self):
        """Return whether the work has results and the user may read none of them."""
        domain = [("assessment_id", "=", self.id)]
        results = self.env["vsoko.result"]
        # Only whether there are results is asked for, to say truly why the page is empty.
        return bool(
            not results.search_count(domain, limit=1)
            and results.sudo().search_count(domain, limit=1)
        )
