from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools.reports import columns
from ....tools.reports.published import main_of_objects
from .vsoko_publication_line import COLOURS

TABLE_SCOPES = ("level", "grade", "class", "subject")
MOST_COLUMNS = 6
# how publications stand on the open page, one after another
SHELVES = ("self_examination", "public_report", "figures", "documents")


class VsokoPublication(models.Model):
    """What the pages of a publication show; read with the rights of the reader."""

    _inherit = "vsoko.publication"

    def _prepare_content(self):
        """Return all that a page of the publication shows, as plain data.

        Classes and subjects without a figure are left out; of the school it is said.
        """
        self.ensure_one()
        lines = self._get_listed_lines()
        by_scope = lines.grouped("scope")
        return {
            **self._prepare_overview(by_scope.get("school", lines.browse())),
            "tables": [
                self._prepare_table(scope, by_scope[scope])
                for scope in TABLE_SCOPES
                if scope in by_scope
            ],
            "has_hidden": any(lines.mapped("is_hidden")),
            "completeness": self._get_completeness_note(),
        }

    def _get_listed_lines(self):
        """Return the figures that pages and files list, for everybody the main ones alone."""
        lines = self.line_ids.filtered(lambda line: line._is_listed())
        if self.audience != "public":
            return lines
        shown = main_of_objects((self.figures or {}).get("indicators", {}))
        return lines.filtered(lambda line: line.indicator_code in shown)

    def _prepare_overview(self, lines=None):
        """Return the heading, the summary and the figures of the whole school.

        :param lines: those of the school; read when they are not given
        """
        if lines is None:
            lines = self._get_school_lines()
        return {
            **self._prepare_heading(),
            "objects": self._prepare_objects(lines),
            "summary": self._prepare_summary(lines),
        }

    def _get_school_lines(self):
        """Return the figures of the whole school alone: a publication has a thousand others."""
        return self.env["vsoko.publication.line"].search(
            Domain("publication_id", "in", self.ids) & Domain("scope", "=", "school")
        )

    def _prepare_heading(self):
        return {
            "id": self.id,
            "school_id": self.company_id.id,
            "name": self.name,
            "audience": self._get_audience(),
            "school": self.school_name or "",
            "period": self.period_name or "",
            "date": format_date(self.env, self.date) if self.date else "",
            "explanation": self.explanation or "",
            "files": [{"id": file.id, "name": file.name} for file in self.file_ids],
            "shelf": self._get_shelf(),
            "period_end": fields.Date.to_string(self.period_end) or "",
            "is_discussed": self.is_discussed,
        }

    def _get_shelf(self):
        """Return among what the open page puts a publication: see `SHELVES`."""
        # Only the kind of the report is told; its figures are those of the publication.
        kind = self.sudo().report_id.type
        if kind in SHELVES:
            return kind
        return "figures" if self.period_end else "documents"

    def _get_completeness_note(self):
        """Say in words which part of the marks the figures rest on; empty when it is the whole."""
        return (self.figures or {}).get("completeness", "")

    def _prepare_objects(self, lines):
        """Return the objects of assessment with the figures of the whole school, main ones apart.

        An object without main figures shows the first ones it has.
        """
        definitions = (self.figures or {}).get("indicators", {})
        before = self._get_before()
        by_object = lines.grouped("object_code")
        objects = []
        for assessed in (self.figures or {}).get("objects", []):
            figures = [
                line._prepare_figure(definitions, before.get(line.indicator_code))
                for line in by_object.get(assessed["code"], [])
            ]
            main = [figure for figure in figures if figure["is_main"]] or figures[:MOST_COLUMNS]
            others = [figure for figure in figures if figure not in main]
            objects.append({**assessed, "figures": main, "others": others})
        return objects

    def _prepare_summary(self, lines):
        """Return how many main figures of the school have each status, the worst first."""
        definitions = (self.figures or {}).get("indicators", {})
        counted = lines.filtered(
            lambda line: line.value is not False and definitions[line.indicator_code]["is_main"]
        ).grouped("status")
        return [
            {**lines._get_look(status), "count": len(counted[status])}
            for status in COLOURS
            if status in counted
        ]

    def _get_changes(self, lines):
        """Return {code: change of the school's figure since the publication before}."""
        before = self._get_before()
        return {
            line.indicator_code: line._get_change(before[line.indicator_code])
            for line in lines._get_exact()
            if line.indicator_code in before
        }

    def _get_before(self):
        """Return {code: the school's figure in the publication before}."""
        earlier = self._get_series()[:-1][-1:]
        return {line.indicator_code: line for line in earlier._get_school_lines()._get_exact()}

    def _get_series(self):
        """Return the publications up to this one for the same audience, one for each period of
        the kind, by time."""
        self.ensure_one()
        if not self.period_end:
            return self
        found = self.search(
            Domain("audience", "=", self.audience)
            & Domain("company_id", "=", self.company_id.id)
            & Domain("period_kind", "=", self.period_kind)
            & Domain("period_end", "<", self.period_end)
            & Domain("state", "=", "approved"),
            order="period_end, date, id",
        )
        latest = {publication.period_end: publication for publication in found}
        return self.browse().concat(*latest.values(), self)

    def _prepare_table(self, scope, lines):
        """Return a table with a row for each cell and a column for each main indicator."""
        definitions = (self.figures or {}).get("indicators", {})
        codes = list(dict.fromkeys(lines.sorted("sequence").mapped("indicator_code")))
        main = [code for code in codes if definitions[code]["is_main"]] or codes
        shown = main[:MOST_COLUMNS]
        lines = lines.filtered(lambda line: line.indicator_code in shown)._sort_by_place()
        figures = {(line.cell, line.indicator_code): line for line in lines}
        return {
            "scope": scope,
            "title": dict(lines._fields["scope"]._description_selection(self.env))[scope],
            "headings": [definitions[code]["name"] for code in shown],
            "rows": [
                {
                    "name": line.cell_name,
                    "cells": [
                        figures[cell, code]._prepare_figure(definitions)
                        if (cell, code) in figures
                        else None
                        for code in shown
                    ],
                }
                for cell, line in {line.cell: line for line in lines}.items()
            ],
        }

    def _prepare_indicator_page(self, code):
        """Return what the page of one indicator shows; None when it is not published here."""
        definitions = (self.figures or {}).get("indicators", {})
        if code not in definitions:
            return None
        series = self._get_series()
        lines = self.env["vsoko.publication.line"].search(
            Domain("publication_id", "in", series.ids) & Domain("indicator_code", "=", code)
        )
        own = lines.filtered(lambda line: line.publication_id == self)
        by_scope = own.grouped("scope")
        definition = definitions[code]
        return {
            **self._prepare_heading(),
            "code": code,
            "definition": definition,
            "bands": self._prepare_bands(definition),
            "target": None
            if definition["target"] is None
            else own._format(definition["target"], definition),
            "trend": self._prepare_trend(
                [
                    line
                    for publication in series
                    for line in lines
                    if line.publication_id == publication and line.scope == "school"
                ]
            ),
            "comparisons": [
                {
                    "scope": scope,
                    "title": dict(lines._fields["scope"]._description_selection(self.env))[scope],
                    "rows": [
                        {"place": line.cell_name, **line._prepare_figure(definitions)}
                        for line in by_scope[scope]._sort_by_place()
                        if line._is_listed()
                    ],
                }
                for scope in TABLE_SCOPES
                if scope in by_scope
            ],
        }

    def _prepare_bands(self, definition):
        """Return the bands of an indicator with their borders; the last one has no upper one."""
        Line = self.env["vsoko.publication.line"]
        borders = [Line._format(band["lower"], definition) for band in definition["bands"]]
        return [
            {
                "text": lower,
                "upper": upper,
                "origin": band["origin"],
                **Line._get_look(band["status"]),
            }
            for band, lower, upper in zip(
                definition["bands"], borders, [*borders[1:], ""], strict=True
            )
        ]

    def _prepare_trend(self, lines):
        """Return the figures of the school by periods, each with the height of its column."""
        definitions = self.figures["indicators"]
        shown = [line._get_figure().value for line in lines]
        ends = columns.PERCENTS if lines and lines[-1].unit == "percent" else None
        return [
            {
                "period": line.publication_id.period_name,
                "height": height,
                **line._prepare_figure(definitions),
            }
            for line, height in zip(lines, columns.heights(shown, ends), strict=True)
        ]

    def _prepare_explanation(self):
        """Return a first text in plain words, made of the published figures of the school."""
        if not self.period_id:
            return False
        definitions = self.figures["indicators"]
        lines = self.line_ids.filtered(
            lambda line: (
                line.scope == "school"
                and line.value is not False
                and definitions[line.indicator_code]["is_main"]
            )
        )
        if not lines:
            return False
        statuses = dict(lines._fields["status"]._description_selection(self.env))
        counts = lines.filtered("status").grouped("status")
        sentences = [
            self.env._(
                "%(period)s: main figures published: %(count)s.",
                period=self.period_name,
                count=len(lines),
            )
        ]
        sentences += [
            self.env._("%(status)s: %(count)s.", status=name, count=len(counts[status]))
            for status, name in statuses.items()
            if status in counts
        ]
        if "critical" in counts:
            names = [f"{line.indicator_name} ({line.text})" for line in counts["critical"]]
            sentences.append(self.env._("What needs attention: %(names)s.", names="; ".join(names)))
        return " ".join(sentences)
