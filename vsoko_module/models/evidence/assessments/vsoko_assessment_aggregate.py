from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..optional_numbers import OptionalFloat

LEVELS = [
    ("country", "Country"),
    ("region", "Region"),
    ("municipality", "Municipality"),
    ("school", "School"),
    ("class", "Class"),
]


class VsokoAssessmentAggregate(models.Model):
    """Figures of a group of participants as an authority returned them: shares, no pupils.

    A share is empty when the report does not give it.
    """

    _name = "vsoko.assessment.aggregate"
    _description = "Returned figures of a group"
    _order = "assessment_id, level, id"

    assessment_id = fields.Many2one(
        "vsoko.assessment", string="Assessment", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="assessment_id.company_id", store=True, index=True)
    level = fields.Selection(LEVELS, required=True)
    name = fields.Char(string="Group", required=True)
    organisations = fields.Integer(string="Organisations", aggregator=None)
    participants = fields.Integer(aggregator=None)
    share_2 = OptionalFloat(string="«2», %", digits=(5, 2), aggregator=None)
    share_3 = OptionalFloat(string="«3», %", digits=(5, 2), aggregator=None)
    share_4 = OptionalFloat(string="«4», %", digits=(5, 2), aggregator=None)
    share_5 = OptionalFloat(string="«5», %", digits=(5, 2), aggregator=None)
    basic = OptionalFloat(
        string="Reached the basic level, %",
        digits=(5, 2),
        aggregator=None,
        help="Of studies without marks: the share above the threshold of the body",
    )
    lowered = OptionalFloat(string="Lowered, %", digits=(5, 2), aggregator=None)
    confirmed = OptionalFloat(string="Confirmed, %", digits=(5, 2), aggregator=None)
    raised = OptionalFloat(string="Raised, %", digits=(5, 2), aggregator=None)
    average = fields.Float(
        string="Average result", digits=(7, 2), aggregator=None, help="In points of the study"
    )
    note = fields.Char()
    # {"all" or a mark: {number of the task: share of its points, %}}
    task_shares = fields.Json(string="Tasks, %", readonly=True, copy=False)
    # {"all": {primary points: share of the participants, %}}
    point_shares = fields.Json(string="Primary points, %", readonly=True, copy=False)

    _shares_range = models.Constraint(
        "CHECK(LEAST(share_2, share_3, share_4, share_5, basic, lowered, confirmed, raised) >= 0"
        " AND GREATEST(share_2, share_3, share_4, share_5, basic, lowered, confirmed, raised)"
        " <= 100)",
        "A share is from 0 to 100 per cent.",
    )
    # each is a row of the facts of studies
    _participants_range = models.Constraint(
        "CHECK(participants >= 0 AND (level <> 'school' OR participants <= 100000))",
        "A school has from 0 to 100 000 participants of a study.",
    )
    _level_uniq = models.Constraint(
        "UNIQUE(assessment_id, level, name)", "This group already has figures of the assessment."
    )

    @api.constrains("task_shares", "point_shares")
    def _check_shares(self):
        for group in self:
            for told in (group.task_shares, group.point_shares):
                if told and not _are_shares(told):
                    raise ValidationError(self.env._("A share is from 0 to 100 per cent."))

    def _get_mark_shares(self):
        """Return the shares of «2», «3», «4» and «5», or None when the report lacks any."""
        return self._get_all("share_2", "share_3", "share_4", "share_5")

    def _get_comparison_shares(self):
        """Return the shares of lowered, confirmed and raised marks, or None without them."""
        return self._get_all("lowered", "confirmed", "raised")

    def _get_all(self, *names):
        self.ensure_one()
        shares = [self[name] for name in names]
        return None if any(share is False for share in shares) else shares


def _are_shares(told):
    """Whether it is ``{part of the participants: {text: number from 0 to 100}}``."""
    return isinstance(told, dict) and all(
        isinstance(shares, dict)
        and all(isinstance(share, int | float) and 0 <= share <= 100 for share in shares.values())
        for shares in told.values()
    )
