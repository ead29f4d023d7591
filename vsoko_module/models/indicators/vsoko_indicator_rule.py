import hashlib
import json

from odoo import api, fields, models

from .vsoko_indicator import RULE_FIELDS


class VsokoIndicator(models.Model):
    """The rule of an indicator as a short sign, which every figure keeps."""

    _inherit = "vsoko.indicator"

    rule = fields.Char(
        compute="_compute_rule",
        store=True,
        copy=False,
        help="Two indicators that count and judge alike have the same one",
    )

    @api.depends(*RULE_FIELDS, "scope_ids.code", "band_ids.lower", "band_ids.status")
    def _compute_rule(self):
        for indicator in self:
            content = [
                [indicator[name] for name in RULE_FIELDS],
                sorted(indicator.scope_ids.mapped("code")),
                sorted([band.lower, band.status] for band in indicator.band_ids),
            ]
            text = json.dumps(content, ensure_ascii=False)
            indicator.rule = hashlib.sha256(text.encode()).hexdigest()[:8]

    def action_new_version(self):
        """Open the indicator in the draft of the next version of its system."""
        self.ensure_one()
        action = self.framework_id.action_new_version()
        draft = self.env["vsoko.framework"].browse(action["res_id"])
        same = draft.indicator_ids.filtered(lambda indicator: indicator.code == self.code)
        return action | {"res_model": self._name, "res_id": same.id} if same else action
