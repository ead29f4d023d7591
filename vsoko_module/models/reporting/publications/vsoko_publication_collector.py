from collections import defaultdict

from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools import formula, scopes
from ....tools.statistics import disclosure
from ....tools.statistics.ranges import middle_half
from ....tools.statistics.school_tree import TREE, sums_of, unit_of
from ...indicators.engine import without_nested_loops

AUDIENCE_SCOPES = {
    "public": ("school", "level", "grade", "subject"),
    "families": ("school", "level", "grade"),
    "council": ("school", "level", "grade", "class", "subject"),
    "staff": TREE,
}
RANGE_CODE = "class_range"
RESTING_ON_BASE = ("share", "average", "degree_of_learning")


class VsokoPublicationCollector(models.AbstractModel):
    """Takes approved figures of a period for an audience and hides what tells of few people.

    What is hidden is decided over the whole tree of the school, whatever part of it the audience
    gets: so all publications of a period hide the same cells. Reads with the rights of the user
    who makes the publication.
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
        indicators = self._get_indicators(publication)
        values = self._get_values(period, indicators)
        with without_nested_loops(self.env.cr):
            hidden = self._get_hidden(period, indicators, values)
        allowed = AUDIENCE_SCOPES[publication.audience]
        chosen = self._get_chosen(publication, indicators)
        lines = [
            self._prepare_line(value, value.cell in hidden[value.indicator_id])
            for value in values
            if value.scope in allowed and value.indicator_id in chosen
        ]
        if publication.audience == "families":
            lines += self._prepare_ranges(period)
        return self._prepare_figures(publication, indicators, lines), lines

    def _get_indicators(self, publication):
        """Return the indicators in force that rest on facts of the period itself.

        A formula over another period would tell of cells that were hidden then.
        """
        framework = self.env["vsoko.framework"]._get_in_force(
            publication.period_id.date_end, publication.company_id
        )
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

    def _get_values(self, period, indicators):
        return self.env["vsoko.indicator.value"].search(
            [
                ("period_id", "=", period.id),
                ("indicator_id", "in", indicators.ids),
                ("scope", "in", TREE),
            ]
        )

    def _get_hidden(self, period, indicators, values):
        """Return {indicator: hidden cells}. A formula is hidden wherever one of its parts is.

        What an earlier publication of the period hid stays hidden, though the facts were corrected
        since: another choice of cells would give the small groups away to who reads both.
        """
        bases = indicators.filtered(lambda i: i.kind == "measure").grouped(self._get_base)
        figures = {(value.indicator_id, value.cell): value for value in values}
        before, hidden = self._get_hidden_before(period), {}
        for (source, _text), measures in bases.items():
            people = self._count_people(source, self._get_base_domain(measures[0]), period)
            groups = {
                cell: disclosure.Group(
                    count,
                    tuple(self._get_share(figures.get((m, cell)), m) for m in measures),
                    unit_of(cell),
                )
                for cell, count in people.items()
            }
            sums = sums_of(groups, self._get_grades(groups))
            known = frozenset().union(*(before[measure.code] for measure in measures))
            cells = disclosure.protect(groups, sums, known)
            hidden |= dict.fromkeys(measures, cells)
        for indicator in self._sort_formulas(indicators):
            parts = [hidden.get(operand, frozenset()) for operand in indicator._get_operands()]
            hidden[indicator] = before[indicator.code].union(*parts)
        return hidden

    def _get_hidden_before(self, period):
        """Return {code: cells} of what publications of the period have hidden from readers."""
        lines = self.env["vsoko.publication.line"]._read_group(
            [
                ("publication_id.period_id", "=", period.id),
                ("publication_id.state", "!=", "draft"),
                ("is_hidden", "=", True),
            ],
            ["indicator_code"],
            ["cell:array_agg"],
        )
        return defaultdict(frozenset, {code: frozenset(cells) for code, cells in lines})

    def _get_grades(self, cells):
        """Return {class id: grade} of the classes in the cells."""
        units = {unit_of(cell) for cell in cells} - {None}
        return {one.id: one.grade for one in self.env["vsoko.class"].browse(units)}

    def _sort_formulas(self, indicators):
        """Return the formulas, each after those it uses."""
        formulas = {i.code: i for i in indicators if i.kind == "formula"}
        trees = indicators.framework_id._get_formula_trees()
        return [formulas[code] for code in formula.order(trees) if code in formulas]

    def _get_base(self, indicator):
        """Return (source, condition) of the facts a figure rests on; a number rests on all."""
        if indicator.aggregate in RESTING_ON_BASE:
            return indicator.source, indicator.denominator_domain or "[]"
        return indicator.source, "[]"

    def _get_base_domain(self, indicator):
        if indicator.aggregate in RESTING_ON_BASE:
            return indicator._get_domain("denominator_domain")
        return Domain.TRUE

    def _count_people(self, source, base, period):
        """Return {cell: number of different people} of a base, in one query."""
        fact = self.env[f"vsoko.fact.{source}"]
        person = "student_id" if "student_id" in fact._fact_dimensions else "teacher_id"
        available = [scope for scope in TREE if scope in fact._get_scopes()]
        found = fact._read_grouping_sets(
            fact._get_period_domain(period) & base,
            [list(scopes.SCOPES[scope]) for scope in available],
            [f"{person}:count_distinct"],
        )
        return {
            self._get_cell(scope, keys): count
            for scope, rows in zip(available, found, strict=True)
            for *keys, count in rows
            if all(keys) and count
        }

    def _get_cell(self, scope, keys):
        plain = [key.id if isinstance(key, models.BaseModel) else key for key in keys]
        return scopes.cell(scope, **dict(zip(scopes.SCOPES[scope], plain, strict=True)))

    def _get_share(self, value, indicator):
        """Return (amount, base) of a figure as the disclosure control takes it.

        A mean mark is turned into points above the lowest mark, so that nothing and everything
        are the two ends; of other means and of numbers only the base tells of people.
        """
        if not value or value.missing_reason:
            return (0, 0)
        if indicator.aggregate == "share":
            return (value.numerator, value.denominator)
        if indicator.unit == "mark":
            return (value.numerator - value.denominator, 4 * value.denominator)
        return (None, value.n)

    def _prepare_line(self, value, is_hidden):
        indicator = value.indicator_id
        shown = not is_hidden
        return {
            # the publication itself tells of which year its classes are
            **self._prepare_place(value.scope, value.cell, value._get_cell_name(), value.class_id),
            "sequence": indicator.sequence,
            "indicator_code": indicator.code,
            "indicator_name": indicator.name,
            "object_code": indicator.object_id.code,
            "level": value.level,
            "grade": value.grade,
            "unit": indicator.unit,
            "digits": indicator.digits,
            "is_hidden": is_hidden,
            "has_value": shown and value.has_value,
            "value": value.value if shown else 0.0,
            # a formula rests on its parts, whose numbers do not add up to one
            "n": value.n if shown and indicator.kind == "measure" else 0,
            "status": value.status if shown else False,
            "missing_reason": value.missing_reason if shown else False,
        }

    def _prepare_place(self, scope, cell, name, school_class):
        """Return where a figure stands; classes go by their grade, not by the alphabet."""
        place = f"{school_class.grade:02}{school_class.letter} {name}" if school_class else name
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
        marks lie outside it on either side, and it is nobody's own.
        """
        fact = self.env["vsoko.fact.mark"]
        domain = fact._get_period_domain(period) & Domain("status", "=", "graded")
        counts = defaultdict(dict)
        with without_nested_loops(self.env.cr):
            rows = fact._read_group(domain, ["class_id", "subject_id", "value"], ["__count"])
        for school_class, subject, mark, count in rows:
            counts[school_class, subject][mark] = count
        return [
            self._prepare_range(school_class, subject, *middle_half(marks))
            for (school_class, subject), marks in counts.items()
            if sum(marks.values()) >= disclosure.SMALL
        ]

    def _prepare_range(self, school_class, subject, low, high):
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
        }

    def _prepare_figures(self, publication, indicators, lines):
        """Return the frozen definitions: what the figures are, without a single figure."""
        period = publication.period_id
        shown = {line["indicator_code"] for line in lines}
        framework = indicators.framework_id
        objects = framework.criterion_ids.filtered(lambda criterion: not criterion.parent_id)
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
            "objects": [
                {"code": o.code, "name": o.name, "short_name": o.short_name or o.name}
                for o in objects.sorted("sequence")
            ],
            "indicators": {
                indicator.code: self._prepare_indicator(indicator)
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
            "target": indicator.target if indicator.has_target else None,
            "is_main": indicator.is_main,
            "bands": [
                {"lower": band.lower, "status": band.status, "origin": band.origin}
                for band in indicator.band_ids.sorted("lower")
            ],
        }
