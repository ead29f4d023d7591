from odoo import fields, models


class VsokoParticipantEntryLine(models.TransientModel):
    """A pupil of the list and the code as it is typed."""

    _name = "vsoko.participant.entry.line"
    _description = "Code of a participant, typed in"

    entry_id = fields.Many2one(
        "vsoko.participant.entry", required=True, index=True, ondelete="cascade"
    )
    student_id = fields.Many2one("vsoko.student", string="Pupil", required=True, ondelete="cascade")
    class_id = fields.Many2one("vsoko.class", string="Class", ondelete="cascade")
    code = fields.Char()

    def _get_code(self):
        return (self.code or "").strip()

    def _prepare_code(self):
        entry = self.entry_id
        return {
            "year_id": entry.year_id.id,
            "subject_id": entry.subject_id.id,
            "grade": self.class_id.grade,
            "student_id": self.student_id.id,
            "code": self._get_code(),
        }
