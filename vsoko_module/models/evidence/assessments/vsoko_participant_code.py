from odoo import fields, models


class VsokoParticipantCode(models.Model):
    """The school's own list: which code a pupil had in VPR of a subject. It never leaves it."""

    _name = "vsoko.participant.code"
    _description = "Code of a participant"
    # years have the newest first themselves
    _order = "year_id, grade, subject_id, code"
    _rec_name = "code"
    _check_company_auto = True

    year_id = fields.Many2one(
        "vsoko.year", string="School year", required=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(related="year_id.company_id", store=True, index=True)
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", required=True, index=True, ondelete="restrict"
    )
    grade = fields.Integer(required=True, aggregator=None)
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
        "UNIQUE(year_id, subject_id, grade, code)", "The code is already given to another pupil."
    )
    _student_uniq = models.Constraint(
        "UNIQUE(year_id, subject_id, grade, student_id)", "The pupil already has a code."
    )

    def _write_rows(self, changes):
        """Write ``[(code, values)]``: pupils may exchange codes, so each is free before it is given
        anew."""
        codes = self.union(*(code for code, _values in changes))
        for code in codes:
            code.code = f"…{code.id}"
        codes.flush_recordset()
        for code, values in changes:
            code.write(values)
