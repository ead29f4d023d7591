from odoo import api, fields, models


class VsokoRequestTopic(models.Model):
    """What people ask about; what is asked often is better published than answered."""

    _name = "vsoko.request.topic"
    _description = "Topic of information requests"
    _order = "sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    request_count = fields.Integer(
        string="Requests", compute="_compute_request_count", help="All requests with this topic"
    )

    @api.depends_context("uid")
    def _compute_request_count(self):
        counts = dict(
            self.env["vsoko.request"]._read_group(
                [("topic_id", "in", self.ids)], ["topic_id"], ["__count"]
            )
        )
        for topic in self:
            topic.request_count = counts.get(topic._origin, 0)

    def action_open_requests(self):
        self.ensure_one()
        return self._open_action(
            "vsoko_module.vsoko_request_action",
            self.env._("Requests: %(topic)s", topic=self.name),
            domain=[("topic_id", "=", self.id)],
            context={"default_topic_id": self.id},
        )
