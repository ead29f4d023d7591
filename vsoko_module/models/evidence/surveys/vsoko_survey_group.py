from odoo import api, fields, models


class VsokoSurveyGroup(models.Model):
    """A class, or the whole audience, of a campaign: how many are asked and have answered.

    The counts are read from the codes and responses, never stored beside them: a stored count
    would say when the last answer came.
    """

    _name = "vsoko.survey.group"
    _description = "Group of a campaign"
    _order = "campaign_id, sequence, id"
    _rec_names_search = ["class_id", "campaign_id"]
    _free_fields = frozenset({"expected"})

    campaign_id = fields.Many2one(
        "vsoko.survey.campaign", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="campaign_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    class_id = fields.Many2one(
        "vsoko.class", string="Class", readonly=True, index=True, ondelete="restrict"
    )
    name = fields.Char(compute="_compute_name")
    expected = fields.Integer(
        string="Were asked", help="Pupils of the class, or its families: correct the number"
    )
    issued = fields.Integer(string="Codes issued", compute="_compute_counts")
    used = fields.Integer(string="Codes used", compute="_compute_counts")
    answered = fields.Integer(compute="_compute_counts")
    rate = fields.Float(string="Response, %", compute="_compute_counts", digits=(5, 1))
    # by which breakdowns figures may show the answers of this group, found at the closing
    in_class = fields.Boolean(readonly=True)
    in_grade = fields.Boolean(readonly=True)
    in_level = fields.Boolean(readonly=True)
    in_school = fields.Boolean(readonly=True)

    _class_uniq = models.UniqueIndex("(campaign_id, class_id)")
    _expected_positive = models.Constraint(
        "CHECK(expected >= 0)", "How many are expected cannot be less than nobody."
    )

    @api.depends("class_id", "campaign_id.audience")
    def _compute_name(self):
        audiences = dict(
            self.env["vsoko.survey.campaign"]._fields["audience"]._description_selection(self.env)
        )
        for group in self:
            group.name = group.class_id.name or audiences.get(group.campaign_id.audience)

    @api.depends("name")
    def _compute_display_name(self):
        for group in self:
            group.display_name = group.name

    @api.depends("expected", "campaign_id.state")
    def _compute_counts(self):
        issued = self._count("vsoko.survey.code", [])
        used = self._count("vsoko.survey.code", [("used", "=", True)])
        responses = self._count("vsoko.survey.response", [])
        for group in self:
            origin = group._origin
            group.issued = issued.get(origin, 0)
            group.used = used.get(origin, 0)
            counted = responses if group.campaign_id.is_closed else used
            group.answered = counted.get(origin, 0)
            group.rate = 100 * group.answered / group.expected if group.expected else 0

    def _count(self, model, domain):
        # How many codes and answers there are is told to who reads the group, nothing else.
        counted = self.env[model].sudo()
        domain = [*domain, ("group_id", "in", self._origin.ids)]
        return dict(counted._read_group(domain, ["group_id"], ["__count"]))
