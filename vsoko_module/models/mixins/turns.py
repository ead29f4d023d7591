from odoo import api, models
from odoo.exceptions import LockError, UserError
from odoo.http import request
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY
from odoo.tools import SQL

from .base import OURS


class Base(models.AbstractModel):
    """Two people, or two clicks, at once."""

    _inherit = "base"

    @api.private
    def lock_for_update(self, *, allow_referencing=False):
        """Say in words of people that somebody else is at work."""
        try:
            return super().lock_for_update(allow_referencing=allow_referencing)
        except LockError:
            if not self._name.startswith(OURS):
                raise
            raise LockError(self._get_busy_text()) from None

    def _take_turn(self):
        """Let requests about these records follow one another.

        Each writes the row of the record. The later one waits for the earlier; then PostgreSQL
        refuses it and Odoo repeats it, so that it finds what the earlier one has made.
        """
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "UPDATE %s SET write_uid = write_uid WHERE id = ANY(%s)",
                SQL.identifier(self._table),
                list(self.ids),
            )
        )

    def _wait_for_turn(self):
        """Wait until nobody else works on these records; write nothing.

        Who waited for somebody that has written them begins anew, as in `_take_turn`; who waited
        for somebody that only looked goes on, so any number of requests get through.
        """
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "SELECT id FROM %s WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE",
                SQL.identifier(self._table),
                list(self.ids),
            )
        )

    def _get_busy_text(self):
        return self.env._(
            "Somebody is doing this at this very moment: %(model)s. Try again in a minute.",
            model=self.env["ir.model"]._get(self._name).name,
        )


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _handle_error(cls, exception):
        """A request that met others again and again, until Odoo gave up, says so in words."""
        if isinstance(exception, PG_CONCURRENCY_EXCEPTIONS_TO_RETRY):
            message = request.env._(
                "Several people are changing the same at this very moment. Nothing was stored: try"
                " again in a minute."
            )
            exception = UserError(message)
        return super()._handle_error(exception)
