from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from .about import About, register

# type of the report → what its rating is of
RATED = {"class_rating": "class", "subject_rating": "subject"}


@register
class AboutRating(About):
    """A rating of classes or of subjects that the director has approved; its report is made from
    its lines. Ratings of people have none: they do not leave the pages of their readers."""

    code = "rating"
    field = "rating_id"
    offered = "[('state', 'in', ('approved', 'published')), ('unit', 'in', ('class', 'subject'))]"
    gives_period = True
    is_impersonal = True

    def get_title(self, report, values):
        return report.env._(
            "%(rating)s, %(period)s",
            rating=values["record"].name,
            period=values["period"].display_name or "",
        )

    def get_named_domain(self, record):
        return Domain.FALSE


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    rating_id = fields.Many2one(
        "vsoko.rating",
        string="Rating",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
    )

    @api.constrains("type", "rating_id", "period_id")
    def _check_rating(self):
        for report in self.filtered("rating_id"):
            rating = report.rating_id
            if rating.unit != RATED.get(report.type):
                raise ValidationError(
                    self.env._("The report and its rating are not of the same units.")
                )
            if not rating._is_approved():
                raise ValidationError(
                    self.env._("A report is made of a rating that the director has approved.")
                )
            if rating.period_id != report.period_id:
                raise ValidationError(self.env._("The report is of the period of its rating."))

    def action_approve(self):
        """Councils read what is approved: the rating has to be one that they may read."""
        self._check_rating_is_for_councils()
        return super().action_approve()

    def _check_rating_is_for_councils(self):
        inner = self.rating_id.filtered(lambda rating: rating.audience != "councils")
        if inner:
            raise UserError(
                self.env._(
                    "The councils read approved reports, and “%(name)s” is not laid before them:"
                    " make a new version of the rating with these readers.",
                    name=inner[0].name,
                )
            )
