from markupsafe import Markup

from odoo import api, models

from ..school.vsoko_digest import DigestPart
from .vsoko_start_page import DIRECTOR


class VsokoDigest(models.AbstractModel):
    """The letter of the day tells a director what was handed over for approval."""

    _inherit = "vsoko.digest"

    @api.model
    def _collect(self, days):
        parts = super()._collect(days)
        for user in days:
            if user.has_group(DIRECTOR):
                parts += self._collect_handed(user)
        return parts

    @api.model
    def _collect_handed(self, director):
        """Return the parts of one director, one for each kind of record; directors are few."""
        mine = self.with_user(director).with_context(
            lang=director.lang, allowed_company_ids=director.company_ids.ids
        )
        parts = []
        for name in mine.env["vsoko.handing.mixin"]._get_handed_models():
            Model = mine.env[name]
            handed = Model.search([*Model._get_waiting_domain(), ("handed_date", "!=", False)])
            if handed:
                kind = mine.env["ir.model"]._get(name).name
                heading = mine.env._("To approve: %(kind)s", kind=kind.lower())
                lines = [
                    Markup("%s — %s") % (one.display_name, one._tell_handing()) for one in handed
                ]
                parts.append(DigestPart(director, heading, lines, True, handed))
        return parts
