from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools import email_normalize

from .base import OURS

# who says something, when, and what the program itself has noted
_GIVEN = frozenset(
    {
        "author_id",
        "author_guest_id",
        "email_from",
        "date",
        "create_date",
        "message_type",
        "tracking_value_ids",
    }
)
_HISTORY = frozenset({"date", "create_date", "tracking_value_ids"})
_WORDS = frozenset({"body", "subject", "attachment_ids"})


class MailMessage(models.Model):
    """Under a document of ours everybody speaks for himself.

    Odoo lets an employee name any author of a message, give it any day and note changes that
    nobody made; what the council or the director is said to have written would be worth nothing.
    The created message counts, so neither a context nor a default opens another way.
    """

    _inherit = "mail.message"

    @api.model_create_multi
    def create(self, vals_list):
        if self.env.su:
            return super().create(vals_list)
        forged = [self._forges_history(vals) for vals in vals_list]
        messages = super().create(vals_list)
        for message, is_forged in zip(messages, forged, strict=True):
            if message._is_ours() and (is_forged or not message._is_own()):
                raise AccessError(self._get_authorship_text())
        return messages

    def write(self, vals):
        if not self.env.su and vals.keys() & (_GIVEN | _WORDS):
            for message in self:
                is_foreign = vals.keys() & _GIVEN or not message._is_own()
                if message._is_ours() and is_foreign:
                    raise AccessError(self._get_authorship_text())
        return super().write(vals)

    def _forges_history(self, vals):
        given = {name for name in _HISTORY if vals.get(name)}
        return bool(given) or any(self.env.context.get(f"default_{name}") for name in _HISTORY)

    def _is_ours(self):
        # Only the kind of the document is asked for.
        return (self.sudo().model or "").startswith(OURS)

    def _is_own(self):
        """Whether the message says that the present user has written it, and nobody else."""
        # Who a message is of is what is asked; it is told to nobody.
        message, user = self.sudo(), self.env.user.partner_id
        address = email_normalize(message.email_from) if message.email_from else False
        return (
            message.author_id == user
            and not message.author_guest_id
            and address in (False, user.email_normalized)
        )

    def _get_authorship_text(self):
        return self.env._(
            "A message under a document of the school is written in the own name and at the time"
            " of writing, and is changed by its author alone."
        )
