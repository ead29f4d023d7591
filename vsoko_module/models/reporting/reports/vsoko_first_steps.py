from odoo import api, models
from odoo.exceptions import UserError


class VsokoFirstSteps(models.AbstractModel):
    _inherit = "vsoko.first.steps"

    @api.model
    def _get_steps(self):
        year = self._get_year()
        return [*super()._get_steps(), self._get_report_step(year)]

    @api.model
    def _get_report_step(self, year):
        reports = self.env["vsoko.report"].search_count(
            [("period_id.year_id", "=", year.id)], limit=1
        )
        term = self._get_term_with_figures(year)
        return {
            "key": "report",
            "name": self.env._("The first figures and the first report"),
            "text": term.display_name
            if term
            else self.env._("The figures come by themselves when the files are loaded."),
            "is_done": bool(reports),
            "is_later": not term,
        }

    @api.model
    def _get_term_with_figures(self, year):
        """Return the last term of the year with marks that are counted, maybe empty."""
        found = self.env["vsoko.completeness"]._read_group(
            [("period_id", "in", year.period_ids.ids), ("known", ">", 0)], ["period_id"], []
        )
        terms = year.period_ids.browse([period.id for (period,) in found])
        return terms.filtered(lambda term: "year" not in term.kind).sorted("date_end")[-1:]

    @api.model
    def make_report(self):
        """Open the results of the last term that is counted; make a draft when there are none."""
        self._check_may_take()
        term = self._get_term_with_figures(self._get_year())
        if not term:
            raise UserError(self.env._("Nothing is counted yet: load the files first."))
        return term.action_make_report()
