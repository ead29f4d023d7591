from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

_ADMINISTRATION = "vsoko_module.group_administration"
HANDED = frozenset({"handed_by_id", "handed_date", "handed_revision"})


class VsokoHandingMixin(models.AbstractModel):
    """A signed record that the administration hands over to the director when it is ready.

    Handing over is no approval of its own: it locks nothing, and the director may approve what
    nobody has handed over. It says who has looked at the record and when; whether it is still
    what was handed over is asked of the revision.
    """

    _name = "vsoko.handing.mixin"
    _inherit = ["vsoko.signing.mixin"]
    _description = "Record that is handed over for approval"
    _unsigned_fields = HANDED

    handed_by_id = fields.Many2one(
        "res.users", string="Handed over by", readonly=True, copy=False, ondelete="restrict"
    )
    handed_date = fields.Datetime(string="Handed over on", readonly=True, copy=False)
    handed_revision = fields.Integer(readonly=True, copy=False, aggregator=None)
    is_handed = fields.Boolean(
        string="Handed over to the director",
        compute="_compute_is_handed",
        help="Handed over for approval and not changed since",
    )

    @api.depends("handed_date", "handed_revision", "revision")
    def _compute_is_handed(self):
        for record in self:
            unchanged = record.handed_revision == record.revision
            record.is_handed = bool(record.handed_date) and unchanged

    def _touch(self):
        super()._touch()
        self.invalidate_recordset(["is_handed"], flush=False)

    def action_hand_over(self):
        """Hand these records over to the director as they are, unless something is missing."""
        if not self.env.su and not self.env.user.has_group(_ADMINISTRATION):
            raise AccessError(self.env._("Only the administration hands over for approval."))
        self.check_access("write")
        self._check_unsigned()
        self._check_seen()
        lacking = self._tell_lacking()
        unfit = [f"{one.display_name}: {lacking[one.id]}" for one in self if lacking[one.id]]
        if unfit:
            raise UserError("\n".join([self.env._("Not ready to be handed over:"), *unfit]))
        signature = {"handed_by_id": self.env.uid, "handed_date": fields.Datetime.now()}
        for record in self.filtered(lambda one: not one.is_handed):
            record._store({**signature, "handed_revision": record.revision})
        return self._toast(self.env._("Handed over to the director"))

    @api.model
    def _get_handed_models(self):
        """Return the names of all models of this kind, in one order."""
        kind = self.env.registry["vsoko.handing.mixin"]
        return sorted(
            name
            for name, model in self.env.registry.items()
            if issubclass(model, kind) and not model._abstract
        )

    @api.model
    def _get_waiting_domain(self):
        """Return the domain of what is still to be approved."""
        raise NotImplementedError

    def _tell_lacking(self):
        """Return {id: what is missing before the approval}, an empty text where nothing is."""
        raise NotImplementedError

    def _get_ready(self):
        """Return the records of which nothing is missing before the approval."""
        lacking = self._tell_lacking()
        return self.filtered(lambda one: not lacking[one.id])

    def _tell_handing(self):
        """Say who has handed the record over, and whether it is still the same."""
        if not self.handed_date:
            return ""
        who = {"person": self.handed_by_id.name, "date": format_date(self.env, self.handed_date)}
        if self.is_handed:
            return self.env._("handed over by %(person)s on %(date)s", **who)
        return self.env._("changed since %(person)s handed it over on %(date)s", **who)
