from odoo import fields, models


class VsokoObservationReading(models.TransientModel):
    """Lets the teacher say what there is to say to the sheet of an expert."""

    _name = "vsoko.observation.reading"
    _description = "Answer to the sheet of an expert"

    observation_id = fields.Many2one("vsoko.observation", required=True, ondelete="cascade")
    answer = fields.Selection(
        [("agree", "I agree"), ("own_opinion", "I have an opinion of my own")],
        default="agree",
        required=True,
    )
    opinion = fields.Text(string="My opinion", help="May stay empty for who agrees")

    def action_acknowledge(self):
        self.ensure_one()
        self.observation_id._acknowledge(self.answer, self.opinion)
        return self.observation_id._toast(self.env._("Noted: you have read it"))
