from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_login = fields.Char(
        string="Login of the school",
        help="The school in the files of the federal and regional systems, for example sch123456:"
        " of a file about many schools only its rows are loaded",
    )
