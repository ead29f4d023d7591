from odoo import fields, models

from ...evidence.optional_numbers import OptionalFloat


class VsokoRubric(models.Model):
    """How far visitors agree who have seen the same lesson: what the rubric itself is worth."""

    _inherit = "vsoko.rubric"

    pair_count = fields.Integer(
        string="Doubled visits",
        compute="_compute_agreement",
        groups="vsoko_module.group_administration",
    )
    agreement_share = OptionalFloat(
        string="Equal points, %",
        compute="_compute_agreement",
        digits=(5, 1),
        aggregator=None,
        groups="vsoko_module.group_administration",
    )
    agreement_kappa = OptionalFloat(
        string="Kappa",
        compute="_compute_agreement",
        digits=(4, 2),
        aggregator=None,
        groups="vsoko_module.group_administration",
    )

    def _compute_agreement(self):
        pairs = self.env["vsoko.visit.pair"].search([("rubric_id", "in", self.ids)])
        by_rubric = pairs.grouped("rubric_id")
        for rubric in self:
            own = by_rubric.get(rubric._origin, pairs.browse())
            found = own._get_agreement()
            rubric.pair_count = len(own)
            rubric.agreement_share = False if found.share is None else found.share * 100
            rubric.agreement_kappa = False if found.kappa is None else found.kappa

    def action_open_pairs(self):
        """Open the lessons that two visitors have judged by the rubric."""
        self.env["vsoko.visit.pair"].check_access("read")
        return self._open_action(
            "vsoko_module.vsoko_visit_pair_action", domain=[("rubric_id", "in", self.ids)]
        )
