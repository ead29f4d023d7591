from collections import Counter

from odoo import fields, models

from ...tools.russian_order import order_key

_FIELDS = (
    "year_id",
    "subject_id",
    "student_id",
    "kind",
    "element",
    "works",
    "tasks",
    "points",
    "max_points",
    "percent",
    "last_date",
    "achievement_id",
    "state",
)
# what calls for work comes first
_ORDER = ("not_reached", "few", "not_checked", "reached")


class VsokoStudent(models.Model):
    """The profile of a pupil: what is mastered and what is not, and the works it rests on."""

    _inherit = "vsoko.student"

    mastery_table = fields.Html(
        compute="_compute_mastery_table", string="Mastered and not mastered", sanitize=False
    )
    works_table = fields.Html(compute="_compute_works_table", string="Works", sanitize=False)

    def _compute_mastery_table(self):
        """Show what the user may read: years, the last one first, by subject and kind."""
        # with the fields at once: the number of a row says nothing to the database about the pupil
        rows = self.env["vsoko.mastery"].search_fetch(
            [("student_id", "in", self._origin.ids)], _FIELDS
        )
        by_student = rows.grouped("student_id")
        note = self.env["vsoko.achievement.level"]._get_reached_note()
        for student in self:
            found = by_student.get(student._origin)
            student.mastery_table = found and self.env["ir.qweb"]._render(
                "vsoko_module.vsoko_student_mastery_table",
                {
                    "years": [_prepare_mastery_year(*year) for year in _by_year(found, "year_id")],
                    "note": note,
                },
            )

    def _compute_works_table(self):
        results = self.env["vsoko.result"].search(
            [("student_id", "in", self._origin.ids)], order="date desc, id desc"
        )
        by_student = results.grouped("student_id")
        attendance = dict(results._fields["attendance"]._description_selection(self.env))
        for student in self:
            found = by_student.get(student._origin)
            student.works_table = found and self.env["ir.qweb"]._render(
                "vsoko_module.vsoko_student_works_table",
                {
                    "years": [
                        {"name": year.name, "results": works}
                        for year, works in _by_year(found, "class_id.year_id")
                    ],
                    "attendance": attendance,
                },
            )


def _by_year(rows, path):
    """Return [(year, its rows)], the last year first."""
    years = rows.grouped(lambda row: row.mapped(path))
    return sorted(years.items(), key=lambda item: item[0].date_start, reverse=True)


def _prepare_mastery_year(year, rows):
    subjects = rows.grouped("subject_id")
    return {
        "name": year.name,
        "subjects": [
            {
                "name": subject.name,
                "counts": Counter(lines.mapped("state")),
                "kinds": [
                    (kind, _in_order(lines.filtered(lambda line, kind=kind: line.kind == kind)))
                    for kind in ("content", "skill")
                ],
            }
            for subject, lines in sorted(
                subjects.items(), key=lambda item: (item[0].sequence, order_key(item[0].name))
            )
        ],
    }


def _in_order(lines):
    return lines.sorted(lambda line: (_ORDER.index(line.state), line.percent, line.element))
