from odoo import fields, models
from odoo.fields import Domain

from ....tools.forms.marks import compose, parse_marks
from .form_context import FormContext


class VsokoSubmissionForm(models.Model):
    """Filling a form: one query for all its figures, one pass over its cells."""

    _inherit = "vsoko.submission.form"

    def _fill(self, period):
        """Return (bytes of the form filled for the period, number of lines with a problem).

        A line with a problem gives what stands for a missing figure.
        """
        self.ensure_one()
        context = FormContext(self, period)
        words = self.env._("no data") if self.missing == "words" else ""
        problems = {line for line in self.cell_ids if line._find_problem(context)}
        answers = self._get_answers(context, self.cell_ids.filtered(lambda x: x not in problems))
        lines = self.cell_ids.grouped(lambda line: (line.sheet, line.cell))
        # a mark whose line was deleted has a place, too: it must not stay in the filled form
        places = lines.keys() | {(cell.sheet, cell.cell) for cell in context.book.marked()}
        values = {}
        for place in places:
            if not context.book.problem(*place):
                found = {line.place: answers.get(line) for line in lines.get(place, ())}
                values[place] = self._compose(context.book.text(*place), found, words)
        return context.book.fill(values), len(problems)

    def _compose(self, text, found, words):
        """Return what to write into a cell.

        :param text: the text of the cell in the form
        :param found: {place: answer} of the lines of the cell
        """
        marks = parse_marks(text)
        if marks:
            value = compose(text, [found.get(at, "") for at in range(len(marks))], words)
        else:
            value = words if found[0] is None else found[0]
        return None if value == "" else value

    def _get_answers(self, context, lines):
        """Return {line: str, date, Number, or None when there is no figure}."""
        headings = self._get_headings(context.period)
        figures = self._get_figures(context, lines.filtered(lambda line: line.kind == "figure"))
        return {
            line: figures[line] if line.kind == "figure" else headings[line.kind] for line in lines
        }

    def _get_headings(self, period):
        return {
            "school": self.company_id.name,
            "period": period.name,
            "year": period.year_id.name,
            "start": period.date_start,
            "end": period.date_end,
            "date": fields.Date.context_today(self),
            "status": (
                self.env._("approved") if period.state == "approved" else self.env._("preliminary")
            ),
        }

    def _get_figures(self, context, lines):
        """Return {line: Number or None}."""
        indicators = {line: context.indicators[line.code] for line in lines}
        cells = {line: line._get_figure_cell(context.classes) for line in lines}
        found = self.env["vsoko.indicator.value"]._read_submitted(
            context.period,
            self.env["vsoko.indicator"].union(*indicators.values()),
            Domain("cell", "in", list(set(cells.values()))),
        )
        figures = {(figure.code, figure.cell): figure for figure in found}
        return {
            line: line._get_number(figures.get((indicator.code, cells[line])), indicator)
            for line, indicator in indicators.items()
        }
