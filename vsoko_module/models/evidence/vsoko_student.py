from odoo import fields, models


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    mark_ids = fields.One2many("vsoko.mark", "student_id", string="Marks")
    marks_table = fields.Html(
        compute="_compute_marks_table", string="Marks by period", sanitize=False
    )

    def _compute_marks_table(self):
        """Show the marks that the user may read: subjects down, periods of a year across."""
        marks = self.env["vsoko.mark"].search([("student_id", "in", self._origin.ids)])
        by_student = marks.grouped("student_id")
        for student in self:
            found = by_student.get(student._origin)
            student.marks_table = found and self.env["ir.qweb"]._render(
                "vsoko_module.vsoko_student_marks_table",
                {"years": [self._prepare_year(*item) for item in _by_year(found)]},
            )

    def _prepare_year(self, year, marks):
        texts = {(mark.subject_id, mark.period_id): mark._get_text() for mark in marks}
        return {
            "name": year.name,
            "periods": marks.period_id.sorted(lambda period: (period.date_end, period.kind)),
            "subjects": marks.subject_id.sorted("sequence, name"),
            "texts": texts,
        }


def _by_year(marks):
    years = marks.grouped(lambda mark: mark.period_id.year_id)
    return sorted(years.items(), key=lambda item: item[0].date_start, reverse=True)
