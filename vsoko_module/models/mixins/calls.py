import functools
import inspect

from odoo import api, models
from odoo.api import NewId
from odoo.exceptions import MissingError, UserError, ValidationError
from odoo.http import request

from ...tools.arguments import INTEGER, LARGE_INTEGER, fits, is_id, is_storable
from .base import OURS

_ADDON = __name__.partition(".models")[0]


class NotOneError(UserError, ValueError):
    """A button for one record was pressed for several or for none."""


class Base(models.AbstractModel):
    """What comes to the public methods of this addon is checked before they begin.

    Whatever has no underscore can be called from outside with anything. A method declares the
    types of its parameters beside their names; numbers of records and parameters that cannot be
    are answered in words. Every model of this addon is under the check without a line of its own,
    and another one that says so (`_checks_calls`).
    """

    _inherit = "base"

    _checks_calls = False

    def _register_hook(self):
        super()._register_hook()
        if self._name.startswith(OURS) or self._checks_calls:
            kind = self.env.registry[self._name]
            for name, method in _public_methods(kind):
                setattr(kind, name, _checked(method))

    def _unregister_hook(self):
        super()._unregister_hook()
        kind = self.env.registry[self._name]
        for name in [name for name, value in vars(kind).items() if hasattr(value, "_checks")]:
            delattr(kind, name)

    @api.private
    def ensure_one(self):
        """Say in words that a button works for one record, as it is pressed from outside."""
        try:
            return super().ensure_one()
        except ValueError as error:
            if not (self._name.startswith(OURS) or self._checks_calls):
                raise
            raise NotOneError(self.env._("Choose one record: this works for one at a time.")) from (
                error
            )


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """No page has an address with a sign that no text of the database can hold, nor one of
        the record with the number 0, for which Odoo cannot make an address."""
        if not all(is_storable(arg) for arg in args.values() if isinstance(arg, str)) or any(
            isinstance(arg, models.BaseModel) and not arg for arg in args.values()
        ):
            raise request.not_found()
        super()._pre_dispatch(rule, args)

    @classmethod
    def _serve_fallback(cls):
        """Nor has a file, which is looked for when no page has the address."""
        if is_storable(request.httprequest.path):
            return super()._serve_fallback()
        return None


def _public_methods(kind):
    """Return [(name, method)] of what this addon lets be called, but for the methods of the ORM."""
    names = {
        name
        for part in kind.mro()
        if part.__module__.startswith(_ADDON)
        for name, value in vars(part).items()
        if inspect.isfunction(value) and not name.startswith("_")
    }
    methods = [(name, getattr(kind, name)) for name in names if not hasattr(models.Model, name)]
    return [
        (name, method)
        for name, method in methods
        if not getattr(method, "_api_private", False)
        and not hasattr(vars(kind).get(name), "_checks")
    ]


def _checked(method):
    signature = inspect.signature(method)
    hints = {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if parameter.annotation is not parameter.empty
    }

    @functools.wraps(method)
    def checked(self, *args, **kwargs):
        # the number of a row of a view is put together of several
        most = INTEGER if self._auto else LARGE_INTEGER
        ids = (one for one in self._ids if not isinstance(one, NewId))
        if not all(is_id(one, most) for one in ids):
            raise MissingError(self.env._("There is no such record any more. Open the list anew."))
        try:
            given = signature.bind(self, *args, **kwargs).arguments
        except TypeError:
            raise ValidationError(_get_refusal(self, method.__name__)) from None
        wrong = [name for name in hints.keys() & given.keys() if not fits(given[name], hints[name])]
        if wrong:
            raise ValidationError(_get_refusal(self, ", ".join(wrong)))
        return method(self, *args, **kwargs)

    checked._checks = True
    return checked


def _get_refusal(records, name):
    return records.env._(
        "The page has sent what cannot be read (%(name)s). Reload it and try again.", name=name
    )
