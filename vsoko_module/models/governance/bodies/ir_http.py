from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    """The first request of a day takes the roles of memberships that ended the day before."""

    _inherit = "ir.http"

    @classmethod
    def _authenticate_explicit(cls, auth):
        super()._authenticate_explicit(auth)
        if request.env.uid:
            request.env["vsoko.body.member"]._follow_the_day()
