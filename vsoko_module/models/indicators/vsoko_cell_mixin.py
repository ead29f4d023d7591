from odoo import fields, models

from ..school.vsoko_class import LEVELS

SCOPES = [
    ("school", "School"),
    ("level", "Level of education"),
    ("grade", "Grade"),
    ("class", "Class"),
    ("subject", "Subject"),
    ("teacher", "Teacher"),
    ("student", "Pupil"),
    ("class_subject", "Class and subject"),
    ("teacher_subject", "Teacher and subject"),
    ("student_subject", "Pupil and subject"),
]


class VsokoCellMixin(models.AbstractModel):
    """The columns that name one cell of a period; those that its scope does not name are empty."""

    _name = "vsoko.cell.mixin"
    _description = "Cell of a period"

    period_id = fields.Many2one(
        "vsoko.period", string="Period", required=True, readonly=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", string="School", required=True, readonly=True, index=True
    )
    scope = fields.Selection(SCOPES, string="Breakdown", required=True, readonly=True)
    cell = fields.Char(required=True, readonly=True)
    level = fields.Selection(LEVELS, readonly=True)
    grade = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True, ondelete="restrict")
    subject_id = fields.Many2one(
        "vsoko.subject", string="Subject", readonly=True, ondelete="restrict"
    )
    teacher_id = fields.Many2one(
        "vsoko.teacher", string="Teacher", readonly=True, ondelete="restrict"
    )
    student_id = fields.Many2one(
        "vsoko.student", string="Pupil", readonly=True, ondelete="restrict"
    )
