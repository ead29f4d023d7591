from odoo import models


class VsokoStaffMixin(models.AbstractModel):
    """Lines of the registers of staff keep the file and the row they came from."""

    _name = "vsoko.staff.mixin"
    _inherit = ["vsoko.staff.mixin", "vsoko.import.mixin"]
