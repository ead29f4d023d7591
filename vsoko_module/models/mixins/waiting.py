from psycopg2.errors import QueryCanceled

from odoo import models
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import SQL

from .base import OURS

LIMIT = "vsoko_module.statement_seconds"
DEFAULT_LIMIT = 30
# a number that PostgreSQL takes, whatever was written into the parameter
_LONGEST_LIMIT = 24 * 60 * 60
# where Odoo's routes of calls and of the external interface keep the name of the model
_MODEL_PARAMS = ("model", "__model__")
_OUR_CONTROLLERS = "odoo.addons.vsoko_"


class Base(models.AbstractModel):
    """Work that takes its time."""

    _inherit = "base"

    def _take_time(self):
        """Let the statements of this request run as long as they need: it is work, not looking.

        Outside of requests, in scheduled work, nothing limits them.
        """
        if request:
            self.env["ir.http"]._limit_statements(0)


class IrHttp(models.AbstractModel):
    """Nobody's list, filter or page occupies the database without an end.

    The database goes on with a statement after the browser that waited for it is closed: some
    clicks on a slow list would take all connections from the school.
    """

    _inherit = "ir.http"

    @classmethod
    def _dispatch(cls, endpoint):
        if _is_ours(endpoint):
            http = request.env["ir.http"]
            http._limit_statements(http._get_statement_limit())
        return super()._dispatch(endpoint)

    @classmethod
    def _handle_error(cls, exception):
        """A statement that was stopped is told in words."""
        if isinstance(exception, QueryCanceled) or isinstance(exception.__cause__, QueryCanceled):
            message = request.env._(
                "The request ran longer than %(seconds)s seconds and was stopped; nothing was"
                " stored. Narrow the selection: choose a year or period, or remove a grouping.",
                seconds=request.env["ir.http"]._get_statement_limit(),
            )
            exception = UserError(message)
        return super()._handle_error(exception)

    def _get_statement_limit(self):
        """Return the seconds that a statement of a request may take; 0 is without a limit."""
        # The limit holds for everybody, and only administrators read parameters.
        value = self.env["ir.config_parameter"].sudo().get_param(LIMIT, "")
        return min(int(value), _LONGEST_LIMIT) if value.isdecimal() else DEFAULT_LIMIT

    def _limit_statements(self, seconds):
        """Stop each statement of this transaction that takes more than so many seconds."""
        self.env.cr.execute(SQL("SET LOCAL statement_timeout = %s", f"{seconds}s"))


def _is_ours(endpoint):
    """Whether the request is a call of a model of ours, or of a controller of ours."""
    if endpoint.func.__module__.startswith(_OUR_CONTROLLERS):
        return True
    return any(str(request.params.get(name, "")).startswith(OURS) for name in _MODEL_PARAMS)
