from odoo import api, models
from odoo.fields import Domain

from ....tools.reports.given import frozen_table
from ....tools.writers.cells import INTEGER, Column


class VsokoFactorStudy(models.Model):
    """What reports tell of the studies of a year."""

    _inherit = "vsoko.factor.study"

    @api.model
    def _get_table_of_year(self, year):
        """Return the connections that the kept studies of a school year have seen, all tries told
        with them: what was tried and not seen is a part of the answer."""
        studies = self.search(
            Domain("period_id.year_id", "=", year.id) & Domain("state", "=", "made"), order="id"
        )
        found = studies.finding_ids.filtered(lambda finding: finding.verdict == "found")
        columns = [
            Column(self.env._("Result")),
            Column(self.env._("Goes together with")),
            Column(self.env._("Pupils compared"), INTEGER),
            Column(self.env._("Difference")),
            Column(self.env._("Effect size")),
        ]
        rows = [
            [
                finding.study_id.display_name,
                finding.display_name,
                finding.n,
                finding.difference_text or "—",
                finding.effect_text or "—",
            ]
            for finding in found
        ]
        return frozen_table(columns, rows, sentences=self._get_sentences_of_year(studies, found))

    @api.model
    def _get_sentences_of_year(self, studies, found):
        if not studies:
            return [
                self.env._(
                    "Nobody has looked this year at what goes together with the results, so nothing"
                    " is said of it."
                )
            ]
        counted = self.env._(
            "Studies of the year: %(studies)s; factors tried: %(tries)s; connections seen:"
            " %(found)s.",
            studies=len(studies),
            tries=sum(studies.mapped("tries")),
            found=len(found),
        )
        if not found:
            return [counted, self.env._("No connection is seen in these data.")]
        return [
            counted,
            self.env._(
                "What goes together is no proof of a cause: something else may stand behind both."
            ),
        ]
