from odoo import fields, models
from odoo.exceptions import UserError

from ....models.mixins.view_link import ViewMany2one


class VsokoSheetSaying(models.TransientModel):
    """Asks why a sheet is returned, with what a teacher disagrees, what the commission answers."""

    _name = "vsoko.sheet.saying"
    _description = "Return, appeal or answer about a sheet"

    sheet_id = fields.Many2one("vsoko.sheet", string="Sheet", ondelete="cascade")
    commission_sheet_id = ViewMany2one("vsoko.commission.sheet", string="Sheet before me")
    kind = fields.Selection(
        [
            ("return", "Return the sheet"),
            ("appeal", "Appeal"),
            ("answer", "Answer of the commission"),
        ],
        required=True,
        default="return",
    )
    text = fields.Text()

    def action_say(self):
        self.ensure_one()
        if self.commission_sheet_id and self.kind == "answer":
            self.commission_sheet_id._answer(self.text)
            return self.commission_sheet_id._toast(self.env._("The answer is kept"))
        if not self.sheet_id:
            raise UserError(self.env._("Say which sheet it is about."))
        if self.kind == "return":
            self.sheet_id._return(self.text)
            return self.sheet_id._toast(self.env._("Returned for changes"))
        if self.kind == "appeal":
            self.sheet_id._appeal(self.text)
            return self.sheet_id._toast(self.env._("The appeal is filed"))
        self.sheet_id._answer(self.text)
        return self.sheet_id._toast(self.env._("The answer is kept"))
