from odoo import api, models
from odoo.exceptions import AccessError

from .base import OURS
from .closed_names import linked_id


class Base(models.AbstractModel):
    """Two schools in one database: what is common to them is nobody's own.

    A record without a school (a subject, a scale, a line of a codifier, ...) is common to all. It
    is written by who keeps all the schools of the database; what somebody else makes belongs to
    the own school. A wizard is given records and schools of the user only.
    """

    _inherit = "base"

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        if self._is_of_wizard():
            records._check_wizard()
        elif self._is_guarded():
            records._check_common()
        return records

    def write(self, vals):
        if self._is_of_wizard():
            result = super().write(vals)
            self._check_wizard()
            return result
        if self._is_guarded():
            self._check_common()
        return super().write(vals)

    def unlink(self):
        if self._is_guarded():
            self._check_common()
        return super().unlink()

    def onchange(self, values, field_names, fields_spec):
        if self._is_of_wizard():
            schools = [linked_id(value) for name, value in values.items() if self._is_school(name)]
            self._check_schools(self.env["res.company"].browse(filter(None, schools)))
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def default_get(self, fields):
        """What is made by who may not make common records belongs to the school."""
        defaults = super().default_get(fields)
        if (
            "company_id" in fields
            and self._is_guarded()
            and self._may_be_common()
            and not self._fields["company_id"].related
            and not defaults.get("company_id")
            and not self._keeps_all_schools()
        ):
            defaults["company_id"] = self.env.company.id
        return defaults

    def _is_of_wizard(self):
        return self._transient and self._name.startswith(OURS) and not self.env.su

    def _is_school(self, name):
        field = self._fields.get(name)
        return bool(field) and field.type == "many2one" and field.comodel_name == "res.company"

    def _check_wizard(self):
        """Raise AccessError when a wizard was given a school or a record closed to the user."""
        for name, field in self._fields.items():
            if field.type not in ("many2one", "many2many") or not field.store:
                continue
            # Read only to be checked, in the next line, with the rights of the user.
            given = self.sudo().mapped(name).with_env(self.env)
            if field.comodel_name == "res.company":
                self._check_schools(given)
            elif field.comodel_name.startswith(OURS) and not given._transient:
                given.exists().check_access("read")

    def _check_schools(self, schools):
        if schools - self.env.companies:
            raise AccessError(
                self.env._("This school is not yours: choose one of the schools you work in.")
            )

    def _may_be_common(self):
        """Whether records of this model may belong to no school."""
        field = self._fields.get("company_id")
        return not self._auto or not field or not field.store or not field.required

    def _keeps_all_schools(self):
        # How many schools there are is no secret; the user is compared with all of them.
        schools = self.env["res.company"].sudo().search([])  # pylint: disable=no-search-all
        return schools <= self.env.user.company_ids

    def _get_common(self):
        """Return those of the records that are common to all schools."""
        if not self._auto or self._is_of_one_school():
            return self.browse()
        # Only compared: the rights on the record itself are checked by the ORM.
        records = self.sudo()
        if self._is_school("company_id"):
            return records.filtered(lambda record: not record.company_id)
        parents = [
            name
            for name, field in self._fields.items()
            if field.type == "many2one"
            and field.store
            and field.ondelete == "cascade"
            and field.comodel_name.startswith(OURS)
        ]
        if not parents:
            return records
        return records.filtered(lambda record: any(record[name]._get_common() for name in parents))

    def _is_of_one_school(self):
        field = self._fields.get("company_id")
        return bool(field) and field.store and field.required

    def _check_common(self):
        """Raise AccessError when the records are common and the user keeps not all schools."""
        common = self._get_common()
        if common and not self._keeps_all_schools():
            raise AccessError(
                self.env._(
                    "%(model)s “%(name)s” is common to all schools of the database: it is changed"
                    " by who keeps all of them. Make one of your own school instead.",
                    model=self.env["ir.model"]._get(self._name).name,
                    name=common[0].display_name,
                )
            )
