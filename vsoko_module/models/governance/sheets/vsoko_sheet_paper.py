from odoo import models
from odoo.tools import format_date, format_datetime

from ....tools.reports.file_names import file_name
from ....tools.reports.formatting import DASH
from ....tools.reports.points import points_text
from ....tools.reports.sheet_paper import (
    CriterionRow,
    SheetText,
    SummaryText,
    sheet_paper,
    summary_paper,
)
from ....tools.reports.workbook import workbook
from ....tools.russian_order import order_key
from ....tools.sheets import points
from .vsoko_sheet_criterion import SCALED
from .vsoko_sheet_line import GIVEN

DECIDED = ("acquainted", "final")


class VsokoSheet(models.Model):
    """Sheets in print: one with all that its reader sees, many as the commission decided."""

    _inherit = "vsoko.sheet"

    def action_open_pdf(self):
        return self._open_file("vsoko/sheet", "sheet", "pdf")

    def action_open_docx(self):
        return self._open_file("vsoko/sheet", "sheet", "docx")

    def action_open_xlsx(self):
        return self._open_file("vsoko/sheet", "sheet", "xlsx")

    def action_open_summary(self):
        return self[:1]._open_file("vsoko/sheet", "summary", "pdf")

    def action_open_summary_xlsx(self):
        return self[:1]._open_file("vsoko/sheet", "summary", "xlsx")

    def _open_file(self, door, what, extension):
        target = "new" if extension == "pdf" else "download"
        return self._open_address(f"/{door}/{self.id}/{what}/{extension}", target)

    def _get_file(self, what, extension):
        """Return (name, bytes) of the sheet, or of all of its session that the user reads."""
        self.ensure_one()
        if what == "summary":
            sheets = self.search(self._get_session_domain())
            names = {sheet.id: sheet._get_whose() for sheet in sheets}
            return sheets._get_summary(names, extension)
        paper = sheet_paper(self._prepare_paper(), self.env._, wide=extension == "docx")
        return self._make_file(paper, [paper.title], extension)

    def _get_session_domain(self):
        own = ("scheme_id", "period_id", "commission_id")
        return [(name, "=", self[name].id) for name in own]

    def _make_file(self, paper, words, extension):
        name = file_name(words, extension)
        if extension == "xlsx":
            return name, workbook(paper, self.env._)
        if extension == "docx":
            return name, self.env["vsoko.paper"]._make(paper, extension, self[:1].company_id)
        return name, self.env["vsoko.paper"]._print(paper, across=True)

    def _prepare_paper(self):
        return SheetText(
            school=self.company_id.name,
            title=self.display_name,
            facts=self._get_paper_facts(),
            criteria=tuple(line._prepare_judged() for line in self.line_ids),
            total=_known(self.total),
            records=tuple(self._get_paper_records()),
            changes=tuple(self._get_paper_changes()),
            signers=((self.env._("Read by the teacher"), self._get_whose()),),
            is_draft=self.state not in DECIDED,
        )

    def _get_paper_facts(self):
        """Return the pairs (heading, text) of what is known of the sheet."""
        share = _known(self.share)
        most = _known(self.most)
        facts = [
            (self.env._("Scheme"), self.scheme_id.display_name),
            (self.env._("State"), self._get_state_text()),
            (self.env._("Points at most"), most and points_text(most)),
            (self.env._("Share of the most, %"), share and points_text(round(share, 1))),
            (self.env._("Decided by the minutes"), self.minutes_text),
            (self.env._("Shown on"), self.shown_date and format_date(self.env, self.shown_date)),
            (self.env._("Appeal"), self.appeal_text),
            (self.env._("Answer of the commission"), self.appeal_answer),
        ]
        return tuple((heading, text) for heading, text in facts if text)

    def _get_paper_records(self):
        for record in self.line_ids.evidence_ids.sorted(lambda one: (one.date, one.id)):
            paid = record.paid_elsewhere
            remark = paid and self.env._("Paid by another order: %(order)s", order=paid)
            criterion = record.line_id.criterion_id.display_name
            day = format_date(self.env, record.date)
            yield (day, record.name, criterion, record.points, remark or "")

    def _get_paper_changes(self):
        for change in self.line_ids.change_ids.sorted("id"):
            yield (
                format_datetime(self.env, change.create_date, dt_format="short"),
                change.changed_by_id.name,
                change.line_id.criterion_id.display_name,
                _known(change.before),
                _known(change.after),
                change.reason or "",
            )

    def _get_state_text(self):
        return dict(self._fields["state"]._description_selection(self.env))[self.state]

    def _get_summary(self, names, extension):
        """Return (name, bytes) of the points of these sheets of one session.

        :param names: {id: by what the reader knows the sheet}
        """
        first = self[:1]
        groups = first.scheme_id.group_ids
        title = self.env._("Sheets of teachers: %(period)s", period=first.period_id.display_name)
        # Whose names stand below is no secret to who reads the points.
        body = first.sudo().commission_id
        text = SummaryText(
            school=first.company_id.name,
            title=title,
            lines=tuple(filter(None, (first.scheme_id.display_name, body.name))),
            groups=tuple(groups.mapped("name")),
            rows=tuple(
                sheet._prepare_row(names[sheet.id], groups)
                for sheet in self.sorted(lambda sheet: order_key(names[sheet.id]))
            ),
            signers=(
                (self.env._("Chair"), body.chair_id.user_id.name or ""),
                (self.env._("Secretary"), body.secretary_id.user_id.name or ""),
            ),
            is_draft=any(sheet.state not in DECIDED for sheet in self),
        )
        paper = summary_paper(text, self.env._, wide=extension == "docx")
        return self._make_file(paper, [title], extension)

    def _prepare_row(self, name, groups):
        parts = [line._get_part() for line in self.line_ids]
        of_groups = [
            points.total([part for part in parts if part.group == group.id]) for group in groups
        ]
        state = self._get_state_text()
        return (name, tuple(of_groups), _known(self.total), _known(self.share), state)


class VsokoSheetLine(models.Model):
    _inherit = "vsoko.sheet.line"

    def _prepare_judged(self):
        return CriterionRow(
            group=self.group_id.name,
            name=self.criterion_id.display_name,
            known=self._get_known_text(),
            steps=tuple(_known(self[name]) for name in reversed(GIVEN)),
            points=_known(self.points),
            most=self.maximum if self.source != "minus" else 0,
            reason=self.reason or "",
        )

    def _get_known_text(self):
        if self.source in SCALED:
            return DASH if self.value is False else points_text(round(self.value, 1))
        return points_text(self.records) if self.records else ""


class VsokoCommissionSheet(models.Model):
    """The same summary for who reads by number, or by name as the scheme says."""

    _inherit = "vsoko.commission.sheet"

    def action_open_summary(self):
        return self[:1]._open_summary("pdf")

    def action_open_summary_docx(self):
        return self[:1]._open_summary("docx")

    def action_open_summary_xlsx(self):
        return self[:1]._open_summary("xlsx")

    def _open_summary(self, extension):
        return self._open_address(
            f"/vsoko/commission/{self.id}/{extension}", "new" if extension == "pdf" else "download"
        )

    def _get_file(self, extension):
        """Return (name, bytes) of the sheets of the session, by what the reader knows them."""
        names = {one.id: one.name for one in self.search([])}
        # Of the sheets that the reader sees only the points, which are before him as well.
        first = self.sudo()._get_sheets()
        of_session = first.search([*first._get_session_domain(), ("id", "in", list(names))])
        return of_session._get_summary(names, extension)


def _known(number):
    return None if number is False else number
