from markupsafe import Markup

from odoo import fields, models

from .vsoko_indicator import RULE_FIELDS

SHOWN = ("name", *RULE_FIELDS, "scope_ids", "target", "band_ids", "description")


class VsokoFramework(models.Model):
    """How a version of the system of indicators differs from the one it was made from."""

    _inherit = "vsoko.framework"

    differences = fields.Html(
        string="What has changed", compute="_compute_differences", sanitize=False
    )

    def _compute_differences(self):
        for framework in self:
            rows = framework._get_differences() if framework.parent_id else []
            framework.differences = self._render_differences(rows) if rows else False

    def _get_differences(self):
        """Return rows [indicator, what, before, now] against the version it was made from, by the
        order of the indicators; what is new or gone is one row."""
        self.ensure_one()
        before = {indicator.code: indicator for indicator in self.parent_id.indicator_ids}
        now = {indicator.code: indicator for indicator in self.indicator_ids}
        rows = []
        for indicator in (self.parent_id.indicator_ids | self.indicator_ids).sorted("sequence"):
            code = indicator.code
            if code not in before:
                rows.append([indicator.name, self.env._("New indicator"), "", ""])
            elif code not in now:
                rows.append([indicator.name, self.env._("Taken out"), "", ""])
            elif indicator == now[code]:
                rows += before[code]._get_changes(indicator)
        return rows

    def _render_differences(self, rows):
        titles = [
            self.env._("Indicator"),
            self.env._("What"),
            self.env._("Before"),
            self.env._("Now"),
        ]
        return Markup(
            '<table class="table table-sm"><thead>%s</thead><tbody>%s</tbody></table>'
        ) % (
            _line(titles, "th"),
            Markup().join(_line(row, "td") for row in rows),
        )


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _get_changes(self, later):
        """Return rows [indicator, what, before, now] of what another version says otherwise."""
        labels = self.fields_get(SHOWN, ["string"])
        texts = [
            (labels[name]["string"], self._get_field_text(name), later._get_field_text(name))
            for name in SHOWN
        ]
        return [[later.name, label, before, now] for label, before, now in texts if before != now]

    def _get_field_text(self, name):
        """Return the value of a field as people read it."""
        field, value = self._fields[name], self[name]
        if name == "band_ids":
            statuses = dict(value._fields["status"]._description_selection(self.env))
            bands = value.sorted("lower")
            return "; ".join(f"≥ {band.lower:g}: {statuses[band.status]}" for band in bands)
        if field.relational:
            return ", ".join(value.mapped("display_name"))
        if field.type == "selection":
            return dict(field._description_selection(self.env)).get(value, "")
        if field.type == "boolean":
            return self.env._("yes") if value else self.env._("no")
        if value is False:
            return ""
        return f"{value:g}" if field.type == "float" else str(value)


def _line(cells, tag):
    cell = Markup("<{0}>%s</{0}>").format(tag)
    return Markup("<tr>%s</tr>") % Markup().join(cell % one for one in cells)
