from collections import defaultdict

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools import formula, scopes
from ....tools.measures import disclosure
from ....tools.measures.ranges import middle_half
from ....tools.measures.school_tree import TREE
from ...indicators.engine import without_nested_loops

AUDIENCE_SCOPES = {
    "public": ("school", "level", "grade", "subject"),
    "families": ("school", "level", "grade"),
    "council": ("school", "level", "grade", "class", "subject"),
    "staff": TREE,
}
RANGE_CODE = "class_range"
# what is said instead of «all» and «nobody» where that is bad
BOUNDS = {"least": 90.0, "most": 10.0}


class VsokoPublicationCollector(models.AbstractModel):
    """Takes approved figures of a period for an audience and hides what tells of few people.

    What is hidden is decided over the whole tree of the school and all indicators together,
    whatever part of them the audience gets: so all publications of a period hide the same cells.
    Reads with the rights of the user who makes the publication.
    """

    _name = "vsoko.publication.collector"
    _description = "Taking the figures of a publication"

    def _collect(self, publication):
        """Return (what is common to the figures as plain data, values of the lines)."""
        period = publication.period_id
        if not period:
            return {"school": publication.company_id.name, "indicators": {}, "objects": []}, []
        if period.state != "approved":
            raise UserError(
                self.env._(
                    "Only approved figures are published: approve the figures of %(period)s first.",
                    period=period.display_name,
                )
            )
        indicators, figures, hidden, bounds = self._judge(period, publication.audience)
        allowed = AUDIENCE_SCOPES[publication.audience]
        chosen = {
            indicator.id: indicator for indicator in self._get_chosen(publication, indicators)
        }
        figures = [
            figure
            for figure in figures
            if figure.scope in allowed and figure.indicator_id in chosen
        ]
        names = self.env["vsoko.indicator.value"]._name_cells([figure.cell for figure in figures])
        least = period.company_id.vsoko_least_completeness
        lines = []
        for figure in figures:
            indicator = chosen[figure.indicator_id]
            is_hidden = figure.cell in hidden[indicator]
            is_incomplete = figure.is_known and figure.is_incomplete(least)
            bound = bounds.get((indicator, figure.cell))
            if is_incomplete and bound in BOUNDS:
                bound = None
            line = self._prepare_line(figure, indicator, is_hidden, is_incomplete, bound)
            lines.append(line | self._prepare_place_of(figure, names[figure.cell]))
        if publication.audience == "families":
            lines += self._prepare_ranges(period)
        return self._prepare_figures(publication, indicators, lines), lines

    def _judge(self, period, audience):
        """Return (indicators, figures, {indicator: hidden cells}, {(indicator, cell): bound})."""
        indicators = self._get_indicators(period)
        figures = self._read_figures(period, indicators)
        with without_nested_loops(self.env.cr):
            hidden = self._get_hidden(period, indicators, figures)
            bounds = {}
            if audience == "public":
                told = [figure for figure in figures if figure.scope in AUDIENCE_SCOPES[audience]]
                bounds = self._get_bounds(indicators, told, hidden)
                hidden = self._hide_beside(period, indicators, figures, hidden, bounds)
        return indicators, figures, hidden, bounds

    def _shows_too_much(self, publication):
        """Whether a draft shows what would be hidden if its figures were taken now."""
        period, audience = publication.period_id, publication.audience
        indicators, _figures, hidden, bounds = self._judge(period, audience)
        by_code = {indicator.code: indicator for indicator in indicators}
        shown = publication.line_ids._get_exact()
        cells = [(by_code.get(line.indicator_code), line.cell) for line in shown]
        return any(
            indicator and (cell in hidden[indicator] or (indicator, cell) in bounds)
            for indicator, cell in cells
        )

    def _get_indicators(self, period):
        """Return the indicators in force that rest on facts of the period itself.

        A formula over another period would tell of cells that were hidden then.
        """
        framework = self.env["vsoko.framework"]._get_of_period(period)
        looking_back = {
            code
            for code, tree in framework._get_formula_trees().items()
            if any(ref.when is not formula.When.CURRENT for ref in formula.references(tree))
        }
        return framework.indicator_ids.filtered(
            lambda indicator: indicator.has_source and indicator.code not in looking_back
        )

    def _get_chosen(self, publication, indicators):
        report = publication.report_id
        if not report:
            return indicators
        codes = (report.figures or {}).get("indicators", {})
        return indicators.filtered(lambda indicator: indicator.code in codes)

    def _read_figures(self, period, indicators):
        return self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id", "in", indicators.ids)
            & Domain("scope", "in", TREE)
        )

    def _protect_nobody(self, measure, figures, earlier):
        """Return the hidden cells of a measure whose facts are of no people.

        What the whole school has is told, its parts stay inside: they are rooms and papers of
        single members of staff. A number of people in such a form is told if it is not small.
        """
        below = frozenset(figure.cell for figure in figures) - {"school"}
        if measure.unit != "people":
            return below
        small = {f.cell for f in figures if f.is_known and 0 < f.value < disclosure.SMALL}
        return below | small | earlier

    def _get_cell(self, scope, keys):
        plain = [key.id if isinstance(key, models.BaseModel) else key for key in keys]
        return scopes.cell(scope, **dict(zip(scopes.SCOPES[scope], plain, strict=True)))

    def _prepare_line(self, figure, indicator, is_hidden, is_incomplete, bound):
        """Return what of a figure becomes a line, without its place."""
        is_hidden = is_hidden and bound not in BOUNDS
        shown = not (is_hidden or is_incomplete)
        missing_reason = "incomplete" if is_incomplete else figure.missing_reason
        return {
            "sequence": indicator.sequence,
            "indicator_code": indicator.code,
            "indicator_name": indicator.name,
            "object_code": indicator.object_id.code,
            "unit": indicator.unit,
            "digits": indicator.digits,
            "is_hidden": is_hidden,
            "bound": bound or False,
            "value": BOUNDS.get(bound, figure.value) if shown else None,
            # a formula rests on its parts, whose numbers do not add up to one
            "n": figure.n if shown and indicator.kind == "measure" else 0,
            "status": figure.status if shown else False,
            "missing_reason": False if is_hidden else missing_reason,
        }

    def _prepare_place_of(self, figure, name):
        """Return where a figure stands; the publication itself tells of which year its classes
        are."""
        keys = figure.keys
        school_class = self.env["vsoko.class"].browse(keys.get("class_id"))
        return {
            **self._prepare_place(figure.scope, figure.cell, name, school_class),
            "level": keys.get("level"),
            "grade": keys.get("grade"),
        }

    def _prepare_place(self, scope, cell, name, school_class):
        """Return where a line stands; classes go by their grade, not by the alphabet."""
        place = f"{school_class.key} {name}" if school_class else name
        return {
            "scope": scope,
            "scope_order": TREE.index(scope),
            "cell": cell,
            "cell_name": name,
            "place": place,
            "class_id": school_class.id,
        }

    def _prepare_ranges(self, period):
        """Return lines with the marks of the middle half of every class in every subject.

        A range is given where it rests on `disclosure.SMALL` pupils or more: then at least two
        marks lie outside it on either side, and it is nobody's own. Where fewer of the expected
        marks are there than the school asks for, the range says so.
        """
        fact = self.env["vsoko.fact.mark"]
        domain = fact._get_period_domain(period) & Domain("status", "=", "graded")
        counts = defaultdict(dict)
        with without_nested_loops(self.env.cr):
            rows = fact._read_group(domain, ["class_id", "subject_id", "value"], ["__count"])
        for school_class, subject, mark, count in rows:
            counts[school_class, subject][mark] = count
        partial = self._get_partial_cells(period)
        return [
            self._prepare_range(school_class, subject, partial, *middle_half(marks))
            for (school_class, subject), marks in counts.items()
            if sum(marks.values()) >= disclosure.SMALL
        ]

    def _get_partial_cells(self, period):
        """Return the classes' subjects of which too few of the expected marks are there."""
        least = period.company_id.vsoko_least_completeness
        found = self.env["vsoko.completeness"].search_fetch(
            Domain("period_id", "=", period.id)
            & Domain("scope", "=", "class_subject")
            & Domain("share", "<", least),
            ["cell"],
        )
        return set(found.mapped("cell"))

    def _prepare_range(self, school_class, subject, partial, low, high):
        cell = self._get_cell("class_subject", (school_class, subject))
        name = f"{school_class.name}, {subject.name}"
        return {
            **self._prepare_place("class_subject", cell, name, school_class),
            "sequence": 0,
            "indicator_code": RANGE_CODE,
            "indicator_name": self.env._("Marks of the middle half of the class"),
            "unit": "mark",
            "range_low": low,
            "range_high": high,
            "is_partial": cell in partial,
        }

    def _prepare_figures(self, publication, indicators, lines):
        """Return the frozen definitions: what the figures are, without a single figure."""
        period = publication.period_id
        shown = {line["indicator_code"] for line in lines}
        framework = indicators.framework_id
        objects = framework.criterion_ids.filtered(lambda criterion: not criterion.parent_id)
        operands = framework._get_operand_codes() if framework else ()
        return {
            "school": publication.company_id.name,
            "period": {
                "name": period.name,
                "kind": period.kind,
                "year": period.year_id.name,
                "date_start": format_date(self.env, period.date_start),
                "date_end": format_date(self.env, period.date_end),
                "end": period.date_end.isoformat(),
                "id": period.id,
            },
            "completeness": self.env["vsoko.completeness"]._get_public_text(period),
            "objects": [
                {"code": o.code, "name": o.name, "short_name": o.short_name or o.name}
                for o in objects.sorted("sequence")
            ],
            "indicators": {
                indicator.code: self._prepare_indicator(indicator)
                | {"is_operand": indicator.code in operands}
                for indicator in indicators
                if indicator.code in shown
            },
        }

    def _prepare_indicator(self, indicator):
        return {
            "name": indicator.name,
            "short_name": indicator.short_name or "",
            "object": indicator.object_id.code,
            "description": indicator.description or "",
            "paragraph": indicator.paragraph or "",
            "unit": indicator.unit,
            "digits": indicator.digits,
            "direction": indicator.direction,
            "target": indicator._get_target(),
            "is_main": indicator.is_main,
            "bands": [
                {"lower": band.lower, "status": band.status, "origin": band.origin}
                for band in indicator.band_ids.sorted("lower")
            ],
        }
