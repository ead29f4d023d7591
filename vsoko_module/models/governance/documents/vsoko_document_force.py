from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain


class VsokoDocument(models.Model):
    """When a document is in force: of the versions of one act at most one on any day."""

    _inherit = "vsoko.document"

    date_from = fields.Date(
        string="In force from", copy=False, help="The day of the document where it is left empty"
    )
    date_to = fields.Date(
        string="In force to", copy=False, help="The last day; empty: until it is replaced"
    )
    is_replaced = fields.Boolean(string="Replaced by another version", readonly=True, copy=False)
    status = fields.Selection(
        [
            ("draft", "Draft"),
            ("agreed", "Agreed"),
            ("waiting", "Comes into force later"),
            ("in_force", "In force"),
            ("replaced", "Replaced"),
            ("expired", "Expired"),
            ("cancelled", "Cancelled"),
        ],
        string="Today",
        compute="_compute_status",
        search="_search_status",
    )
    is_in_force = fields.Boolean(
        string="In force today", compute="_compute_status", search="_search_is_in_force"
    )

    _force_order = models.Constraint(
        "CHECK(state <> 'approved' OR date_from IS NOT NULL)",
        "An approved document has a day from which it is in force.",
    )
    _one_in_force = models.Constraint(
        "EXCLUDE USING gist ("
        "int4range(COALESCE(origin_id, id), COALESCE(origin_id, id), '[]') WITH =,"
        " daterange(date_from, date_to, '[]') WITH &&)"
        " WHERE (state IN ('approved', 'cancelled') AND date_from IS NOT NULL"
        " AND (date_to IS NULL OR date_from <= date_to))",
        "Another version of this document is in force on some of these days.",
    )

    @api.depends("state", "date_from", "date_to", "is_replaced")
    def _compute_status(self):
        today = fields.Date.context_today(self)
        for document in self:
            document.status = document._get_status(today)
            document.is_in_force = document.status == "in_force"

    def _get_status(self, day):
        """Return what the document is on a day."""
        if self.state != "approved":
            return self.state
        if self.date_from > day:
            return "waiting"
        if not self.date_to or self.date_to >= day:
            return "in_force"
        return "replaced" if self.is_replaced else "expired"

    @api.model
    def _search_status(self, operator, value):
        if operator != "in":
            return NotImplemented
        return Domain.OR(self._get_status_domain(status) for status in value)

    @api.model
    def _search_is_in_force(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._get_status_domain("in_force")

    @api.model
    def _get_status_domain(self, status):
        today = fields.Date.context_today(self)
        approved = Domain("state", "=", "approved")
        replaced = Domain("is_replaced", "=", True)
        over = approved & Domain("date_to", "<", today)
        begun = approved & Domain("date_from", "<=", today)
        return {
            "waiting": approved & Domain("date_from", ">", today),
            "in_force": begun & (Domain("date_to", "=", False) | Domain("date_to", ">=", today)),
            "replaced": over & replaced,
            "expired": over & ~replaced,
        }.get(status, Domain("state", "=", status))

    def _replace_former(self):
        """Let the versions before end on the day before these come into force.

        The constraint of the database then holds against whatever else happens at this moment.
        """
        for document in self:
            former = document.parent_id
            ended = former.date_to and former.date_to < document.date_from
            if former.state != "approved" or ended:
                continue
            if former.date_from >= document.date_from:
                raise UserError(
                    self.env._(
                        "“%(name)s” is in force from %(day)s: the new version has to come into"
                        " force later.",
                        name=former.display_name,
                        day=self._format_moment(former.date_from),
                    )
                )
            last = document.date_from - timedelta(days=1)
            former._store({"date_to": last, "is_replaced": True})
            former._close_reminders()
        self.env.flush_all()

    def _restore_former(self):
        """Let what ended only for one of these go on: it was cancelled before it began."""
        for document in self.filtered(lambda one: one.date_to and one.date_to < one.date_from):
            former = document.parent_id
            if former.is_replaced and former.date_to == document.date_from - timedelta(days=1):
                former._store({"date_to": False, "is_replaced": False})
