import re

from odoo import api, models
from odoo.fields import Domain

# what stands between the parts of a composed name
_BETWEEN_PARTS = re.compile(r"[,:()]")
_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")


class Base(models.AbstractModel):
    """A record of ours without a name is called by what it is, never by the name of its table.

    Pages of assistants stand in the breadcrumbs, lines in refusals: both are read by people.
    """

    _inherit = "base"
    # the fields a composed name is made of, where a search by one word does not look in all
    _name_parts = ()

    def _compute_display_name(self):
        super()._compute_display_name()
        if self._name.startswith("vsoko.") and not self._rec_name:
            self.display_name = self.env["ir.model"]._get(self._name).name

    @api.model
    def _search_display_name(self, operator, value):
        """Find a record also by its name as it is shown: "2 четверть, 2025/2026".

        Such a name is in no field, but each of its parts is.
        """
        found = super()._search_display_name(operator, value)
        if operator not in ("ilike", "not ilike") or not self._name.startswith("vsoko."):
            return found
        parts = [part.strip() for part in _BETWEEN_PARTS.split(value) if part.strip()]
        if len(parts) < 2:
            return found
        composed = Domain.AND(self._search_name_part(part) for part in parts)
        return found & ~composed if operator == "not ilike" else Domain(found) | composed

    @api.model
    def _search_name_part(self, part):
        """Return the domain of the records that have a part of a composed name."""
        number = part.rpartition(" ")[2]
        is_number = number.isdecimal() and "version" in self._fields
        if is_number and part == self.env._("version %(number)s", number=number):
            return Domain("version", "=", int(number))
        text = _DAY.sub(r"\3-\2-\1", part)
        names = self._name_parts or self._rec_names_search or filter(None, [self._rec_name])
        return Domain.OR(self._search_name_field(name, text) for name in names)

    @api.model
    def _search_name_field(self, name, text):
        """Return the domain of the records whose field reads so; a choice reads as its label."""
        field = self._fields[name]
        if field.type != "selection":
            return Domain(name, "ilike", text)
        labels = dict(field._description_selection(self.env)).items()
        return Domain(name, "in", [key for key, label in labels if text.lower() in label.lower()])
