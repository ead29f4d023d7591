from odoo import models


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _get_translation_frontend_modules_name(cls):
        """The discussion in the portal is drawn by scripts of `mail`: its words are needed too."""
        return [*super()._get_translation_frontend_modules_name(), "mail"]
