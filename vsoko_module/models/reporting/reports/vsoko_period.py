from odoo import models
from odoo.exceptions import UserError


class VsokoPeriod(models.Model):
    _inherit = "vsoko.period"

    def action_make_report(self):
        """Open the results of this period; make a draft when there are none."""
        return self._open_report("period_results")

    def action_make_contingent_report(self):
        """Open the movement of the contingent in this period."""
        return self._open_report("contingent")

    def action_make_analysis(self):
        """Open the analysis of this year."""
        return self._open_report("year_analysis")

    def action_make_problem_analysis(self):
        """Open the problem analysis of this year."""
        return self._open_report("problem_analysis")

    def action_make_public_report(self):
        """Open the public report of the director about this year."""
        return self._open_report("public_report")

    def action_make_school_page(self):
        """Open the school on one page, for councils."""
        return self._open_report("school_page")

    def action_make_slides(self):
        """Open the slides for councils."""
        return self._open_report("council_slides")

    def action_make_self_examination(self):
        """Open the report on the self-examination of this calendar year."""
        return self._open_report("self_examination")

    def _open_report(self, kind):
        self.ensure_one()
        self._check_has_figures()
        return self.env["vsoko.report"]._open_last(kind, self)

    def _check_has_figures(self):
        if not self.value_count:
            raise UserError(
                self.env._(
                    "There are no figures of %(period)s yet: calculate the indicators first.",
                    period=self.display_name,
                )
            )
