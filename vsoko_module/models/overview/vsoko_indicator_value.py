from odoo import api, models


class VsokoIndicatorValue(models.Model):
    _inherit = "vsoko.indicator.value"

    @api.model
    def action_open_readable(self):
        """Open the values: of the school for those who see it, else the own ones by breakdown."""
        action = self._open_action("vsoko_module.vsoko_indicator_value_action")
        if not self.env["vsoko.dashboard"]._get_rights()["school"]:
            action["context"] = {
                "search_default_main": 1,
                "search_default_current_year": 1,
                "search_default_group_scope": 1,
            }
        return action
