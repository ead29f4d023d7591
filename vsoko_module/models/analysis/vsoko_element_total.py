from odoo import models


class VsokoElementTotal(models.Model):
    _inherit = "vsoko.element.total"

    def _forget(self):
        super()._forget()
        self.env["vsoko.mastery"].invalidate_model()
        self.env["vsoko.element.share"].invalidate_model()
