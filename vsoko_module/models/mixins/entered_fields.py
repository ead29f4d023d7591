from odoo import api, models
from odoo.exceptions import AccessError


class Base(models.AbstractModel):
    """What a role enters into a record that it may write, and nothing beside it.

    A model declares it in `_entered_by`; the declaration holds for forms, RPC, nested commands,
    Odoo's import and defaults alike. Who has several roles enters what any of them may.
    """

    _inherit = "base"

    # {group: {"create": names, "write": names}}, None for every field; None: the model says nothing
    _entered_by = None

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_entered(vals, "create")
        return super().create(vals_list)

    def write(self, vals):
        self._check_entered(vals, "write")
        return super().write(vals)

    @api.model
    def default_get(self, fields):
        """What a role does not enter no default enters for it."""
        defaults = super().default_get(fields)
        entered = self._get_entered("create")
        if entered is None:
            return defaults
        own = self._get_own_defaults(defaults.keys() - entered)
        return {name: value for name, value in defaults.items() if name in entered} | own

    def _get_entered(self, operation):
        """Return the names of the fields that the user may give, None for any."""
        if self._entered_by is None or not self._is_guarded():
            return None
        names = set()
        for group, rights in self._entered_by.items():
            if self.env.user.has_group(group):
                if rights is None:
                    return None
                names |= rights.get(operation, set())
        return names

    def _check_entered(self, vals, operation):
        """Raise AccessError when values hold what the roles of the user do not enter."""
        entered = self._get_entered(operation)
        if entered is None:
            return
        # what nobody enters is refused by the guard of the program's fields
        refused = (vals.keys() & self._fields.keys()) - entered - self._get_first_fields()
        if refused:
            raise AccessError(
                self.env._(
                    "%(model)s: you enter %(entered)s; %(refused)s is entered by the"
                    " administration.",
                    model=self.env["ir.model"]._get(self._name).name,
                    entered=", ".join(sorted(self._get_given_labels(entered))) or "—",
                    refused=", ".join(sorted(self._get_given_labels(refused))),
                )
            )
