from odoo import api, fields, models


class VsokoPromotionStudent(models.TransientModel):
    """A pupil for whom the promotion is a question: all ninth-graders and whoever is added."""

    _name = "vsoko.promotion.student"
    _description = "Pupil in the promotion to the next year"
    _order = "id"

    promotion_id = fields.Many2one("vsoko.promotion", required=True, ondelete="cascade")
    student_id = fields.Many2one("vsoko.student", string="Pupil", required=True)
    class_id = fields.Many2one(
        "vsoko.class", string="Class", compute="_compute_class_id", store=True, readonly=False
    )
    outcome = fields.Selection(
        [
            ("promoted", "Goes up"),
            ("graduated", "Finishes the school"),
            ("repeated", "Stays in the same grade"),
            ("left", "Leaves for another school"),
        ],
        string="What happens",
        required=True,
        default="promoted",
    )

    @api.depends("student_id", "promotion_id.year_id")
    def _compute_class_id(self):
        for row in self:
            stays = row.student_id.enrolment_ids.filtered(
                lambda stay, row=row: stay.year_id == row.promotion_id.year_id and not stay.date_to
            )
            row.class_id = stays[:1].class_id
