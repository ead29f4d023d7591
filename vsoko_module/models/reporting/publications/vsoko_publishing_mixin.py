from odoo import fields, models
from odoo.exceptions import UserError


class VsokoPublishingMixin(models.AbstractModel):
    """What can be published: one click opens a draft publication of its figures."""

    _name = "vsoko.publishing.mixin"
    _description = "Source of publications"

    publication_count = fields.Integer(string="Publications", compute="_compute_publication_count")

    def _compute_publication_count(self):
        name = self._get_publication_field()
        counts = dict(
            self.env["vsoko.publication"]._read_group([(name, "in", self.ids)], [name], ["__count"])
        )
        for source in self:
            source.publication_count = counts.get(source._origin, 0)

    def action_publish(self):
        """Open a draft publication of the figures, whose audience is still to be chosen."""
        self.ensure_one()
        if self.state == "draft":
            raise UserError(
                self.env._("Approve “%(name)s” before publishing it.", name=self.display_name)
            )
        self._take_turn()
        publication = self._get_new_publication() or self.env["vsoko.publication"].create(
            {self._get_publication_field(): self.id}
        )
        return publication._open_records()

    def _get_new_publication(self):
        """Return the draft of this source that nobody has touched since it was made."""
        drafts = self.env["vsoko.publication"].search(
            [
                (self._get_publication_field(), "=", self.id),
                ("state", "=", "draft"),
                ("create_uid", "=", self.env.uid),
            ]
        )
        return drafts.filtered(lambda draft: draft.write_date == draft.create_date)[:1]

    def action_open_publications(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_publication_action",
            domain=[(self._get_publication_field(), "=", self.id)],
        )

    def _get_publication_field(self):
        """Return the name of the field of a publication that points to this model."""
        raise NotImplementedError
