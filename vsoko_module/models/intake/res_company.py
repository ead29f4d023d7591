from odoo import fields, models
from odoo.tools import SQL


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_import_turn = fields.Integer(
        string="Number of the last import",
        readonly=True,
        copy=False,
    )

    def _take_import_turn(self):
        """Make loads into one school follow one another until the end of the transaction.

        A transaction that began before another load was stored does not see its facts; writing
        the same row then fails with a serialization error, and Odoo repeats the request.
        """
        self.env.cr.execute(
            SQL(
                "UPDATE res_company SET vsoko_import_turn = COALESCE(vsoko_import_turn, 0) + 1"
                " WHERE id IN %s",
                tuple(self.ids),
            )
        )
