from odoo import models


class VsokoYear(models.Model):
    _inherit = "vsoko.year"

    def _get_obstacles(self):
        """Add reports, publications and files that were loaded into the year."""
        reports = self._count_documents("vsoko.report", [("year_id", "=", self.id)])
        publications = self._count_documents(
            "vsoko.publication", [("period_id.year_id", "=", self.id)]
        )
        files = self._count_documents(
            "vsoko.import", [("year_id", "=", self.id), ("state", "=", "loaded")]
        )
        obstacles = [self.env._("reports: %(count)s", count=reports)] * bool(reports)
        obstacles += [self.env._("publications: %(count)s", count=publications)] * bool(
            publications
        )
        obstacles += [self.env._("loaded files: %(count)s", count=files)] * bool(files)
        return super()._get_obstacles() + obstacles

    def _count_documents(self, model, domain):
        # Only numbers are told; whoever may delete a year may know that there are documents.
        return self.env[model].sudo().search_count(domain)
