from odoo import models


class VsokoReportTrainingCollector(models.AbstractModel):
    """Takes the directions of training of a year, with the rights of the author of the report."""

    _name = "vsoko.report.training.collector"
    _inherit = ["vsoko.report.collector"]
    _description = "Taking the figures of a report on training"

    def _collect_tables(self, report, names):
        needs = self.env["vsoko.training.need"]._get_of_period(report.period_id)
        tables = {
            "training_directions": needs._get_table_of_directions(needs._tell_of_period()),
            "training_teachers": needs._get_table_of_teachers(),
            "training_changes": needs._get_table_of_changes(),
        }
        return {name: tables[name] for name in names}
