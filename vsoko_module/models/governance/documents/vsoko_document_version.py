from odoo import fields, models

from .vsoko_document import KEEPERS


class VsokoDocument(models.Model):
    """Versions of a document: a change is a copy that replaces the version in force."""

    _inherit = "vsoko.document"

    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.document",
        string="Changes the version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups=KEEPERS,
    )
    next_ids = fields.One2many(
        "vsoko.document", "parent_id", string="Next versions", groups=KEEPERS
    )
    origin_id = fields.Many2one(
        "vsoko.document",
        string="First version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups=KEEPERS,
    )

    _one_next = models.UniqueIndex(
        "(parent_id) WHERE parent_id IS NOT NULL AND state <> 'cancelled'",
        "This version is being changed already.",
    )

    def action_new_version(self):
        """Open the draft of the next version; it is made when there is none.

        From an old version this leads to the latest one.
        """
        self.ensure_one()
        following = self.next_ids.filtered(lambda version: version.state != "cancelled")
        if following.state == "approved":
            return following.action_new_version()
        if following:
            return following._open_records()
        self.check_access("write")
        self._take_turn()
        # a law keeps its number when it is amended
        number = self.outer_number if self.kind == "law" else False
        draft = self.copy({"name": self.name, "outer_number": number})
        # Which version a new one comes from only the program says; the user has just made it.
        draft.sudo().write(
            {
                "parent_id": self.id,
                "origin_id": (self.origin_id or self).id,
                "version": self.version + 1,
            }
        )
        return draft._open_records()

    def _get_versions(self):
        """Return all versions of these documents."""
        roots = [(document.origin_id or document).id for document in self]
        return self.search(["|", ("id", "in", roots), ("origin_id", "in", roots)])

    def action_open_versions(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_document_action",
            self.env._("Versions of “%(name)s”", name=self.name),
            domain=[("id", "in", self._get_versions().ids)],
            context={},
        )
