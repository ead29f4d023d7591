from odoo import fields, models


class VsokoParticipantCode(models.Model):
    """The school's own list: which code a pupil had in an external work. It never leaves it."""

    _name = "vsoko.participant.code"
    _inherit = ["vsoko.import.mixin"]
    _description = "Code of a participant"
    _order = "assessment_id, code"
    _rec_name = "code"
    _check_company_auto = True

    assessment_id = fields.Many2one(
        "vsoko.assessment", string="Assessment", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="assessment_id.company_id", store=True, index=True)
    code = fields.Char(required=True)
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        index=True,
        ondelete="cascade",
        check_company=True,
    )

    _code_uniq = models.Constraint(
        "UNIQUE(assessment_id, code)", "The code is already given to another pupil."
    )
    _student_uniq = models.Constraint(
        "UNIQUE(assessment_id, student_id)", "The pupil already has a code."
    )
