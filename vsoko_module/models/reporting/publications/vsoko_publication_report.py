from odoo import api, models
from odoo.exceptions import ValidationError


class VsokoPublication(models.Model):
    """Reports of the school and publications: what of a report must stay inside."""

    _inherit = "vsoko.publication"

    @api.constrains("report_id")
    def _check_report_of_the_school(self):
        """A report about a class, a teacher or a pupil names people: it stays in the school."""
        for publication in self:
            if not publication.report_id._get_kind().is_impersonal:
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is about people of the school and is not published.",
                        name=publication.report_id.name,
                    )
                )

    @api.constrains("audience", "file_ids")
    def _check_no_inner_reports(self):
        """A report shows groups of any size: its files are for employees alone.

        The publication makes files of its own, in which small groups are hidden.
        """
        outside = self.filtered(lambda publication: publication.audience != "staff")
        for file, report in outside.file_ids._find_reports().items():
            raise ValidationError(
                self.env._(
                    "“%(file)s” is the report “%(report)s” with the figures of small groups. Take"
                    " it away: the program adds its own files, in which they are hidden.",
                    file=file.name,
                    report=report.name,
                )
            )
