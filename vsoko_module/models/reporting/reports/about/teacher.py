from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .about import About, register


@register
class AboutTeacher(About):
    """The lessons of a teacher."""

    code = "teacher"
    field = "teacher_id"
    scopes = ("teacher", "teacher_subject")
    is_scheduled = True
    is_named_in_letters = False
    concerned = "teacher_id"

    def get_figures_domain(self, report):
        lessons = self._get_lessons(report.teacher_id, report.period_id.date_end)
        return self.get_named_domain(report.teacher_id) | (
            Domain("scope", "=", "class_subject")
            & Domain.OR(
                Domain("class_id", "=", lesson.class_id.id)
                & Domain("subject_id", "=", lesson.subject_id.id)
                for lesson in lessons
            )
        )

    def _get_lessons(self, teacher, day):
        """The lessons that the teacher leads on the day."""
        Lesson = teacher.env["vsoko.teaching"]
        return Lesson.search(Lesson._get_active_domain(day) & Domain("teacher_id", "=", teacher.id))

    def get_own_condition(self, report, alias):
        column = SQL.identifier(alias, "teacher_id")
        return SQL("%s IN (%s)", column, report._get_own_teachers_sql())


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    teacher_id = fields.Many2one(
        "vsoko.teacher", index="btree_not_null", ondelete="restrict", check_company=True
    )


class VsokoTeacher(models.Model):
    _inherit = "vsoko.teacher"

    def action_make_report(self):
        """Open the report about the lessons of this teacher."""
        return self.env["vsoko.report"]._open_about("teacher_results", self)
