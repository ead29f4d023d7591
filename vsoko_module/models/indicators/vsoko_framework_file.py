from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ...tools import framework_file
from .vsoko_indicator import RULE_FIELDS

CRITERION = ("code", "name", "short_name", "paragraph", "sequence")
INDICATOR = (*CRITERION, "description", *RULE_FIELDS, "target", "is_main")
BAND = ("lower", "status", "origin", "date")
KNOWN = {
    "criteria": {*CRITERION, "parent"},
    "indicators": {*INDICATOR, "criterion", "scopes", "bands"},
    "bands": set(BAND),
}


class VsokoFramework(models.Model):
    """A system of indicators goes to another school, or to another database, as one file."""

    _inherit = "vsoko.framework"

    def _to_file(self):
        """Return the bytes of the file, see `tools.framework_file`."""
        self.ensure_one()
        self.check_access("read")
        return framework_file.dump(
            {
                "name": self.name,
                "date_from": self.date_from.isoformat(),
                "period_kind": self.period_kind or None,
                "criteria": [
                    _values(criterion, CRITERION) | {"parent": criterion.parent_id.code or None}
                    for criterion in self.criterion_ids.sorted(_depth_and_place)
                ],
                "indicators": [
                    indicator._to_entry() for indicator in self.indicator_ids.sorted(_place)
                ],
            }
        )

    @api.model
    def _from_file(self, content):
        """Return a new draft of the own school made of a file; nothing is left of a wrong one.

        :raise UserError: what is wrong with the file, or what the rules of indicators refuse
        """
        try:
            data = framework_file.load(content, KNOWN)
        except framework_file.FrameworkFileError as error:
            raise UserError(error.message(self.env._)) from error
        try:
            with self.env.cr.savepoint():
                return self._make_from(data)
        except (ValueError, TypeError) as error:
            # what the ORM says of a word that is none of its selection or of a wrong date
            raise UserError(
                self.env._("The file cannot be loaded: %(reason)s", reason=str(error)[:300])
            ) from error

    def _make_from(self, data):
        draft = self.create(
            {
                "name": data.get("name") or self.env._("System of indicators"),
                "date_from": data.get("date_from") or fields.Date.context_today(self),
                "period_kind": data.get("period_kind"),
                "company_id": self.env.company.id,
            }
        )
        criteria = {}
        for entry in data["criteria"]:
            vals = {name: value for name, value in entry.items() if name != "parent"}
            parent = criteria.get(entry.get("parent"))
            vals |= {"framework_id": draft.id, "parent_id": parent and parent.id}
            criteria[entry["code"]] = self.env["vsoko.criterion"].create(vals)
        self.env["vsoko.indicator"].create(
            [_indicator_vals(entry, draft, criteria) for entry in data["indicators"]]
        )
        return draft


class VsokoIndicator(models.Model):
    _inherit = "vsoko.indicator"

    def _to_entry(self):
        """Return the entry of the indicator in the file of its system."""
        entry = _values(self, INDICATOR)
        entry["criterion"] = self.criterion_id.code
        if self.scope_ids:
            entry["scopes"] = ",".join(self.scope_ids.mapped("code"))
        if self.band_ids:
            entry["bands"] = [_values(band, BAND) for band in self.band_ids.sorted("lower")]
        return entry


def _place(part):
    return part.sequence, part.code


def _depth_and_place(criterion):
    """The key by which a criterion stands behind its parent, the same in every database."""
    return criterion.parent_path.count("/"), *_place(criterion)


def _values(record, names):
    """Return the plain values of fields; nothing is null, a date is a text."""
    values = {}
    for name in names:
        value = record[name]
        if record._fields[name].type == "date":
            value = value and value.isoformat()
        is_empty = value is False and record._fields[name].type != "boolean"
        values[name] = None if is_empty else value
    return values


def _indicator_vals(entry, draft, criteria):
    vals = {name: value for name, value in entry.items() if name in INDICATOR}
    vals |= {"framework_id": draft.id, "criterion_id": criteria[entry["criterion"]].id}
    if entry.get("scopes"):
        vals["scopes"] = entry["scopes"]
    if entry.get("bands"):
        vals["band_ids"] = [Command.create(dict(band)) for band in entry["bands"]]
    return vals
