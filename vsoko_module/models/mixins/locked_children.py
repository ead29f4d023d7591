from odoo import api, models, tools

from .base import OURS


class Base(models.AbstractModel):
    """A locked record locks all that belongs to it.

    What belongs to a record is found by its fields: a stored many2one that goes with the record
    it names (`ondelete="cascade"`), over any number of steps. So a model that is added to a work
    later is locked with the work without a line of its own, for everybody and on every path.
    """

    _inherit = "base"

    # whether `_check_open` of the record is asked before anything that belongs to it changes
    _locks_children = False
    # a log of what happened to a locked record goes on
    _follows_lock = True

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._check_parents_open()
        return records

    def write(self, vals):
        self._check_parents_open()
        result = super().write(vals)
        if any(path.split(".")[0] in vals for path in self._get_lock_paths()):
            self._check_parents_open()
        return result

    def unlink(self):
        self._check_parents_open()
        return super().unlink()

    def _check_parents_open(self):
        for path in self._get_lock_paths():
            # Only asked whether it is locked; the rights on the child are checked by the ORM.
            self.sudo().mapped(path)._check_open()

    @tools.ormcache()
    def _get_lock_paths(self):
        """Return the paths of fields to the records that lock this one, for example
        ``("result_id.assessment_id",)``."""
        if not self._name.startswith(OURS) or self._transient or not self._auto:
            return ()
        return tuple(_lock_paths(self, {self._name})) if self._follows_lock else ()


def _lock_paths(model, seen):
    for name, field in model._fields.items():
        if field.type != "many2one" or not field.store or field.ondelete != "cascade":
            continue
        if not field.comodel_name.startswith(OURS) or field.comodel_name in seen:
            continue
        parent = model.env[field.comodel_name]
        if parent._locks_children:
            yield name
        for further in _lock_paths(parent, seen | {parent._name}):
            yield f"{name}.{further}"
