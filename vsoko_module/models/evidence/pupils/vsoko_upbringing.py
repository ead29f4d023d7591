from odoo import api, fields, models
from odoo.tools import SQL

KINDS = [
    ("upbringing", "Level of upbringing"),
    ("development", "Personal development"),
]


class VsokoUpbringing(models.Model):
    """How many pupils of a class have which level of upbringing: unsigned, of the class alone.

    The standard lets personal results be known of groups only, so no level of a pupil is kept.
    """

    _name = "vsoko.upbringing"
    _inherit = ["vsoko.register.mixin", "vsoko.own.mixin"]
    _description = "Level of upbringing of a class"
    _order = "date desc, class_id, kind desc, id"
    _rec_names_search = ["class_id"]
    _name_parts = ("class_id", "date")

    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    kind = fields.Selection(
        KINDS,
        string="What was studied",
        required=True,
        default="upbringing",
    )
    date = fields.Date(required=True, index=True, default=fields.Date.context_today)
    method = fields.Char(help="The method by which it was found")
    high = fields.Integer(string="High level", required=True, default=0, aggregator="sum")
    middle = fields.Integer(string="Middle level", required=True, default=0, aggregator="sum")
    low = fields.Integer(string="Low level", required=True, default=0, aggregator="sum")
    assessed = fields.Integer(
        string="Pupils assessed", compute="_compute_assessed", store=True, aggregator="sum"
    )

    _class_kind_date_uniq = models.Constraint(
        "UNIQUE(class_id, kind, date)", "The class has these levels of this day already."
    )
    _counts = models.Constraint(
        "CHECK(high >= 0 AND middle >= 0 AND low >= 0 AND high + middle + low > 0)",
        "Say of how many pupils each level was found: whole numbers, not all of them zero.",
    )

    @api.depends("high", "middle", "low")
    def _compute_assessed(self):
        for line in self:
            line.assessed = line.high + line.middle + line.low

    @api.depends("class_id.name", "date")
    def _compute_display_name(self):
        for line in self:
            day = f"{line.date:%d.%m.%Y}" if line.date else None
            line.display_name = ", ".join(filter(None, [line.class_id.name, day]))

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())
