from operator import itemgetter

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import ormcache

from ....tools.russian_order import order_key
from .vsoko_publication_content import SHELVES


class VsokoPublication(models.Model):
    """The open page: what any visitor may read, kept in memory as plain data."""

    _inherit = "vsoko.publication"

    @api.model
    def _as_visitor(self):
        """Return the model with the rights of a visitor: the open page is one for everybody."""
        return self.with_user(self.env.ref("base.public_user"))

    @api.model
    @ormcache("self.env.uid")
    def _get_public_schools(self):
        """Return {id: name} of the schools that have published something for everybody."""
        groups = self._read_group(self._get_public_domain(), ["company_id"], ["id:max"])
        newest = self.browse(last for _school, last in groups)
        # a visitor has no right to schools: the publication itself tells the name
        names = {
            publication.company_id.id: publication._prepare_heading()["school"]
            for publication in newest
        }
        return dict(sorted(names.items(), key=lambda pair: order_key(pair[1])))

    @api.model
    @ormcache("school_id", "self.env.uid", "self.env.lang")
    def _get_public_list(self, school_id):
        """Return the headings of what a school has published for everybody, the newest first."""
        found = self.search(
            self._get_public_domain() & Domain("company_id", "=", school_id),
            order="date desc, id desc",
        )
        return [publication._prepare_heading() for publication in found]

    @api.model
    def _get_public_shelves(self, school_id):
        """Return {shelf: headings} of what a school has published, without empty shelves."""
        published = self._get_public_list(school_id)
        found = {name: [one for one in published if one["shelf"] == name] for name in SHELVES}
        return {name: headings for name, headings in found.items() if headings}

    @api.model
    def _get_public_glance(self, school_id):
        """Return the content of the publication of the newest period with figures, or None.

        Of its objects only the main figures that are told are left: the page of the publication
        has the rest, what is hidden among it.
        """
        figures = self._get_public_shelves(school_id).get("figures")
        if not figures:
            return None
        newest = max(figures, key=itemgetter("period_end"))
        content = self._get_public_content(newest["id"])
        told = [
            {**one, "figures": [f for f in one["figures"] if f["is_known"]], "others": []}
            for one in content["objects"]
        ]
        return {**content, "objects": [one for one in told if one["figures"]]}

    @api.model
    @ormcache("publication_id", "self.env.uid", "self.env.lang")
    def _get_public_content(self, publication_id):
        """Return what the page of a publication shows; None for what is not open to everybody."""
        publication = self._find_public(publication_id)
        return publication._prepare_content() if publication else None

    @api.model
    def _find_public(self, publication_id):
        return self.search(self._get_public_domain() & Domain("id", "=", publication_id))

    def _get_public_domain(self):
        return Domain("state", "=", "approved") & Domain("audience", "=", "public")
