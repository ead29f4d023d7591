from odoo import fields, models

# who reads and keeps the registers of prevention
KEEPERS = "vsoko_module.group_social_worker,vsoko_module.group_director"

KINDS = [
    ("crime", "Crime"),
    ("administrative", "Administrative offence"),
    ("before_age", "Act before the age of responsibility"),
    ("school", "Gross breach of the rules of the school"),
]


class VsokoOffence(models.Model):
    """An offence of a pupil; it belongs to the day when it happened, not when it became known."""

    _name = "vsoko.offence"
    _inherit = ["vsoko.pupil.register.mixin"]
    _description = "Offence of a pupil"
    _checking_groups = KEEPERS

    date = fields.Date(string="Happened on")
    kind = fields.Selection(
        KINDS,
        required=True,
        default="administrative",
    )
    document = fields.Char(help="The notice from which it is known: number and date")
    note = fields.Text()
