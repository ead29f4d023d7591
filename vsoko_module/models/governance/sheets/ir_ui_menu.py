from odoo import models


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    def _load_menus_blacklist(self):
        """What a commission reads by number is shown to its members."""
        hidden = super()._load_menus_blacklist()
        menu = self.env.ref("vsoko_module.vsoko_commission_sheet_menu", raise_if_not_found=False)
        sheets = self.env["vsoko.commission.sheet"]
        numbered = [("is_numbered", "=", True)]
        if menu and not (sheets.has_access("read") and sheets.search_count(numbered, limit=1)):
            hidden = [*hidden, menu.id]
        return hidden
