from odoo import models


class VsokoPeriod(models.Model):
    _name = "vsoko.period"
    _inherit = ["vsoko.period", "vsoko.publishing.mixin"]

    def _get_publication_field(self):
        return "period_id"

    def action_open_documents(self):
        """Open what the school year of the period owes in documents."""
        self.ensure_one()
        self.check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_year_document_action",
            domain=[("year_id", "=", self.year_id.id)],
            context={},
        )
