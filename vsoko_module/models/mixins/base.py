from odoo import SUPERUSER_ID, api, models, tools
from odoo.exceptions import AccessError

from odoo.addons.base.models.ir_model import MODULE_UNINSTALL_FLAG

OURS = "vsoko."


class Base(models.AbstractModel):
    """The guard of what only the program writes.

    A stored field that is declared read-only is read-only on every path: states, signatures,
    versions, files made by the program, stored computed and related values, the source of a fact.
    The school of a record does not change after its creation. The program itself writes past the
    guard as superuser, after the right of the person was checked; nothing in the context and no
    default of a user, a company or a parent record opens it. Every model of this addon is under
    the guard without a line of its own.
    """

    _inherit = "base"

    @api.model_create_multi
    def create(self, vals_list):
        if self._is_guarded():
            for vals in vals_list:
                self._check_given(self._without_own_defaults(vals), self._get_first_fields())
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_guarded():
            return super().write(vals)
        self._check_given(vals, self._get_given_fields())
        schools = self._get_schools(vals)
        result = super().write(vals)
        for record, school in schools.items():
            record._check_school(school)
        return result

    def unlink(self):
        """What keeps a record from being deleted gives way to an uninstallation, and to nothing
        that a request says of itself in its context."""
        is_said = self.env.context.get(MODULE_UNINSTALL_FLAG) and self._name.startswith(OURS)
        if is_said and self.env.uid != SUPERUSER_ID:
            return self.with_context(**{MODULE_UNINSTALL_FLAG: False}).unlink()
        return super().unlink()

    def copy_data(self, default=None):
        copies = super().copy_data(default)
        if self._is_guarded():
            given = self._get_given_fields()
            copies = [
                {name: value for name, value in vals.items() if name not in given}
                for vals in copies
            ]
        return copies

    @api.model
    def default_get(self, fields):
        """Values that the program gives come from the program alone, whoever else proposes some."""
        if not self._is_guarded():
            return super().default_get(fields)
        given = self._get_first_fields().intersection(fields)
        defaults = super().default_get([name for name in fields if name not in given])
        return defaults | self._get_own_defaults(given)

    def _is_guarded(self):
        # a wizard lives for one press of a button and its buttons check what they are given
        return not self.env.su and self._name.startswith(OURS) and not self._transient

    @tools.ormcache()
    def _get_given_fields(self):
        """Return the names of the stored fields that only the program writes."""
        return frozenset(
            name
            for name, field in self._fields.items()
            if field.store and field.readonly and name not in models.MAGIC_COLUMNS
        )

    def _get_first_fields(self):
        """The same for a new record: it begins in the first state even where people move it on."""
        return self._get_given_fields() | ({"state"} & self._fields.keys())

    def _get_own_defaults(self, names):
        """Return the defaults that the model itself declares for these fields."""
        defaults = {}
        for name in names:
            field = self._fields[name]
            if field.default:
                cached = field.convert_to_cache(field.default(self), self, validate=False)
                record_value = field.convert_to_record(cached, self)
                defaults[name] = field.convert_to_write(record_value, self)
        return defaults

    def _without_own_defaults(self, vals):
        """Return the values but for those that every new record has anyway."""
        own = self._get_own_defaults(self._get_first_fields() & vals.keys())
        return {name: vals[name] for name in vals if name not in own or own[name] != vals[name]}

    def _check_given(self, vals, given):
        """Raise AccessError when values contain what only the program writes."""
        refused = given & vals.keys()
        if refused:
            raise AccessError(
                self.env._(
                    "%(model)s: these fields are filled by the program: %(names)s. Use the buttons"
                    " of the form.",
                    model=self.env["ir.model"]._get(self._name).name,
                    names=", ".join(sorted(self._get_given_labels(refused))),
                )
            )

    def _get_given_labels(self, names):
        return [label["string"] for label in self.fields_get(names, ["string"]).values()]

    def _get_schools(self, vals):
        """Return {record: its school} where these values may move a record to another one."""
        if "company_id" not in self._fields or not self._fields["company_id"].store:
            return {}
        if not any(self._fields[name].type == "many2one" for name in vals if name in self._fields):
            return {}
        # Only compared, and named to nobody: the school may be closed to who may write the record.
        return {record: record.sudo().company_id for record in self}

    def _check_school(self, school):
        """Raise AccessError when a write has moved the record out of its school."""
        # As above.
        if self.exists() and self.sudo().company_id != school:
            raise AccessError(
                self.env._(
                    "A record stays in its school: %(model)s cannot be moved to another one.",
                    model=self.env["ir.model"]._get(self._name).name,
                )
            )
