from odoo import models


class VsokoAssessmentAggregate(models.Model):
    _name = "vsoko.assessment.aggregate"
    _inherit = ["vsoko.assessment.aggregate", "vsoko.import.mixin"]
