from odoo import fields, models


class VsokoDocument(models.Model):
    """What a document rests on; when that changes, somebody looks whether it still holds."""

    _inherit = "vsoko.document"

    basis_ids = fields.Many2many(
        "vsoko.document",
        "vsoko_document_basis_rel",
        "document_id",
        "basis_id",
        string="Follows from",
        help="Laws and acts of which it follows: when one of them changes, this one is looked at",
    )
    needs_review = fields.Boolean(string="To be looked at anew", readonly=True, copy=False)
    review_reason = fields.Char(string="Why to look at it", readonly=True, copy=False)

    def action_reviewed(self):
        """Say that somebody has looked and the document stays as it is."""
        self.check_access("write")
        self._take_turn()
        marked = self.filtered("needs_review")
        for document in marked:
            document.message_post(
                body=self.env._("Looked at, stays as it is. %(why)s", why=document.review_reason)
            )
        marked._store({"needs_review": False, "review_reason": False})
        marked._close_reminders()
        return marked._toast(self.env._("Noted: stays as it is"))

    def _mark_dependent(self):
        """Say of the documents in force that rest on these that they are to be looked at.

        A first version changes nothing that could rest on it.
        """
        for document in self:
            if document.state == "cancelled":
                reason = self.env._("cancelled: %(name)s", name=document.display_name)
            elif document.parent_id:
                reason = self.env._("changed: %(name)s", name=document.display_name)
            else:
                continue
            document._get_dependent()._mark_for_review(reason)

    def _get_dependent(self):
        """Return the documents in force that rest on any version of this one.

        Only the program marks them, and tells who is responsible for them.
        """
        versions = self._get_versions()
        # A law of all schools has dependent acts in schools that the user does not see.
        return self.sudo().search(
            [("basis_ids", "in", versions.ids), ("status", "in", ["in_force", "waiting"])]
        )

    def _mark_for_review(self, reason):
        self._store({"needs_review": True, "review_reason": reason})
        for document in self:
            told = document.with_context(lang=document._get_reminded().lang)
            told._remind_of(told.env._("Look at it anew: %(why)s", why=reason))
