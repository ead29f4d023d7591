from odoo import fields, models


class VsokoSheetTeamPart(models.Model):
    _name = "vsoko.sheet.team.part"
    _description = "Part of a teacher in an event"
    _order = "team_id, percent desc, id"
    _rec_name = "teacher_id"
    _check_company_auto = True

    team_id = fields.Many2one(
        "vsoko.sheet.team", string="Event", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="team_id.company_id", store=True, index=True)
    teacher_id = fields.Many2one(
        "vsoko.teacher",
        string="Teacher",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    percent = fields.Integer(string="Part, %", required=True, aggregator=None)

    _teacher_uniq = models.Constraint(
        "UNIQUE(team_id, teacher_id)", "A teacher has one part in an event."
    )
    _percent_in_bounds = models.Constraint(
        "CHECK(percent > 0 AND percent <= 100)", "A part is from 1 to 100 %."
    )
