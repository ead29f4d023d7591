from odoo import models
from odoo.tools import format_date

from ....tools.reports.document import document
from ....tools.reports.file_names import file_name
from ....tools.reports.plan_table import PlanHead, PlannedLine, plan_paper
from ....tools.reports.workbook import workbook


class VsokoPlan(models.Model):
    """The plan in print: the table of months by objects of assessment, and all lines."""

    _inherit = "vsoko.plan"

    def action_open_pdf(self):
        return self._open_file("pdf", "new")

    def action_open_xlsx(self):
        return self._open_file("xlsx", "download")

    def action_open_docx(self):
        return self._open_file("docx", "download")

    def _open_file(self, extension, target):
        return self._open_address(f"/vsoko/plan/{self.id}/{extension}", target)

    def _get_file(self, extension):
        """Return (name, bytes) of the printed plan."""
        self.ensure_one()
        paper = self._get_paper()
        name = file_name([self.display_name, self.year_id.name], extension)
        if extension == "xlsx":
            return name, workbook(paper, self.env._)
        if extension == "docx":
            return name, document(paper, self.env._, self.company_id._get_word_template())
        return name, self.env["vsoko.paper"]._print(paper, across=True)

    def _get_paper(self):
        lines = self.line_ids.sorted(lambda line: (line.date, line.id))
        objects = lines.criterion_id.sorted("code")
        months = {self._get_month(line): line.date for line in lines}
        paper = plan_paper(
            self._prepare_head(),
            [self._get_object_name(one) for one in objects],
            {
                month: format_date(self.env, day, date_format="LLLL").capitalize()
                for month, day in sorted(months.items())
            },
            [self._prepare_line(line) for line in lines],
            self.env._,
        )
        return paper.with_requisites(self.company_id._get_requisites())

    def _prepare_head(self):
        approved = self.state in ("approved", "archived")
        return PlanHead(
            school=self.company_id.name,
            title=self.display_name,
            year=self.env._("School year %(year)s", year=self.year_id.name),
            note=self.note or "",
            # Who has approved a document stands on the document itself.
            approved_by=self.sudo().approved_by_id.name if approved else "",
            approved_on=format_date(self.env, self.approved_date) if approved else "",
            is_draft=not approved,
        )

    def _get_month(self, line):
        return line.date.year, line.date.month

    def _get_object_name(self, criterion):
        return criterion.short_name or criterion.name or ""

    def _prepare_line(self, line):
        words = line._get_words
        return PlannedLine(
            day=line.date,
            month=self._get_month(line),
            name=line.name,
            target=self._get_object_name(line.criterion_id),
            purpose=line.purpose or "",
            who=line.who or "",
            method=", ".join(filter(None, [words("method"), words("kind")])),
            responsible=line.responsible_id.name or line.post or "",
            result=words("result"),
            heard=line.body_id.name or "",
            fulfilled=line._get_fulfilment(),
        )


class VsokoPlanLine(models.Model):
    _inherit = "vsoko.plan.line"

    def _get_words(self, name):
        """Return the value of a selection in words, empty where there is none."""
        return dict(self._fields[name]._description_selection(self.env)).get(self[name], "")

    def _get_fulfilment(self):
        """Return in words what became of the line."""
        if self.state == "done":
            return self.env._("%(day)s", day=format_date(self.env, self.done_date))
        if self.state == "cancelled":
            return self.env._("Cancelled: %(reason)s", reason=self.cancel_reason)
        if self.first_date:
            day = format_date(self.env, self.first_date)
            return self.env._("Moved from %(day)s", day=day)
        return ""
