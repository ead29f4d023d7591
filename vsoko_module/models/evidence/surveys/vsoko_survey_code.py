from odoo import fields, models


class VsokoSurveyCode(models.Model):
    """What is kept of a code on paper: its hash and whether it was used.

    There is no person, no date and no link to an answer, and nobody reads it; Odoo's columns of
    authors and times are left out, too.
    """

    _name = "vsoko.survey.code"
    _description = "Code of a campaign"
    _log_access = False
    _follows_lock = False

    group_id = fields.Many2one(
        "vsoko.survey.group", required=True, readonly=True, index=True, ondelete="cascade"
    )
    hash = fields.Char(required=True, readonly=True)
    used = fields.Boolean(required=True, readonly=True, default=False)

    _hash_uniq = models.UniqueIndex("(group_id, hash)")


class VsokoSurveyInvitation(models.Model):
    """Whose code it is, for confidential and named campaigns alone.

    No user reads it; the closing deletes it.
    """

    _name = "vsoko.survey.invitation"
    _description = "Invitation to a campaign"
    _log_access = False
    _follows_lock = False

    code_id = fields.Many2one(
        "vsoko.survey.code", required=True, readonly=True, index=True, ondelete="cascade"
    )
    student_id = fields.Many2one("vsoko.student", readonly=True, index=True, ondelete="cascade")
    teacher_id = fields.Many2one("vsoko.teacher", readonly=True, index=True, ondelete="cascade")
