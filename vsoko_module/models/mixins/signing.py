from datetime import datetime

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import SQL, format_date, format_datetime

from .locking import NOTES

# what the button of a screen sends: pairs [id, revision] of what the screen showed
SEEN = "seen_revisions"


def signed_in(*states, by="approved_by_id", on="approved_date"):
    """Return the constraint of the database that a record in these states has a signature."""
    listed = ", ".join(f"'{state}'" for state in states)
    return models.Constraint(
        f"CHECK(state NOT IN ({listed}) OR ({by} IS NOT NULL AND {on} IS NOT NULL))",
        "What is approved or sent says who did it and when.",
    )


class VsokoSigningMixin(models.AbstractModel):
    """A record that somebody signs and thereby locks: once, and as the screen showed it.

    `revision` grows with each change of the record and of its parts (`vsoko.signing.part.mixin`)
    as long as it is not signed. Each change writes the row of the record itself, so a signature
    and a change at the same time exclude each other whatever part was changed.
    """

    _name = "vsoko.signing.mixin"
    _inherit = ["vsoko.lock.mixin"]
    _description = "Signed record"

    # the states in which a record is signed (empty: those that lock it), and the fields that say
    # by whom and when
    _signed_states = ()
    _signature = ("approved_by_id", "approved_date")
    # changes of the record that are no changes of what is signed
    _unsigned_fields = frozenset()

    revision = fields.Integer(default=0, readonly=True, copy=False, aggregator=None)

    def write(self, vals):
        result = super().write(vals)
        if vals.keys() - NOTES - self._unsigned_fields:
            self._touch()
        return result

    def _touch(self):
        """Remember that the content of what is not signed has changed, and who changed it."""
        self.flush_recordset()
        # The change itself was made by the rights of the user; this only counts it.
        self.env.cr.execute(
            SQL(
                "UPDATE %(table)s SET revision = COALESCE(revision, 0) + 1,"
                " write_uid = %(user)s, write_date = %(now)s"
                " WHERE id = ANY(%(ids)s) AND state <> ALL(%(signed)s)",
                table=SQL.identifier(self._table),
                user=self.env.uid,
                now=self.env.cr.now(),
                ids=list(self.ids),
                signed=list(self._get_signed_states()),
            )
        )
        self.invalidate_recordset(["revision", "write_uid", "write_date"], flush=False)

    def _begin_signing(self):
        """Wait for whoever works on these records; raise UserError unless they may be signed.

        Whoever waited for another signature begins anew (PostgreSQL refuses to go on with what is
        not true any more, Odoo repeats the request) and then reads that it is signed already.
        """
        self._check_unsigned()
        self._take_turn()
        self._check_seen()

    def _check_unsigned(self):
        by, on = self._signature
        for record in self:
            if record.state in self._get_signed_states():
                # Who has signed stands on the document itself.
                signed = record.sudo()
                moment = self._format_moment(signed[on])
                raise UserError(record._get_signed_text(signed[by].name, moment))

    def _get_signed_states(self):
        return self._signed_states or self._locked_states

    def _get_signed_text(self, person, moment):
        return self.env._(
            "“%(name)s” is approved already: %(person)s, %(date)s.",
            name=self.display_name,
            person=person,
            date=moment,
        )

    def _as_seen(self):
        """Return the records as a screen that has just been opened would sign them."""
        return self.with_context(**{SEEN: [[record.id, record.revision] for record in self]})

    def _check_seen(self):
        """Raise UserError when the records are not what the screen showed.

        The program itself signs what there is; a request from outside says what it saw.
        """
        seen = self._get_seen()
        if seen is None:
            if request and not self.env.su:
                raise UserError(
                    self.env._(
                        "Open the document and press the button there: what is signed is what was"
                        " seen."
                    )
                )
            return
        for record in self:
            if seen.get(record.id) != record.revision:
                raise UserError(record._get_change_text())

    def _get_seen(self):
        """Return {id: revision} that the screen showed; None: nothing is said of it."""
        pairs = self.env.context.get(SEEN)
        if pairs is None:
            return None
        if not isinstance(pairs, list | tuple):
            return {}
        return {
            pair[0]: pair[1]
            for pair in pairs
            if isinstance(pair, list | tuple)
            and len(pair) == 2
            and all(isinstance(number, int) for number in pair)
        }

    def _get_change_text(self):
        """Say who changed what since the screen was opened."""
        # Names of colleagues who work on the same document.
        last = self.sudo()
        return self.env._(
            "“%(name)s” has changed since you opened it: %(person)s, %(date)s (%(what)s). Reload"
            " the page, look at it and press the button again.",
            name=self.display_name,
            person=last.write_uid.name,
            date=self._format_moment(last.write_date),
            what=self._get_changed_name(),
        )

    def _get_changed_name(self):
        """Return what was changed last: the parts written together with the last change."""
        changed = []
        for name in self._get_part_names():
            # As above; only names of parts of a document that the user may sign are told.
            for part in self.sudo()[name]:
                if part.write_date == self.write_date:
                    changed.append(part.display_name)
        if not changed:
            return self.env["ir.model"]._get(self._name).name
        return ", ".join(changed[:5]) + (", …" if len(changed) > 5 else "")

    def _get_part_names(self):
        """Return the names of the fields of the parts that are signed with the record."""
        return [
            name
            for name, field in self._fields.items()
            if field.type == "one2many"
            and getattr(self.env.get(field.comodel_name), "_signed_with", None)
            == field.inverse_name
        ]

    def _format_moment(self, moment):
        if isinstance(moment, datetime):
            return format_datetime(self.env, moment, dt_format="dd.MM.yyyy HH:mm")
        return format_date(self.env, moment)


class VsokoSigningPartMixin(models.AbstractModel):
    """A part of a record that somebody signs: a change of it is a change of the record."""

    _name = "vsoko.signing.part.mixin"
    _description = "Part of a signed record"

    # the path of fields to the record that is signed
    _signed_with = None

    is_locked = fields.Boolean(string="Locked", compute="_compute_is_locked")

    @api.depends(lambda self: [f"{self._signed_with}.is_locked"] if self._signed_with else [])
    def _compute_is_locked(self):
        for part in self:
            part.is_locked = part.mapped(self._signed_with).is_locked

    @api.model_create_multi
    def create(self, vals_list):
        parts = super().create(vals_list)
        parts.mapped(self._signed_with)._touch()
        return parts

    def write(self, vals):
        signed = self.mapped(self._signed_with)
        result = super().write(vals)
        (signed | self.mapped(self._signed_with))._touch()
        return result

    def unlink(self):
        signed = self.mapped(self._signed_with)
        result = super().unlink()
        signed.exists()._touch()
        return result
