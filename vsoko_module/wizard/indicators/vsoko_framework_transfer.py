import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import UserError


class VsokoFrameworkTransfer(models.TransientModel):
    """Gives a system of indicators out as one file, or makes a draft of such a file."""

    _name = "vsoko.framework.transfer"
    _description = "File of a system of indicators"

    framework_id = fields.Many2one(
        "vsoko.framework", string="System of indicators", ondelete="cascade"
    )
    made = fields.Binary(string="File", compute="_compute_made")
    made_name = fields.Char(compute="_compute_made")
    file = fields.Binary(string="File of a system of indicators", attachment=False)
    file_name = fields.Char()

    @api.depends("framework_id")
    def _compute_made(self):
        for transfer in self:
            framework = transfer.framework_id
            transfer.made = base64.b64encode(framework._to_file()) if framework else False
            transfer.made_name = self.env._("Indicators %(date)s.json", date=framework.date_from)

    def action_load(self):
        """Open the draft that the file makes; it computes nothing before it is approved."""
        self.ensure_one()
        frameworks = self.env["vsoko.framework"]
        frameworks.check_access("create")
        if not self.file:
            raise UserError(self.env._("Choose the file."))
        try:
            content = base64.b64decode(self.file)
        except binascii.Error as error:
            raise UserError(
                self.env._("The file did not arrive whole: choose it again.")
            ) from error
        return frameworks._from_file(content)._open_records()
