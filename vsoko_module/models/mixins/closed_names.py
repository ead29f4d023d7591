from odoo import api, models
from odoo.api import NewId
from odoo.exceptions import AccessError

from .base import OURS


def linked_id(value):
    """The number of a record as Odoo takes a link: itself, the origin of a new record, or the
    number among its values; None for what is no link."""
    if isinstance(value, dict):
        value = value.get("id")
    if isinstance(value, NewId):
        value = value.origin
    return value if isinstance(value, int) else None


class Base(models.AbstractModel):
    """Nobody learns the name of a record that the rules close to him.

    Odoo shows the name of any many2one with the rights of the superuser, so a form that is asked
    what it would show for a number would tell whose number it is.
    """

    _inherit = "base"

    def onchange(self, values, field_names, fields_spec):
        if self._name.startswith(OURS) and not self.env.su:
            self._check_links_readable(values)
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def default_get(self, fields):
        defaults = super().default_get(fields)
        if self._name.startswith(OURS) and not self.env.su:
            self._check_links_readable(defaults)
        return defaults

    def _check_links_readable(self, values):
        """Raise AccessError when values name a record of ours that the user may not read."""
        for model, ids in self._get_linked(values).items():
            self.env[model].browse(ids).exists().check_access("read")

    def _get_linked(self, values):
        """Return {model of ours: ids} that values refer to, also in nested commands."""
        linked = {}
        for name, value in values.items():
            field = self._fields.get(name)
            if not value or field is None or not (field.comodel_name or "").startswith(OURS):
                continue
            if field.type == "many2one":
                self._add_link(linked, field.comodel_name, value)
            elif isinstance(value, list | tuple):
                self._add_commands(linked, field.comodel_name, value)
        return linked

    def _add_link(self, linked, model, value):
        if isinstance(value, dict):
            self._add_values(linked, model, value)
        number = linked_id(value)
        if number is not None:
            linked.setdefault(model, set()).add(number)

    def _add_values(self, linked, model, values):
        for further, ids in self.env[model]._get_linked(values).items():
            linked.setdefault(further, set()).update(ids)

    def _add_commands(self, linked, model, commands):
        for command in commands:
            if not isinstance(command, list | tuple):
                self._add_link(linked, model, command)
                continue
            if not command:
                continue
            code, *rest = command
            if code in (1, 2, 3, 4) and rest and isinstance(rest[0], int):
                linked.setdefault(model, set()).add(rest[0])
            elif code == 6 and len(rest) > 1:
                linked.setdefault(model, set()).update(rest[1])
            if code in (0, 1) and len(rest) > 1 and isinstance(rest[1], dict):
                self._add_values(linked, model, rest[1])


class IrRule(models.Model):
    _inherit = "ir.rule"

    def _make_access_error(self, operation, records):
        """Odoo names the closed records to whoever turns the mode of developers on; ours it does
        not name."""
        error = super()._make_access_error(operation, records)
        if not records._name.startswith(OURS) or not self.env.user.has_group("base.group_no_one"):
            return error
        plain = AccessError(
            self.env._(
                "You have no right to these records: %(model)s. Ask the administration of the"
                " school.",
                model=self.env["ir.model"]._get(records._name).name,
            )
        )
        if hasattr(error, "context"):
            plain.context = error.context
        return plain
