from odoo import fields, models
from odoo.exceptions import UserError


class VsokoFramework(models.Model):
    _inherit = "vsoko.framework"

    def action_make_report(self):
        """Open the passport of this system: an annex to the regulation of the school.

        It describes the system that is in force in the last period that has begun.
        """
        self.ensure_one()
        period = self.env["vsoko.period"].search(
            [
                ("company_id", "=", self.env.company.id),
                ("date_start", "<=", fields.Date.context_today(self)),
            ],
            order="date_end desc, date_start desc",
            limit=1,
        )
        if not period or self._get_of_period(period) != self:
            raise UserError(
                self.env._(
                    "“%(name)s” is not the system of indicators in force: the passport is made of"
                    " the one by which the figures are counted.",
                    name=self.name,
                )
            )
        return self.env["vsoko.report"]._open_last("passport", period)
