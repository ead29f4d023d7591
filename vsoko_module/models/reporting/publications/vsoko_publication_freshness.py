from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ....tools.measures.disclosure import RULE
from .vsoko_publication import STAFF


class VsokoPublication(models.Model):
    """Drafts are judged anew: what was safe when they were made may tell too much now."""

    _inherit = "vsoko.publication"

    rule = fields.Integer(readonly=True, copy=False, aggregator=None, groups=STAFF)
    is_stale = fields.Boolean(compute="_compute_is_stale", groups=STAFF)

    def _compute_is_stale(self):
        """Whether something has happened since the figures of a draft were taken."""
        self.is_stale = False
        for draft in self.filtered(
            lambda publication: publication.state == "draft" and publication.period_id
        ):
            is_reopened = draft.period_id.version != draft.period_version
            draft.is_stale = is_reopened or draft.rule != RULE or draft._has_later()

    def _has_later(self):
        """Whether another publication of the school was opened after the figures were taken."""
        return bool(
            self._origin.search_count(
                Domain("company_id", "=", self.company_id.id)
                & Domain("approved_date", ">=", self.taken_date)
                & Domain("period_id", "!=", False),
                limit=1,
            )
        )

    def _check_fresh(self):
        """Raise when the figures are not the approved ones of the period."""
        for publication in self.filtered("period_id"):
            period = publication.period_id
            if period.state != "approved" or period.version != publication.period_version:
                raise UserError(
                    self.env._(
                        "The figures of %(period)s were reopened after they had been taken."
                        " Approve the period and take the figures anew.",
                        period=period.display_name,
                    )
                )
            publication._check_hides_enough()

    def _check_hides_enough(self):
        """Raise when a draft shows what must be hidden now.

        Other publications have told more meanwhile, or the draft was judged by an earlier rule.
        """
        if self.env["vsoko.publication.collector"]._shows_too_much(self):
            raise UserError(
                self.env._(
                    "What “%(name)s” shows would tell of a small group, together with what has been"
                    " published of this or another period. Take the figures anew.",
                    name=self.name,
                )
            )
