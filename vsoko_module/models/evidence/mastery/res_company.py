from odoo import models


class ResCompany(models.Model):
    """How many tasks an element needs to be judged is a setting of the school."""

    _inherit = "res.company"

    def write(self, vals):
        done = super().write(vals)
        if "vsoko_least_element_tasks" in vals:
            # The sums belong to the program; who may change the setting is checked by the write.
            self.env["vsoko.element.total"].sudo()._judge()
        return done
