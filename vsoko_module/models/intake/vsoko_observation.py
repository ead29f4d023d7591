from odoo import models

from ...tools.writers.observations import observation_table


class VsokoObservation(models.Model):
    _name = "vsoko.observation"
    _inherit = ["vsoko.observation", "vsoko.import.mixin"]


class VsokoRubric(models.Model):
    """Criteria go out as a table for sheets that were filled in on paper; the import reads it."""

    _inherit = "vsoko.rubric"

    def action_download_table(self):
        """Download an empty table of sheets by these criteria."""
        self.env["vsoko.import"].check_access("create")
        return self._open_address(f"/vsoko/rubric/{self.id}/table", "download")

    def _build_table(self):
        """``(file name, bytes)`` of the table."""
        self.ensure_one()
        self.env["vsoko.import"].check_access("create")
        content = observation_table(self.display_name, self.about, self._get_criteria())
        return f"{self.display_name}.xlsx", content
