from odoo import fields, models


class VsokoPupilMixin(models.AbstractModel):
    """A record about a pupil, who cannot be deleted while there is any."""

    _name = "vsoko.pupil.mixin"
    _description = "Record of a pupil"
    _check_company_auto = True

    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
