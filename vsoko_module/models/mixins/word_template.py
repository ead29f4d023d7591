import base64

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...tools import apart
from ...tools.readers.refusals import Refused


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_word_template = fields.Binary(
        string="Template of Word documents",
        help="A Word document (.docx) with the letterhead of the school in its header and the"
        " styles of the shipped template. Reports, orders and specifications are written in it.",
    )
    vsoko_word_template_name = fields.Char(string="Name of the template of Word documents")

    @api.constrains("vsoko_word_template")
    def _check_word_template(self):
        for company in self:
            content = company._get_word_template()
            if content:
                try:
                    apart.call("reports.word_template:check", content)
                except Refused as refused:
                    raise ValidationError(refused.message(self.env._)) from None

    def _get_word_template(self):
        """Return the bytes of the school's own template, empty for the shipped one."""
        self.ensure_one()
        return base64.b64decode(self.with_context(bin_size=False).vsoko_word_template or b"")
