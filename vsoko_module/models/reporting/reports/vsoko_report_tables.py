from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools.reports import order_1324
from ....tools.reports.formatting import number
from ....tools.reports.given import frozen_table
from ....tools.writers.cells import INTEGER, NUMBER, TEXT, Column

# shares of the page in per cent where texts of very different length stand side by side
WIDTHS = {
    "order_1324": [8, 46, 12, 14, 12, 8],
    "indicators": [11, 16, 27, 29, 6, 6, 5],
    "bands": [34, 8, 8, 12, 28, 10],
}


class VsokoReportTables(models.AbstractModel):
    """Tables that a report freezes as they are found, with the rights of its author."""

    _name = "vsoko.report.tables"
    _description = "Tables of a report beside the figures"

    def _collect(self, report, name):
        """Return the table of that name: dict ``columns``, ``rows``; None when there is nothing
        to say."""
        if name == "completeness":
            return self._take_completeness(report)
        if name == "actions":
            return self.env["vsoko.action"]._get_table_of_year(report.year_id)
        takers = {
            "marks": self._take_marks,
            "indicators": self._take_indicators,
            "bands": self._take_bands,
            "order_1324": self._take_order_1324,
        }
        titles, rows = takers[name](report)
        widths = WIDTHS.get(name, [0] * len(titles))
        columns = [
            {"title": title, "kind": TEXT, "width": width}
            for title, width in zip(titles, widths, strict=True)
        ]
        return {"columns": columns, "rows": rows}

    def _take_completeness(self, report):
        """Classes of the period whose marks are not all there; None: nothing is missing."""
        Completeness = self.env["vsoko.completeness"]
        named = report._get_kind().get_named_domain(report._get_about())
        found = Completeness._describe(report.period_id, named)
        lines = [
            line
            for line in found["classes"]
            if line["known"] < line["expected"] or not line["expected"]
        ]
        if not lines:
            return None
        missing = {}
        for school_class, subject in found["missing"]:
            missing.setdefault(school_class.id, []).append(subject.name)
        columns = [
            Column(self.env._("Class")),
            Column(self.env._("Pupils"), INTEGER),
            Column(self.env._("With marks"), INTEGER),
            Column(self.env._("Marks expected"), INTEGER),
            Column(self.env._("Marks there"), INTEGER),
            Column(self.env._("Completeness, %"), NUMBER, 1),
            Column(self.env._("Subjects without marks")),
        ]
        rows = [
            [
                self.env["vsoko.class"].browse(line["id"]).name,
                line["pupils"],
                line["pupils_known"],
                line["expected"],
                line["known"],
                100 * line["known"] / line["expected"] if line["expected"] else None,
                ", ".join(missing.get(line["id"], ())) if line["known"] else self.env._("all"),
            ]
            for line in lines
        ]
        return frozen_table(columns, rows, sentences=[Completeness._get_total_text(found)])

    def _take_marks(self, report):
        """Marks of the pupil by subjects and terms of the year that have begun by the period."""
        marks = self.env["vsoko.mark"].search(
            [
                ("student_id", "=", report.student_id.id),
                ("period_id.year_id", "=", report.year_id.id),
                ("period_id.date_end", "<=", report.period_id.date_end),
            ]
        )
        periods = marks.period_id.sorted(lambda period: (period.date_end, period.date_start))
        texts = {(mark.subject_id, mark.period_id): mark._get_text() for mark in marks}
        rows = [
            [subject.name, *(texts.get((subject, period), "") for period in periods)]
            for subject in marks.subject_id.sorted()
        ]
        return [self.env._("Subject"), *periods.mapped("name")], rows

    def _take_indicators(self, report):
        framework = self._get_framework(report)
        units = dict(self.env["vsoko.indicator"]._fields["unit"]._description_selection(self.env))
        titles = [
            self.env._("Object"),
            self.env._("Criterion"),
            self.env._("Indicator"),
            self.env._("How it is counted"),
            self.env._("Unit"),
            self.env._("Target"),
            self.env._("Paragraph"),
        ]
        rows = [
            [
                indicator.object_id.short_name or indicator.object_id.name,
                indicator.criterion_id.name if indicator.criterion_id.parent_id else "",
                indicator.name,
                self._get_definition(indicator),
                units[indicator.unit],
                "—" if indicator.target is False else number(indicator.target, indicator.digits),
                indicator.paragraph or "",
            ]
            for indicator in framework.indicator_ids.sorted("sequence")
        ]
        return titles, rows

    def _get_definition(self, indicator):
        text = indicator.description or ""
        if indicator.kind == "formula" and indicator.formula:
            formula = self.env._("Formula: %(formula)s", formula=indicator.formula)
            text = f"{text} {formula}".strip()
        return text or self.env._("no data in the program yet")

    def _take_bands(self, report):
        bands = self._get_framework(report).indicator_ids.band_ids
        statuses = dict(bands._fields["status"]._description_selection(self.env))
        titles = [
            self.env._("Indicator"),
            self.env._("Not less than"),
            self.env._("Less than"),
            self.env._("Zone"),
            self.env._("Origin"),
            self.env._("Valid since"),
        ]
        rows = [
            [
                band.indicator_id.name,
                number(band.lower, band.indicator_id.digits),
                "—" if band.is_last else number(band.upper, band.indicator_id.digits),
                statuses[band.status],
                band.origin,
                format_date(self.env, band.date) if band.date else "—",
            ]
            for band in bands.sorted(lambda band: (band.indicator_id.sequence, band.lower))
        ]
        return titles, rows

    def _take_order_1324(self, report):
        """The rows of annex 2 of the order with the figures of the calendar year."""
        indicators = self._get_framework(report).indicator_ids
        if "1.1" not in indicators.mapped("code"):
            raise UserError(
                self.env._(
                    "The indicators of order No. 1324 are told of a calendar year: choose a period"
                    " of this kind; it is made on the form of the school year."
                )
            )
        figures = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", report.period_id.id)
            & Domain("indicator_id", "in", indicators.ids)
            & Domain("scope", "=", "school")
        )
        titles = [
            self.env._("No. in order"),
            self.env._("Indicators"),
            self.env._("Unit"),
            self.env._("Value"),
            self.env._("Last year"),
            self.env._("Change"),
        ]
        return titles, order_1324.rows(
            {
                indicator.code: (indicator.name, indicator.unit, indicator.digits)
                for indicator in indicators
            },
            {figure.code: (figure.value, figure.previous_value) for figure in figures},
            self._get_hidden_rows(report),
        )

    def _get_hidden_rows(self, report):
        """Return the codes hidden of the year and of the year before, as readers may see them."""
        collector, period = self.env["vsoko.report.year.collector"], report.period_id
        both = (period, period._get_previous())
        return [frozenset().union(*collector._get_untold(report, one)) for one in both]

    def _get_framework(self, report):
        return self.env["vsoko.framework"]._get_of_period(report.period_id)
