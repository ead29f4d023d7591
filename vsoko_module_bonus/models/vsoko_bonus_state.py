from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.vsoko_module.models.mixins.signing import SEEN


class VsokoBonus(models.Model):
    """draft → computed → agreed by the commission → its order is prepared → ordered for good."""

    _inherit = "vsoko.bonus"

    def action_draft(self):
        """Open what is computed for changes; of what is agreed only the director, with a reason."""
        self._check_keepers()
        self._check_state("computed", "agreed", "ordered")
        for bonus in self:
            if bonus.state != "computed":
                bonus._check_director()
                bonus._get_reason(bonus.return_reason)
            # The draft of the order goes with what it was of; whoever opens the bonus may do that.
            order = bonus.sudo().order_id
            if order.state in ("draft", "agreed"):
                order._cancel(bonus.return_reason)
            bonus._store(
                {
                    "state": "draft",
                    "meeting_id": False,
                    "minutes_text": False,
                    "agreed_by_id": False,
                    "agreed_date": False,
                    "order_id": False,
                    "order_text": False,
                }
            )
        return self._toast(self.env._("Opened for changes"))

    def action_open_agreement(self):
        """Ask the chair for the minutes by which the commission has agreed to what is shown."""
        self.ensure_one()
        self._check_chair()
        return self._open_action(
            "vsoko_module_bonus.vsoko_bonus_agreement_action",
            context={"default_bonus_id": self.id, SEEN: self.env.context.get(SEEN)},
        )

    def _agree(self, meeting):
        """Freeze the sums by the signed minutes of a meeting of the commission."""
        self.ensure_one()
        self._check_chair()
        self._begin_signing()
        self._check_state("computed")
        if meeting.body_id != self.commission_id or meeting.state != "signed":
            raise UserError(
                self.env._(
                    "“%(name)s”: the commission agrees in signed minutes of its own meeting.",
                    name=self.display_name,
                )
            )
        self._check_sums()
        self._store(
            {
                "state": "agreed",
                "meeting_id": meeting.id,
                "minutes_text": meeting.display_name,
                "agreed_by_id": self.env.uid,
                "agreed_date": fields.Datetime.now(),
            }
        )

    def action_make_order(self):
        """Make the draft of the order; its sums stand in the appendix, which is not in the
        register."""
        self.ensure_one()
        self._check_keepers()
        self._check_state("agreed")
        self._take_turn()
        template = self.env.ref("vsoko_module_bonus.document_template_bonus")
        # The bookkeeper prepares the order for the director, and keeps no register.
        order = self.env["vsoko.document"].sudo()
        order = order.create(
            {
                "kind": "order",
                "company_id": self.company_id.id,
                "template_id": template.sudo().id,
                **template.sudo()._fill(self.period_id.display_name),
            }
        )
        self._store({"state": "ordered", "order_id": order.id})
        return self._toast(self.env._("The draft of the order is made"))

    def action_open_order(self):
        """Open the order in the register of documents."""
        self.ensure_one()
        return self.order_id._open_records()

    def _finish(self):
        """The director has signed the order: nothing changes any more."""
        for bonus in self:
            bonus._store({"state": "locked", "order_text": bonus.order_id.display_name})

    def action_correct(self):
        """Open the draft of the correction, made the first time; it pays what is missing."""
        self.ensure_one()
        self._check_keepers()
        self._check_state("locked")
        self._take_turn()
        correction = self.search([("parent_id", "=", self.id)], limit=1)
        if not correction:
            values = self.copy_data()[0] | {"parent_id": self.id}
            # Which order a correction is of only the program says; the right to it was checked.
            correction = self.sudo().create(values).with_env(self.env)
            correction._fill()
        return correction._open_records()

    def _check_sums(self):
        """Raise UserError where nothing is paid, or a fund is not what its parts are."""
        # The sums are checked, not shown.
        for fund in self.sudo().fund_ids:
            lines = self.sudo().line_ids.filtered(lambda one, fund=fund: one.fund_id == fund)
            parts = sum(line._in_kopecks("amount") for line in lines)
            whole = round((fund.amount - fund.reserve - fund.undistributed) * 100)
            if parts != whole:
                raise UserError(
                    self.env._(
                        "“%(name)s”: the sums do not make up the fund. Compute it anew.",
                        name=fund.name,
                    )
                )
        if not any(self.sudo().line_ids.mapped("payable")):
            raise UserError(self.env._("Nothing is to be paid: see the funds for the reason."))

    def _check_chair(self):
        self.check_access("read")
        if not self.env.su and not self.is_chaired:
            raise AccessError(self.env._("The chair of the commission does this."))

    def _refuse_others(self):
        raise AccessError(self.env._("The bookkeeper or the director does this."))
