from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from .vsoko_document import KEEPERS


class VsokoDocument(models.Model):
    """draft → agreed → approved, and cancelled from each of them; there is no way back from
    that."""

    _inherit = "vsoko.document"
    _moves = {
        "agreed": ("draft",),
        "draft": ("agreed",),
        "approved": ("draft", "agreed"),
        "cancelled": ("draft", "agreed", "approved"),
    }

    order_id = fields.Many2one(
        "vsoko.document",
        string="Approved by the order",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        copy=False,
        groups=KEEPERS,
        domain="[('kind', '=', 'order'), ('company_id', '=', company_id),"
        " ('state', '!=', 'cancelled')]",
        help="The order that approves it: who signs the order approves what it names",
    )
    order_text = fields.Char(
        string="Order", copy=False, help="Number and date of the order, as it was on paper"
    )
    act_ids = fields.One2many("vsoko.document", "order_id", string="Approves", groups=KEEPERS)
    cancel_reason = fields.Char(string="Why it was cancelled", readonly=True, copy=False)

    def action_agree(self):
        """Say that everybody who is to be asked has been asked."""
        self.check_access("write")
        self._check_move("agreed")
        self._check_opinions()
        self._store({"state": "agreed"})
        return self._toast(self.env._("Noted as agreed"))

    def action_return(self):
        """Open an agreed document for changes."""
        self.check_access("write")
        self._check_move("draft")
        self._store({"state": "draft"})
        return self._toast(self.env._("Opened for changes"))

    def action_approve(self):
        """Lock and number the documents; the director signs what the school itself issues."""
        if not all(document.is_outer for document in self):
            self._check_director()
        self._begin_signing()
        self.check_access("write")
        self._sign()
        return self._toast(self.env._("Noted as approved"))

    @api.model
    def _enter_shipped(self):
        """Enter the normative acts that the program ships into the register; called by its data."""
        drafts = self.search([("company_id", "=", False), ("state", "=", "draft")])
        names = drafts.get_external_id()
        drafts.filtered(lambda one: names[one.id].startswith("vsoko_module.")).action_approve()

    def _sign(self):
        self._check_move("approved")
        self._check_approving()
        self._enter_register()
        for document in self:
            order = " ".join(document.order_id._get_reference())
            document._store(
                {
                    "date_from": document.date_from or document.date,
                    "order_text": order or document.order_text,
                }
            )
        self._replace_former()
        self._store(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_date": fields.Date.context_today(self),
            }
        )
        # the order is there now, so what it names holds by it
        acts = self.act_ids.filtered(lambda act: act.state == "agreed")
        if acts:
            acts._sign()
        self._mark_dependent()

    def _check_approving(self):
        """Raise UserError where a local act is not agreed, or no order approves it."""
        for document in self.filtered(lambda one: one.kind == "local_act"):
            if document.state != "agreed":
                raise UserError(
                    self.env._(
                        "“%(name)s” is not agreed yet: a local act is agreed first.",
                        name=document.display_name,
                    )
                )
            by_order = document.order_id.state == "approved" or document.order_text
            if not by_order:
                raise UserError(
                    self.env._(
                        "“%(name)s” is approved by an order: name one that is signed, or sign the"
                        " draft of its order.",
                        name=document.display_name,
                    )
                )

    def _cancel(self, reason, day=None):
        """Cancel the documents for good; of what was in force the director decides.

        :param day: the first day on which they hold no more; today when it is not said
        """
        if self.filtered(lambda document: document.state == "approved"):
            self._check_director()
        self.check_access("write")
        self._take_turn()
        self._check_move("cancelled")
        reason = self._get_reason(reason)
        last = (day or fields.Date.context_today(self)) - timedelta(days=1)
        for document in self:
            ended = document.date_to and document.date_to <= last
            values = {} if ended or not document.approved_date else {"date_to": last}
            document._store({"state": "cancelled", "cancel_reason": reason, **values})
        self._restore_former()
        self._close_reminders()
        self._mark_dependent()

    def _get_director_text(self):
        return self.env._("Only the director approves and cancels documents of the school.")
