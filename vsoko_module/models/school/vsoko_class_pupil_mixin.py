from odoo import fields, models


class VsokoClassPupilMixin(models.AbstractModel):
    """A record about a pupil as one of a class; neither can be deleted while there are any."""

    _name = "vsoko.class.pupil.mixin"
    _inherit = ["vsoko.pupil.mixin"]
    _description = "Record of a pupil in a class"

    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
