from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_datetime


class VsokoAddressChange(models.Model):
    """A changed e-mail address of somebody who has an account. Only the program writes it.

    Whoever gets a link that sets a password is that user. So no link goes to an address that
    somebody else has just entered, until a second person of the administration confirms it or
    its time is over; the person hears of the change at the old address.
    """

    _name = "vsoko.address.change"
    _description = "Change of an address"
    _order = "id desc"
    _rec_name = "partner_id"

    partner_id = fields.Many2one(
        "res.partner",
        string="Whose address",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(
        "res.company", string="School", required=True, readonly=True, index=True
    )
    old_email = fields.Char(string="Before", readonly=True)
    new_email = fields.Char(string="Now", readonly=True)
    create_uid = fields.Many2one("res.users", string="Changed by", readonly=True)
    create_date = fields.Datetime(string="Changed on", readonly=True)
    confirmed_by_id = fields.Many2one("res.users", string="Confirmed by", readonly=True)
    confirmed_date = fields.Datetime(string="Confirmed on", readonly=True)
    until = fields.Datetime(
        string="Waits until",
        readonly=True,
        help="From then on the address is trusted without a confirmation",
    )
    is_waiting = fields.Boolean(
        string="Waits", compute="_compute_is_waiting", search="_search_is_waiting"
    )

    @api.depends("confirmed_date", "until")
    def _compute_is_waiting(self):
        now = fields.Datetime.now()
        for change in self:
            change.is_waiting = not change.confirmed_date and change.until > now

    def _search_is_waiting(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return [("confirmed_date", "=", False), ("until", ">", fields.Datetime.now())]

    @api.model
    def _keep(self, before):
        """Remember which of these addresses somebody else has changed.

        :param before: {account: address that it had}
        """
        changed = [
            (user, address)
            for user, address in before.items()
            if user.partner_id.email_normalized != address
            and self._is_to_be_confirmed(user, address)
        ]
        # The address was written by the rights of the user; the log belongs to the program.
        changes = self.sudo().create([self._prepare(*pair) for pair in changed])
        for change, (user, address) in zip(changes, changed, strict=True):
            if address:
                change._notify_person(user)

    @api.model
    def _is_to_be_confirmed(self, user, address):
        """Not what people enter of themselves, nor the first address of who has never come."""
        if self.env.uid == api.SUPERUSER_ID or user == self.env.user:
            return False
        return address or user._is_used() or self._get_waiting(user.partner_id)

    def _prepare(self, user, address):
        hours = user.company_id.vsoko_address_hours
        return {
            "partner_id": user.partner_id.id,
            "company_id": user.company_id.id,
            "old_email": address,
            "new_email": user.partner_id.email_normalized,
            "until": fields.Datetime.now() + timedelta(hours=hours),
        }

    def _notify_person(self, user):
        env = self.with_context(lang=user.lang).env
        user._notify_security_setting_update(
            env._("Your address in the school's program was changed"),
            env._(
                "%(person)s has changed it from %(old)s to %(new)s. If you do not know of it, tell"
                " the director of the school.",
                person=self.create_uid.name,
                old=self.old_email,
                new=self.new_email or "—",
            ),
            mail_values={"email_to": self.old_email},
        )

    @api.model
    def _get_waiting(self, partners):
        """Return the changes that no link may follow yet, of these contacts.

        Nothing waits where the address is again what it was before the first of them.
        """
        # Asked before a letter is sent, whoever asks for it.
        changes = self.sudo()
        waiting = changes.search([("partner_id", "in", partners.ids), ("is_waiting", "=", True)])
        # the newest comes first, so the oldest one stays
        first = {change.partner_id: change for change in waiting}
        return waiting.filtered(
            lambda change: first[change.partner_id].old_email != change.partner_id.email_normalized
        )

    @api.model
    def _check_settled(self, partners):
        """Raise UserError when a link for one of these people would go to an unsure address."""
        text = self._get_waiting_text(partners)
        if text:
            raise UserError(text)

    @api.model
    def _get_waiting_text(self, partners):
        """Say of the first of these people why no link goes to the address, or nothing."""
        # As above; names nobody but who has changed the address.
        change = self._get_waiting(partners)[:1].sudo()
        return change and self.env._(
            "%(name)s: the address was changed on %(date)s by %(person)s. A link that sets a"
            " password goes there when a second person of the administration has confirmed the"
            " change (Settings → Changes of addresses), or from %(until)s on.",
            name=change.partner_id.name,
            date=format_datetime(self.env, change.create_date),
            person=change.create_uid.name,
            until=format_datetime(self.env, change.until),
        )

    def action_confirm(self):
        """Confirm the addresses; a second person of the administration may."""
        self.check_access("read")
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Only the administration confirms addresses."))
        # Earlier changes of the same people are confirmed with the last one.
        changes = self.sudo()._get_waiting(self.sudo().partner_id)
        for change in changes:
            if self.env.user in (change.create_uid, change.partner_id.user_ids[:1]):
                raise AccessError(
                    self.env._(
                        "%(name)s: somebody else of the administration confirms what you have"
                        " changed yourself, and your own address.",
                        name=change.partner_id.name,
                    )
                )
            if self.env.user.create_date > change.create_date:
                raise AccessError(
                    self.env._(
                        "An account that is younger than the change of the address does not"
                        " confirm it."
                    )
                )
        changes.write({"confirmed_by_id": self.env.uid, "confirmed_date": fields.Datetime.now()})
        return self._toast(self.env._("Addresses confirmed"), len(changes))
