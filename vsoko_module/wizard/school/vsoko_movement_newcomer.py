from odoo import fields, models


class VsokoMovementNewcomer(models.TransientModel):
    _name = "vsoko.movement.newcomer"
    _description = "New pupil to admit"

    movement_id = fields.Many2one("vsoko.movement", required=True, ondelete="cascade")
    name = fields.Char(string="Full name", required=True)
    birthdate = fields.Date()
    gender = fields.Selection([("male", "Male"), ("female", "Female")])

    def _create_students(self):
        """Create the pupils and return them."""
        return self.env["vsoko.student"].create(
            [
                {
                    "name": newcomer.name,
                    "birthdate": newcomer.birthdate,
                    "gender": newcomer.gender,
                    "company_id": newcomer.movement_id.class_id.company_id.id,
                }
                for newcomer in self
            ]
        )
