from odoo import api, fields, models
from odoo.fields import Domain


class VsokoOwnMixin(models.AbstractModel):
    """A searchable `is_own` for the record rules of teachers.

    What a teacher leads is a pair (class, subject), which no path of fields can express, so each
    model says in SQL when a row belongs to the current user.
    """

    _name = "vsoko.own.mixin"
    _description = "Record that may be the user's own"

    is_own = fields.Boolean(
        compute="_compute_is_own",
        search="_search_is_own",
        export_string_translation=False,
    )

    def _get_own_condition(self, alias):
        """Return the SQL condition on `alias` under which a row is the current user's own."""
        raise NotImplementedError

    @api.depends_context("uid")
    def _compute_is_own(self):
        # The question "is it mine" is asked by record rules, before any right is granted.
        own = self.sudo().search(Domain("id", "in", self.ids) & Domain("is_own", "=", True))
        for record in self:
            record.is_own = record._origin in own

    def _search_is_own(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return Domain.custom(to_sql=lambda model, alias, query: self._get_own_condition(alias))
