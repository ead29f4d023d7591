from odoo import fields, models


class VsokoRouteCheck(models.Model):
    """A check point of a route: a work by which its progress is seen."""

    _name = "vsoko.route.check"
    _description = "Check point of a route"
    _order = "route_id, date, id"
    _rec_name = "assessment_id"
    _check_company_auto = True

    route_id = fields.Many2one(
        "vsoko.route", string="Route", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="route_id.company_id", store=True)
    assessment_id = fields.Many2one(
        "vsoko.assessment",
        string="Assessment",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    date = fields.Date(related="assessment_id.date", store=True)
    state = fields.Selection(related="assessment_id.state")

    _work_uniq = models.Constraint(
        "UNIQUE(route_id, assessment_id)", "The work is a check point already."
    )

    def action_open_work(self):
        """Open the work, to see it or to close it."""
        self.ensure_one()
        self.assessment_id.check_access("read")
        return self.assessment_id._open_records()
