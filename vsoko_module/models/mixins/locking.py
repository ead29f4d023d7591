from contextlib import contextmanager

from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError

from .base import OURS

DIRECTOR = "vsoko_module.group_director"
# changes that say nothing about the content
NOTES = frozenset({"message_follower_ids", "message_ids", "activity_ids"})
# where the cursor keeps what the program is writing past the locks
_OPENED = "vsoko_opened"


class Base(models.AbstractModel):
    """A locked record locks all that belongs to it.

    What belongs to a record is found by its fields: a stored many2one that goes with the record
    it names (`ondelete="cascade"`), over any number of steps. So a model that is added to a work
    later is locked with the work without a line of its own, for everybody and on every path.
    """

    _inherit = "base"

    # whether what belongs to the record is locked with it
    _locks_parts = False
    # a log of what happened to a locked record goes on
    _follows_lock = True
    # paths to records that lock this one though it does not go with them
    _locked_with = ()
    # the fields that may change in spite of the lock
    _free_fields = frozenset()

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts._check_wholes_unlocked("create")
        return parts

    def write(self, vals):
        if vals.keys() - self._free_fields:
            self._check_wholes_unlocked("write")
        result = super().write(vals)
        if any(path.split(".")[0] in vals for path in self._get_lock_paths()):
            self._check_wholes_unlocked("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_of_locked(self):
        self._check_wholes_unlocked("unlink")

    def _check_wholes_unlocked(self, operation):
        """Raise UserError when these records belong to a locked one."""
        for path in self._get_lock_paths():
            # Only asked whether it is locked; who has no right to the part hears that alone.
            wholes = self.sudo().mapped(path)._get_guarded()
            try:
                wholes._check_part_unlocked(self.browse())
            except UserError:
                self.check_access(operation)
                raise

    @tools.ormcache()
    def _get_lock_paths(self):
        """Return the paths of fields to the records that lock this one, for example
        ``("result_id.assessment_id",)``."""
        if not self._name.startswith(OURS) or self._transient or not self._auto:
            return ()
        followed = _lock_paths(self, {self._name}) if self._follows_lock else ()
        return (*self._locked_with, *followed)


class VsokoLockMixin(models.AbstractModel):
    """A record that some of its states lock: for everybody, on every path, with all its parts.

    A model says which states and which fields (`_locked_states`, `_locked_fields`,
    `_free_fields`), and in its own words what is locked and who opens it. Only the program writes
    past the lock (`_store`, `_past_lock`), after its button has asked for the right; nothing that
    can be sent opens it.
    """

    _name = "vsoko.lock.mixin"
    _description = "Record that its state locks"

    _locks_parts = True
    _locked_states = ()
    # the fields that the lock is about; None: all but the free ones
    _locked_fields = None

    is_locked = fields.Boolean(string="Locked", compute="_compute_is_locked")

    @api.depends("state")
    def _compute_is_locked(self):
        for record in self:
            record.is_locked = record.state in self._locked_states

    def write(self, vals):
        if self._get_locked_names(vals):
            self._get_guarded()._check_unlocked()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_locked(self):
        self._get_guarded()._check_unlocked()

    def _get_locked_names(self, vals):
        """Return the names of the values that a lock keeps as they are."""
        names = vals.keys() - self._free_fields
        return names if self._locked_fields is None else names & self._locked_fields

    def _check_unlocked(self):
        """Raise UserError when one of these records is locked, whoever asks."""
        for record in self:
            if record.state in self._locked_states:
                raise UserError(record._get_locked_text())

    def _check_part_unlocked(self, part):
        """Raise UserError when these records lock a part of them.

        :param part: an empty record of the model of the part
        """
        self._check_unlocked()

    def _get_locked_text(self):
        state = dict(self._fields["state"]._description_selection(self.env))[self.state]
        return self.env._(
            "“%(name)s” does not change: %(state)s.", name=self.display_name, state=state
        )

    def _store(self, vals):
        """Write what only the program writes, past the lock; the caller has checked the right."""
        with self._past_lock():
            # As said: the right and the state were checked by the caller.
            return self.sudo().write(vals)

    @contextmanager
    def _past_lock(self):
        """Let the program change these records and their parts although they are locked."""
        kept = self.env.cr.cache
        before = kept.get(_OPENED, frozenset())
        kept[_OPENED] = before | {(self._name, id_) for id_ in self._ids}
        try:
            yield
        finally:
            kept[_OPENED] = before

    def _get_guarded(self):
        """Return those of the records that the program is not just writing past their lock."""
        opened = self.env.cr.cache.get(_OPENED)
        return self.filtered(lambda one: (one._name, one.id) not in opened) if opened else self

    def _check_director(self):
        """Raise AccessError unless the director acts, or the program itself."""
        if not self.env.su and not self.env.user.has_group(DIRECTOR):
            raise AccessError(self._get_director_text())

    def _get_reason(self, reason):
        """Return why somebody opens or takes back what is locked; raise UserError without it."""
        if not (reason or "").strip():
            raise UserError(self.env._("Say why: the reason stays in the history."))
        return reason.strip()

    def _get_director_text(self):
        return self.env._("Only the director approves and opens what is approved.")


def _lock_paths(model, seen):
    for name, field in model._fields.items():
        if field.type != "many2one" or not field.store or field.ondelete != "cascade":
            continue
        if not field.comodel_name.startswith(OURS) or field.comodel_name in seen:
            continue
        whole = model.env[field.comodel_name]
        if whole._locks_parts:
            yield name
        if whole._follows_lock:
            for further in _lock_paths(whole, seen | {whole._name}):
                yield f"{name}.{further}"
