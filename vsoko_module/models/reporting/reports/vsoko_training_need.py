from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools.reports.formatting import DASH
from ....tools.reports.given import frozen_table
from ....tools.writers.cells import INTEGER, Column
from ...governance.training.vsoko_training_need import ENTERED


class VsokoTrainingNeed(models.Model):
    """What reports tell of the directions of training."""

    _inherit = "vsoko.training.need"

    def action_make_report(self):
        """Open the report on the training of the present school year."""
        Period = self.env["vsoko.period"]
        year = Period.search(
            Domain("company_id", "=", self.env.company.id)
            & Domain("year_id.state", "=", "current")
            & Domain("kind", "=", "year"),
            limit=1,
        )
        if not year:
            raise UserError(
                self.env._("Make a school year current first: it has no period “year” now.")
            )
        return self.env["vsoko.report"]._open_last("training_results", year)

    @api.model
    def _get_table(self, company):
        """Return how many teachers each direction that stands now is of; nobody is named."""
        standing = Domain("company_id", "=", company.id) & Domain("date_to", "=", False)
        needs = self.search(standing)
        return needs._get_table_of_directions(needs._tell_standing())

    @api.model
    def _get_of_period(self, period):
        """Return the directions that stood on some day of a period."""
        return self.search(
            Domain("company_id", "=", period.company_id.id)
            & Domain("date_from", "<=", period.date_end)
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", period.date_start))
        )

    def _get_table_of_directions(self, sentence):
        """Return how many teachers each of these directions is of; nobody is named.

        What teachers ask for themselves is counted without their words, which may tell of whom.
        """
        groups = self.grouped(
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
        return frozen_table(columns, rows, sentences=[sentence])

    def _tell_standing(self):
        if not self:
            return self.env._(
                "No direction of training stands now: none was found in the evidence or asked for."
            )
        return self.env._(
            "Directions of training that stand now: %(count)s, of %(teachers)s teachers; with a"
            " plan: %(planned)s.",
            count=len(self),
            teachers=len(self.teacher_id),
            planned=len(self.filtered("action_id")),
        )

    def _tell_of_period(self):
        if not self:
            return self.env._("No direction of training was found or asked for in this time.")
        return self.env._(
            "Directions of training: %(count)s, of %(teachers)s teachers; with a plan: %(planned)s;"
            " closed by the evidence: %(closed)s.",
            count=len(self),
            teachers=len(self.teacher_id),
            planned=len(self.filtered("action_id")),
            closed=len(self.filtered("date_to")),
        )

    def _get_table_of_teachers(self):
        """Return each direction with its evidence and what is planned, by teachers."""
        labels = self._get_labels("kind", "way", "action_state")
        columns = [
            Column(self.env._("Teacher"), width=14),
            Column(self.env._("Ground"), width=13),
            Column(self.env._("Direction"), width=20),
            Column(self.env._("Evidence"), width=24),
            Column(self.env._("What is proposed"), width=11),
            Column(self.env._("Due by"), width=9),
            Column(self.env._("How the plan stands"), width=9),
        ]
        rows = [
            [
                need.teacher_id.name,
                labels["kind"][need.kind],
                need.theme or DASH,
                need.evidence or DASH,
                need.proposal or labels["way"].get(need.way, DASH),
                format_date(self.env, need.due_date) if need.due_date else DASH,
                labels["action_state"].get(need.action_state, DASH),
            ]
            for need in self._in_order()
        ]
        return frozen_table(columns, rows)

    def _get_table_of_changes(self):
        """Return what has become of the directions that have a figure of then and of now."""
        changed = self._in_order().filtered("change_text")
        columns = [
            Column(self.env._("Teacher"), width=17),
            Column(self.env._("Direction"), width=27),
            Column(self.env._("Since"), width=9),
            Column(self.env._("Until"), width=9),
            Column(self.env._("What has become of it"), width=38),
        ]
        rows = [
            [
                need.teacher_id.name,
                need.theme or DASH,
                format_date(self.env, need.date_from),
                format_date(self.env, need.date_to) if need.date_to else DASH,
                need.change_text,
            ]
            for need in changed
        ]
        return frozen_table(columns, rows, sentences=[self._tell_changes(changed)])

    def _tell_changes(self, changed):
        if not changed:
            return self.env._(
                "No figure has changed since the directions were found: what training has given is"
                " not known yet."
            )
        return self.env._(
            "Directions whose figure has changed: %(changed)s; closed by the evidence: %(closed)s.",
            changed=len(changed),
            closed=len(changed.filtered("date_to")),
        )

    def _in_order(self):
        kinds = [kind for kind, _label in self._fields["kind"].selection]
        return self.sorted(
            lambda need: (need.teacher_id.name, kinds.index(need.kind), need.theme or "", need.id)
        )

    def _get_labels(self, *names):
        return {name: dict(self._fields[name]._description_selection(self.env)) for name in names}
