from odoo import api, models
from odoo.exceptions import ValidationError


class VsokoPublication(models.Model):
    _inherit = "vsoko.publication"

    @api.constrains("report_id")
    def _check_report_of_the_school(self):
        """A report about a class, a teacher or a pupil names people: it stays in the school."""
        for publication in self:
            if publication.report_id.about not in (False, "subject"):
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is about people of the school and is not published.",
                        name=publication.report_id.name,
                    )
                )
