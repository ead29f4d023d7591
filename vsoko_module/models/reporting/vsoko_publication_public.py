from odoo import api, models
from odoo.fields import Domain
from odoo.tools import ormcache


class VsokoPublication(models.Model):
    """The open page: read with the rights of the visitor, kept in memory as plain data."""

    _inherit = "vsoko.publication"

    @api.model
    @ormcache("self.env.uid", "self.env.company.id", "self.env.lang")
    def _get_public_list(self):
        """Return the headings of what is published for everybody, the newest first."""
        found = self.search(self._get_public_domain(), order="date desc, id desc")
        return [publication._prepare_heading() for publication in found]

    @api.model
    @ormcache("publication_id", "self.env.uid", "self.env.company.id", "self.env.lang")
    def _get_public_content(self, publication_id):
        """Return what the page of a publication shows; None for what is not open to everybody."""
        publication = self._find_public(publication_id)
        return publication._prepare_content() if publication else None

    @api.model
    def _find_public(self, publication_id):
        return self.search(self._get_public_domain() & Domain("id", "=", publication_id))

    def _get_public_domain(self):
        return (
            Domain("state", "=", "approved")
            & Domain("audience", "=", "public")
            & Domain("company_id", "=", self.env.company.id)
        )
