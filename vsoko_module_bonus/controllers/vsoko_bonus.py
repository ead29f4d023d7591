from odoo import http
from odoo.http import request

from odoo.addons.vsoko_module.controllers.file_response import made_file_response
from odoo.addons.vsoko_module.controllers.readable import readable

FILES = {"protocol": ("pdf", "docx"), "order": ("pdf", "docx"), "payroll": ("xlsx",)}


class VsokoBonusController(http.Controller):
    @http.route(
        "/vsoko/bonus/<model('vsoko.bonus'):bonus>/<string:what>/<string:extension>",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def file(self, bonus, what, extension):
        """Send a file with sums to who may read them; the look is noted."""
        if extension not in FILES.get(what, ()):
            raise request.not_found()
        return made_file_response(*readable(bonus)._get_file(what, extension), extension)
