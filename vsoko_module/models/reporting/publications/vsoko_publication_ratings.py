from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ....tools.measures.disclosure import THRESHOLD
from .vsoko_publication import STAFF
from .vsoko_publication_collector import AUDIENCE_SCOPES

# of whom a rating may leave the back office; never of people
RATED = ("class", "subject")


class VsokoPublication(models.Model):
    """Ratings of classes and subjects in a publication: the groups that can be told apart, no
    places and no index.

    Fewer than five units tell of each other, and a unit of fewer than five people of them: the one
    is refused, the other is not named.
    """

    _inherit = "vsoko.publication"

    rating_ids = fields.Many2many(
        "vsoko.rating",
        "vsoko_publication_rating_rel",
        string="Ratings",
        copy=False,
        groups=STAFF,
        domain="[('period_id', '=', period_id), ('unit', 'in', ('class', 'subject')),"
        " ('state', 'in', ('approved', 'published'))]",
        help="Groups of classes or subjects that can be told apart, without places",
    )
    ratings = fields.Json(string="Ratings as published", readonly=True, copy=False, prefetch=False)

    @api.constrains("rating_ids", "audience", "period_id", "company_id")
    def _check_ratings(self):
        for publication in self:
            for rating in publication.rating_ids:
                publication._check_rating(rating)

    def _check_rating(self, rating):
        """Raise ValidationError when the rating may not be read by the audience."""
        if rating.unit not in RATED or rating.unit not in AUDIENCE_SCOPES[self.audience]:
            raise ValidationError(
                self.env._(
                    "“%(name)s” is not published for these readers: ratings of people stay in the"
                    " school, those of classes are read by employees and the governing council.",
                    name=rating.name,
                )
            )
        same = (rating.company_id, rating.period_id) == (self.company_id, self.period_id)
        if not rating._is_approved() or not same:
            raise ValidationError(
                self.env._(
                    "Only approved ratings of the period of the publication are published: take"
                    " “%(name)s” away.",
                    name=rating.name,
                )
            )
        count = len(rating._get_publishable())
        if count < THRESHOLD:
            raise ValidationError(
                self.env._(
                    "“%(name)s” is not published: only %(count)s can be named in it, and with fewer"
                    " than %(least)s each tells of the others.",
                    name=rating.name,
                    count=count,
                    least=THRESHOLD,
                )
            )

    def _keep_documents(self):
        for publication in self.filtered("rating_ids"):
            publication._check_ratings()
            publication._store({"ratings": publication.rating_ids._find_published()})
        super()._keep_documents()

    def _get_ratings(self):
        """Return the ratings as published, of a draft as they would be now."""
        self.ensure_one()
        return self.ratings if self.state != "draft" else self.rating_ids._find_published()

    def _prepare_content(self):
        return super()._prepare_content() | {"ratings": self._get_ratings()}


class VsokoRating(models.Model):
    _inherit = "vsoko.rating"

    def _get_publishable(self):
        """Return the lines that may be named outside: with an index on five people at least."""
        return self.line_ids.filtered(lambda line: line.index is not False and line.n >= THRESHOLD)

    def _find_published(self):
        """Return ``[{"name", "said", "groups": [{"name", "units"}], "unnamed": number}]``."""
        return [rating._prepare_published() for rating in self]

    def _prepare_published(self):
        lines = self._get_publishable()._sort_for_reading()
        labels = dict(lines._fields["group"]._description_selection(self.env))
        groups = lines.grouped(lambda line: labels.get(line.group) or self.env._("Not compared"))
        return {
            "name": self.name,
            "said": self._tell_order(),
            "groups": [
                {"name": name, "units": own.mapped("cell_name")} for name, own in groups.items()
            ],
            "unnamed": len(self.line_ids) - len(lines),
        }
