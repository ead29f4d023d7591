from odoo import models


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    def _load_menus_blacklist(self):
        """«My child» is shown to employees who have one in the school."""
        hidden = super()._load_menus_blacklist()
        menu = self.env.ref("vsoko_module.vsoko_family_child_menu", raise_if_not_found=False)
        child = self.env["vsoko.family.child"]
        if menu and not (child.has_access("read") and child.search_count([], limit=1)):
            hidden = [*hidden, menu.id]
        return hidden
