from odoo import http
from odoo.http import request

from odoo.addons.web.controllers.dataset import DataSet

OURS = "vsoko.bonus"


class VsokoBonusDataSet(DataSet):
    """Pages with sums are read where a look at them can be noted, never from a replica."""

    def _call_kw_readonly(self, rule, args):
        if str(request.get_json_data()["params"].get("model", "")).startswith(OURS):
            return False
        return super()._call_kw_readonly(rule, args)

    @http.route(readonly=_call_kw_readonly)
    def call_kw(self, model, method, args, kwargs, path=None):
        return super().call_kw(model, method, args, kwargs, path=path)
