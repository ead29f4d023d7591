from odoo import fields, models

from .vsoko_offence import KEEPERS


class VsokoPreventiveRecord(models.Model):
    """A pupil on a preventive record: of the school, of the police or of the commission."""

    _name = "vsoko.preventive.record"
    _inherit = ["vsoko.pupil.register.mixin"]
    _description = "Preventive record of a pupil"
    _checking_groups = KEEPERS

    date = fields.Date(string="Opened on")
    kind = fields.Selection(
        [("vshu", "School (VShU)"), ("pdn", "Police (PDN)"), ("kdn", "Commission (KDN)")],
        required=True,
        default="vshu",
    )
    ground = fields.Char(required=True)
    date_closed = fields.Date(string="Closed on")
    result = fields.Char()
    responsible_id = fields.Many2one(
        "vsoko.teacher", string="Responsible", ondelete="restrict", check_company=True
    )

    _dates_order = models.Constraint(
        "CHECK(date_closed IS NULL OR date_closed >= date)",
        "A record is not closed before it was opened.",
    )
