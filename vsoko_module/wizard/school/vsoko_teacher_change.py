from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date


class VsokoTeacherChange(models.TransientModel):
    """Another teacher takes over lessons from a day on."""

    _name = "vsoko.teacher.change"
    _description = "Change of the teacher"

    lesson_ids = fields.Many2many(
        "vsoko.teaching", string="Lessons", default=lambda self: self._default_lesson_ids()
    )
    teacher_id = fields.Many2one("vsoko.teacher", string="New teacher", required=True)
    date_from = fields.Date(string="Leads from", required=True, default=fields.Date.context_today)

    def _default_lesson_ids(self):
        if self.env.context.get("active_model") != "vsoko.teaching":
            return self.env["vsoko.teaching"]
        return self.env["vsoko.teaching"].browse(self.env.context.get("active_ids", []))

    def action_apply(self):
        """Close the lessons on the day before and open the same ones of the new teacher.

        Marks of the periods that end later get the new teacher by themselves.
        """
        self.ensure_one()
        self._check_lessons()
        values = [
            {**vals, "teacher_id": self.teacher_id.id, "date_from": self.date_from}
            for vals in self.lesson_ids.copy_data()
        ]
        self.lesson_ids.write({"date_to": self.date_from - timedelta(days=1)})
        self.env["vsoko.teaching"].create(values)
        return self.browse()._toast(self.env._("Lessons handed over"), len(values), reload=True)

    def _check_lessons(self):
        """Raise unless every lesson can be handed over on the day."""
        if not self.lesson_ids:
            raise UserError(self.env._("Choose the lessons that another teacher takes over."))
        wrong = self.lesson_ids.filtered(
            lambda lesson: not lesson.date_from < self.date_from <= self._get_last_day(lesson)
        )
        if wrong:
            raise UserError(
                self.env._(
                    "These lessons are not led both before %(date)s and from that day on:"
                    " %(lessons)s.",
                    date=format_date(self.env, self.date_from),
                    lessons=", ".join(wrong.mapped("display_name")),
                )
            )
        same = self.lesson_ids.filtered(lambda lesson: lesson.teacher_id == self.teacher_id)
        if same:
            raise UserError(
                self.env._(
                    "%(teacher)s leads these lessons already: %(lessons)s.",
                    teacher=self.teacher_id.name,
                    lessons=", ".join(same.mapped("display_name")),
                )
            )

    def _get_last_day(self, lesson):
        return lesson.date_to or lesson.year_id.date_end
