from odoo import models


class VsokoParticipantCode(models.Model):
    _name = "vsoko.participant.code"
    _inherit = ["vsoko.participant.code", "vsoko.import.mixin"]
