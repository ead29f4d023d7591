from odoo import api, models
from odoo.fields import Domain

from ....tools.reports.given import frozen_table
from ....tools.writers.cells import INTEGER, Column
from ...governance.training.vsoko_training_need import ENTERED


class VsokoTrainingNeed(models.Model):
    """What reports tell of the directions of training."""

    _inherit = "vsoko.training.need"

    @api.model
    def _get_table(self, company):
        """Return how many teachers each direction that stands now is of; nobody is named.

        What teachers ask for themselves is counted without their words, which may tell of whom.
        """
        needs = self.search(Domain("company_id", "=", company.id) & Domain("date_to", "=", False))
        groups = needs.grouped(
            lambda one: (one.kind, "" if one.kind in ENTERED else one.theme or "")
        )
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        columns = [
            Column(self.env._("Ground")),
            Column(self.env._("Direction")),
            Column(self.env._("Teachers"), INTEGER),
            Column(self.env._("With a plan"), INTEGER),
        ]
        order = list(kinds)
        ordered = sorted(
            groups.items(),
            key=lambda item: (order.index(item[0][0]), -len(item[1].teacher_id), item[0][1]),
        )
        rows = [
            [
                kinds[kind],
                theme or "—",
                len(own.teacher_id),
                len(own.filtered("action_id").teacher_id),
            ]
            for (kind, theme), own in ordered
        ]
        return frozen_table(columns, rows, sentences=[self._get_sentence(needs)])

    @api.model
    def _get_sentence(self, needs):
        if not needs:
            return self.env._(
                "No direction of training stands now: none was found in the evidence or asked for."
            )
        return self.env._(
            "Directions of training that stand now: %(count)s, of %(teachers)s teachers; with a"
            " plan: %(planned)s.",
            count=len(needs),
            teachers=len(needs.teacher_id),
            planned=len(needs.filtered("action_id")),
        )
