from odoo import api, fields, models
from odoo.exceptions import ValidationError


class VsokoObservation(models.Model):
    """The next visit follows from the recommendation of this one."""

    _inherit = "vsoko.observation"

    next_date = fields.Date(
        string="Visit again by", help="When the sheet is complete, the next visit is planned by it"
    )
    previous_id = fields.Many2one(
        "vsoko.observation",
        string="Follows the visit",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    next_ids = fields.One2many("vsoko.observation", "previous_id", string="Next visit")

    @api.constrains("next_date", "date", "rubric_id")
    def _check_next_date(self):
        for sheet in self.filtered("next_date"):
            # the class and the lessons of another school year are not known today
            year = sheet.year_id
            if sheet.next_date <= sheet.date or (year and sheet.next_date > year.date_end):
                raise ValidationError(
                    self.env._("The next visit is after this one and in the same school year.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        """Tell whom somebody else has planned a visit for."""
        sheets = super().create(vals_list)
        today = fields.Date.context_today(self)
        sheets.filtered(
            lambda sheet: (
                sheet.state == "planned" and sheet.date > today and sheet.expert_id != self.env.user
            )
        )._remind_experts()
        return sheets

    def action_complete(self):
        """Plan the next visits of the sheets that ask for one."""
        told = super().action_complete()
        asking = self.filtered(lambda sheet: sheet.next_date and not sheet.next_ids)
        planned = self.create([sheet._prepare_next() for sheet in asking])
        for sheet, following in zip(asking, planned, strict=True):
            # Which visit a new one follows only the program says; the user has just made it.
            following.sudo().previous_id = sheet
        planned._remind_experts()
        return told

    def _prepare_next(self):
        return {
            "rubric_id": self.rubric_id.id,
            "company_id": self.company_id.id,
            "date": self.next_date,
            "expert_id": self.expert_id.id,
            "teacher_id": self.teacher_id.id,
            "class_id": self.class_id.id,
            "subject_id": self.subject_id.id,
            "student_id": self.student_id.id,
            "programme_id": self.programme_id.id,
            "programme_name": self.programme_name,
        }

    def _remind_experts(self):
        """Leave each expert a note that stands for the day of the visit."""
        for sheet in self.filtered(lambda sheet: not sheet.activity_ids):
            told = sheet.with_context(lang=sheet.expert_id.lang)
            told.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=sheet.date,
                user_id=sheet.expert_id.id,
                summary=told.env._("A visit is planned for you"),
            )
