from odoo import models
from odoo.fields import Domain
from odoo.tools import format_date

from ....tools import scopes
from ....tools.reports.frozen import cell_parts, freeze
from ....tools.reports.types import REPORT_TYPES


class VsokoReportCollector(models.AbstractModel):
    """Takes the figures of a report from the values of its period.

    The number of queries does not depend on the number of classes, subjects or figures. Reads
    with the rights of the user who makes the report.
    """

    _name = "vsoko.report.collector"
    _description = "Taking the figures of a report"

    def _collect(self, report):
        """Return the frozen figures; for the shape see `tools.reports.frozen`."""
        declared = REPORT_TYPES[report.type]
        objects = self._get_objects(report, declared.objects())
        needs = declared.needs()
        needs |= {("school", code) for codes in objects.values() for code in codes}
        indicators = self._get_indicators(report, {code for _scope, code in needs})
        figures = self._read_figures(report, indicators, needs)
        frozen = {figure.cell: {} for figure in figures}
        for figure in figures:
            frozen[figure.cell][figure.code] = freeze(figure)
        return {
            **self._prepare_heading(report),
            "indicators": {i.code: self._prepare_indicator(i) for i in indicators},
            **self._prepare_cells(list(frozen)),
            "figures": frozen,
            "objects": objects,
            "given": self._collect_given(report, declared),
        }

    def _collect_given(self, report, declared):
        """Return {name: what was found} of the blocks that are frozen as they are found."""
        return self._collect_tables(report, declared.given())

    def _collect_tables(self, report, names):
        tables = self.env["vsoko.report.tables"]
        found = {name: tables._collect(report, name) for name in names}
        return {name: table for name, table in found.items() if table}

    def _get_objects(self, report, codes):
        """Return {code of an object of assessment: codes of its indicators in their order}."""
        objects = {code: [] for code in codes}
        if not codes:
            return objects
        framework = self.env["vsoko.framework"]._get_of_period(report.period_id)
        for indicator in framework.indicator_ids.sorted("sequence"):
            objects.get(indicator.object_id.code, []).append(indicator.code)
        return objects

    def _get_indicators(self, report, codes):
        framework = self.env["vsoko.framework"]._get_of_period(report.period_id)
        return self.env["vsoko.indicator"].search(
            [("framework_id", "=", framework.id), ("code", "in", list(codes))]
        )

    def _read_figures(self, report, indicators, needs):
        figures = self.env["vsoko.indicator.value"]._read_figures(
            Domain("period_id", "=", report.period_id.id)
            & Domain("indicator_id", "in", indicators.ids)
            & Domain("scope", "in", list({scope for scope, _code in needs}))
            & report._get_kind().get_figures_domain(report)
        )
        return [figure for figure in figures if (figure.scope, figure.code) in needs]

    def _prepare_heading(self, report):
        period = report.period_id
        declared = REPORT_TYPES[report.type]
        translate = self.env._
        return {
            "type": report.type,
            "school": report.company_id.name,
            "requisites": report.company_id._get_requisites(),
            "about_cell": f"{report.about}:{report._get_about().id}" if report.about else "",
            "approval": declared.approval,
            "signers": [
                {"post": translate(post), "name": (path and report.mapped(path).name) or ""}
                for post, path in declared.signers
            ],
            "period": {
                "name": period.name,
                "year": period.year_id.name,
                "date_start": format_date(self.env, period.date_start),
                "date_end": format_date(self.env, period.date_end),
                "is_approved": period.state == "approved",
                "is_year": period.kind in ("year", "calendar_year"),
            },
        }

    def _prepare_indicator(self, indicator):
        return {
            "name": indicator.name,
            "short_name": indicator.short_name or "",
            "unit": indicator.unit,
            "digits": indicator.digits,
            "direction": indicator.direction,
            "is_formula": indicator.kind == "formula",
            "target": indicator._get_target(),
        }

    def _prepare_cells(self, cells):
        """Return the names of the keys of the cells and the order of the cells by scope."""
        labels = self._get_labels(cells)
        places = {part: place for place, part in enumerate(labels)}
        order = {}
        for cell in cells:
            order.setdefault(scopes.scope_of(cell), []).append(cell)
        for own in order.values():
            own.sort(key=lambda cell: [places[part] for part in cell_parts(cell)])
        return {"names": labels, "short_names": self._get_short_names(cells), "order": order}

    def _get_short_names(self, cells):
        ids = {scopes.keys(cell).get("subject_id") for cell in cells} - {None}
        return {
            f"subject:{subject.id}": subject.short_name
            for subject in self.env["vsoko.subject"].browse(ids)
            if subject.short_name
        }

    def _get_labels(self, cells):
        """Return {"class:12": name for people} of all keys of the cells, in their order."""
        Value = self.env["vsoko.indicator.value"]
        named = [scopes.keys(cell) for cell in cells]
        return {
            f"{dimension.removesuffix('_id')}:{key}": Value._get_part_name(dimension, part)
            for dimension in scopes.DIMENSIONS
            for key, part in Value._get_parts(dimension, named).items()
        }
