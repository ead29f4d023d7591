from odoo import models


class Base(models.AbstractModel):
    """A record of ours without a name is called by what it is, never by the name of its table.

    Pages of assistants stand in the breadcrumbs, lines in refusals: both are read by people.
    """

    _inherit = "base"

    def _compute_display_name(self):
        super()._compute_display_name()
        if self._name.startswith("vsoko.") and not self._rec_name:
            self.display_name = self.env["ir.model"]._get(self._name).name
