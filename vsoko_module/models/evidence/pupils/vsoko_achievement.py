from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

LEVELS = [
    ("school", "School"),
    ("municipal", "Municipality"),
    ("regional", "Region"),
    ("federal", "Country"),
    ("international", "International"),
]
KINDS = [
    ("national_olympiad", "National olympiad of pupils (VsOSh)"),
    ("olympiad", "Other olympiad"),
    ("contest", "Contest"),
    ("conference", "Conference, project"),
    ("sport", "Competition in sport"),
]
PRIZES = ("prize", "winner")


class VsokoAchievement(models.Model):
    """What pupils have achieved together in one event: an olympiad, a contest, a competition.

    The stage of the national olympiad is its level. Each pupil or team of an event has a line of
    its own; figures count a pupil once, whatever the number of lines.
    """

    _name = "vsoko.achievement"
    _inherit = ["vsoko.register.mixin", "vsoko.own.mixin"]
    _description = "Achievement of pupils"
    _order = "date desc, id desc"
    _rec_name = "event"

    event = fields.Char(required=True, index=True)
    organiser = fields.Char()
    kind = fields.Selection(KINDS, required=True, default="contest")
    level = fields.Selection(
        LEVELS, required=True, default="school", help="Of the national olympiad: its stage"
    )
    subject_id = fields.Many2one("vsoko.subject", string="Subject", ondelete="restrict")
    result = fields.Selection(
        [
            ("participant", "Participant"),
            ("laureate", "Laureate"),
            ("prize", "Prize"),
            ("winner", "Winner"),
        ],
        required=True,
        default="participant",
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    student_ids = fields.Many2many(
        "vsoko.student", string="Pupils", required=True, check_company=True
    )
    mentor_ids = fields.Many2many("vsoko.teacher", string="Prepared by", check_company=True)
    is_team = fields.Boolean(string="Team")
    is_listed = fields.Boolean(
        string="In the official list",
        help="The list of olympiads and contests of the Ministry of Education for a school year",
    )
    list_year = fields.Char(string="List of the year", help="For example 2025/26")
    link = fields.Char()

    # whether a register is kept by a day, and what there was in years before it
    _company_date_idx = models.Index("(company_id, date)")

    @api.constrains("student_ids", "is_team")
    def _check_students(self):
        for line in self:
            if not line.student_ids:
                raise ValidationError(self.env._("Name the pupils whose achievement it is."))
            if len(line.student_ids) > 1 and not line.is_team:
                raise ValidationError(
                    self.env._(
                        "“%(event)s”: several pupils are one team. Mark the line as that of a team,"
                        " or give each pupil a line.",
                        event=line.event,
                    )
                )

    def _get_own_condition(self, alias):
        """Achievements of pupils of the own classes, and those that the user prepared."""
        return SQL(
            """%(id)s IN (
                SELECT own_rel.vsoko_achievement_id FROM vsoko_achievement_vsoko_student_rel own_rel
                 WHERE own_rel.vsoko_student_id IN (%(pupils)s)
                 UNION ALL
                SELECT own_rel.vsoko_achievement_id FROM vsoko_achievement_vsoko_teacher_rel own_rel
                 WHERE own_rel.vsoko_teacher_id IN (%(teachers)s))""",
            id=SQL.identifier(alias, "id"),
            pupils=self.env["vsoko.student"]._get_own_pupils_sql(),
            teachers=self._get_own_teachers_sql(),
        )

    def _get_owners(self):
        return self.mentor_ids.user_id
