from odoo import fields, models


class VsokoDataOptionSet(models.Model):
    """A closed list: the members by which an element is broken down, or the answers to it."""

    _name = "vsoko.data.option.set"
    _description = "Closed list of a statistical element"
    _order = "name, id"

    name = fields.Char(required=True)
    code = fields.Char(required=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    option_ids = fields.One2many("vsoko.data.option", "set_id", string="Lines", copy=True)

    _code_uniq = models.UniqueIndex(
        "(code, COALESCE(company_id, 0))", "A closed list with this code already exists."
    )


class VsokoDataOption(models.Model):
    _name = "vsoko.data.option"
    _description = "Line of a closed list"
    _order = "set_id, sequence, id"

    set_id = fields.Many2one(
        "vsoko.data.option.set", string="List", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="set_id.company_id", store=True, index=True)
    sequence = fields.Integer(default=10, aggregator=None)
    name = fields.Char(required=True)
    code = fields.Char(required=True)
    points = fields.Float(
        aggregator=None, help="What the answer gives where answers are added up: yes 1, partly 0.5"
    )
    date_from = fields.Date(string="From", help="Empty: always there")
    date_to = fields.Date(string="Up to and including", help="Empty: still there")

    _code_uniq = models.Constraint("UNIQUE(set_id, code)", "The list already has this code.")
    _dates_order = models.Constraint(
        "CHECK(date_to >= date_from)", "The last day must not be before the first."
    )

    def _get_present(self, day):
        """Return those of the lines that there were on this day."""
        return self.filtered(
            lambda line: (
                (not line.date_from or line.date_from <= day)
                and (not line.date_to or line.date_to >= day)
            )
        )
