from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools.reports.given import frozen_table
from ....tools.writers.cells import Column


class VsokoAction(models.Model):
    """Actions from a note or another report."""

    _inherit = "vsoko.action"

    origin = fields.Selection(
        selection_add=[("report", "A report or a note")], ondelete={"report": "set default"}
    )
    report_id = fields.Many2one(
        "vsoko.report",
        string="Report",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    @api.model
    def _get_table_of_year(self, year):
        """Return what was decided about the figures of a school year, and what came of it."""
        actions = self._get_of_year(year)
        labels = self._get_labels()
        columns = [
            Column(self.env._("What the problem is")),
            Column(self.env._("Where")),
            Column(self.env._("Due by")),
            Column(self.env._("State")),
            Column(self.env._("Effect")),
        ]
        rows = [
            [
                action.name,
                action.cell_name or "—",
                action.deadline.strftime("%d.%m.%Y") if action.deadline else "—",
                labels["state"][action.state],
                labels["verdict"].get(action.verdict, "—"),
            ]
            for action in actions
        ]
        return frozen_table(columns, rows, sentences=[self._get_sentence_of_year(actions)])

    @api.model
    def _get_table_for_outside(self, year, closed):
        """Return what was decided about figures of the whole school: no class and no free text.

        :param closed: codes of the indicators that the readers must not know
        """
        actions = self._get_of_year(year)
        shown = actions.filtered(
            lambda action: action.cell == "school" and action.indicator_id.code not in closed
        )
        labels = self._get_labels()
        columns = [
            Column(self.env._("Indicator")),
            Column(self.env._("State")),
            Column(self.env._("Effect")),
        ]
        rows = [
            [
                action.indicator_id.name,
                labels["state"][action.state],
                labels["verdict"].get(action.verdict, "—"),
            ]
            for action in shown
        ]
        return frozen_table(columns, rows, sentences=[self._get_sentence_of_year(actions)])

    @api.model
    def _get_of_year(self, year):
        return self.search([("period_id.year_id", "=", year.id)], order="deadline, id")

    @api.model
    def _get_labels(self):
        return {
            name: dict(self._fields[name]._description_selection(self.env))
            for name in ("state", "verdict")
        }

    @api.model
    def _get_sentence_of_year(self, actions):
        if not actions:
            return self.env._("No decision was made about the figures of the year.")
        judged = actions.filtered(lambda action: action._is_judged())
        return self.env._(
            "Decisions on the figures: %(count)s; measured: %(judged)s, of them better or at the"
            " target: %(better)s.",
            count=len(actions),
            judged=len(judged),
            better=len(judged.filtered(lambda action: action.verdict in ("reached", "better"))),
        )


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    def action_take_measures(self):
        """Act on what the report shows; a report on one person is none of the school's actions."""
        self.ensure_one()
        self.check_access("read")
        if not self._get_kind().is_impersonal:
            raise UserError(
                self.env._("A report about one person is talked over with that person alone.")
            )
        about = self._get_about()
        vals = {
            "name": self.display_name,
            "company_id": self.company_id.id,
            "period_id": self.period_id.id,
            "subject_id": about.subject_id.id if "subject_id" in about else False,
            "origin": "report",
            "report_id": self.id,
        }
        known = Domain("report_id", "=", self.id)
        return self.env["vsoko.action"]._open_or_make(self, known, vals)
