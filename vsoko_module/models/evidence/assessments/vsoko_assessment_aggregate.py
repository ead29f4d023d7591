from odoo import fields, models

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
    has_marks = fields.Boolean(string="Shares of marks are given")
    share_2 = fields.Float(string="«2», %", digits=(5, 2), aggregator=None)
    share_3 = fields.Float(string="«3», %", digits=(5, 2), aggregator=None)
    share_4 = fields.Float(string="«4», %", digits=(5, 2), aggregator=None)
    share_5 = fields.Float(string="«5», %", digits=(5, 2), aggregator=None)
    has_basic = fields.Boolean(string="Share of the basic level is given")
    basic = fields.Float(
        string="Reached the basic level, %",
        digits=(5, 2),
        aggregator=None,
        help="Of studies without marks: the share above the threshold of the body",
    )
    has_comparison = fields.Boolean(string="The journal is compared")
    lowered = fields.Float(string="Lowered, %", digits=(5, 2), aggregator=None)
    confirmed = fields.Float(string="Confirmed, %", digits=(5, 2), aggregator=None)
    raised = fields.Float(string="Raised, %", digits=(5, 2), aggregator=None)
    average = fields.Float(
        string="Average result", digits=(7, 2), aggregator=None, help="In points of the study"
    )
    note = fields.Char()

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

    def _get_mark_shares(self):
        """Return the shares of «2», «3», «4» and «5», or None when the report gives none."""
        self.ensure_one()
        if not self.has_marks:
            return None
        return [self.share_2, self.share_3, self.share_4, self.share_5]

    def _get_comparison_shares(self):
        """Return the shares of lowered, confirmed and raised marks, or None without them."""
        self.ensure_one()
        return [self.lowered, self.confirmed, self.raised] if self.has_comparison else None
