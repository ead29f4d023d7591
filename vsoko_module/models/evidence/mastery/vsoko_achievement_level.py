from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from ....tools.reports.formatting import number

KINDS = [
    ("work", "Of a work"),
    ("element", "Of an element of content or a skill"),
]
STATUSES = [
    ("critical", "Critical"),
    ("acceptable", "Acceptable"),
    ("optimal", "Optimal"),
]


class VsokoAchievementLevel(models.Model):
    """A level of achievement: from which share of the possible points it begins and who said so.

    Levels of one kind are one scale from 0 to 100 %. Those of a school, where it has any, take
    the place of the common ones.
    """

    _name = "vsoko.achievement.level"
    _description = "Level of achievement"
    _order = "kind, company_id, min_percent desc"

    kind = fields.Selection(KINDS, string="Level", required=True, default="work")
    name = fields.Char(required=True)
    min_percent = fields.Float(
        string="From, %",
        digits=(5, 1),
        required=True,
        aggregator=None,
        help="Share of the possible points; the border belongs to this level",
    )
    status = fields.Selection(STATUSES, string="Zone", required=True)
    is_reached = fields.Boolean(
        string="Planned result is reached",
        help="Whoever has this level of an element or of a skill has reached the planned result",
    )
    origin = fields.Char(required=True, help="The document or the custom the border comes from")
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )

    _percent_uniq = models.UniqueIndex(
        "(kind, min_percent, COALESCE(company_id, 0))",
        "Two levels of one scale begin at the same share.",
    )
    _percent_range = models.Constraint(
        "CHECK(min_percent >= 0 AND min_percent <= 100)", "A share is from 0 to 100 per cent."
    )

    @api.model_create_multi
    def create(self, vals_list):
        levels = super().create(vals_list)
        levels._judge_anew()
        return levels

    def write(self, vals):
        done = super().write(vals)
        if {"kind", "min_percent", "is_reached", "company_id"} & vals.keys():
            self._judge_anew()
        return done

    def unlink(self):
        done = super().unlink()
        self._judge_anew()
        return done

    def _judge_anew(self):
        # The sums belong to the program; who may change the levels was checked by the change.
        self.env["vsoko.element.total"].sudo()._judge()

    @api.constrains("kind", "min_percent", "is_reached", "company_id")
    def _check_scale(self):
        for level in self:
            level._get_scale()._check_order()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_in_use(self):
        for scale in {level._get_scale() for level in self}:
            (scale - self)._check_order()

    def _get_scale(self):
        """Return the levels of the same kind and school."""
        return self.search([("kind", "=", self.kind), ("company_id", "=", self.company_id.id)])

    def _check_order(self):
        """Raise ValidationError unless these levels are a whole scale, or none at all."""
        scale = self.sorted("min_percent")
        if scale and scale[0].min_percent:
            raise ValidationError(self.env._("The lowest level begins at 0 %."))
        reached = scale.mapped("is_reached")
        if reached != sorted(reached):
            raise ValidationError(
                self.env._("A planned result that a level reaches is reached by all above it.")
            )

    @api.model
    def _get_levels(self, kind):
        """Return the levels of the current school in ascending order."""
        of_kind = self.search([("kind", "=", kind)])
        own = of_kind.filtered(lambda level: level.company_id == self.env.company)
        return (own or of_kind.filtered(lambda level: not level.company_id)).sorted("min_percent")

    @api.model
    def _get_reached_note(self):
        """Return from where on an element counts as mastered and who says so, in words."""
        level = self._get_levels("element").filtered("is_reached")[:1]
        if not level:
            return ""
        return self.env._(
            "Mastered is from %(share)s %% of the possible points on, by %(tasks)s tasks and more."
            " The border: %(origin)s.",
            share=number(level.min_percent, 1),
            tasks=self.env.company.vsoko_least_element_tasks,
            origin=level.origin,
        )

    @api.model
    def _get_scales_sql(self, kind):
        """Return the SELECT of ``company_id, id, is_reached, lower, upper``: the scale of every
        school; ``upper`` of the highest level is NULL."""
        return SQL(
            """
            SELECT company.id AS company_id, level.id, level.is_reached,
                   level.min_percent AS lower,
                   lead(level.min_percent) OVER (
                       PARTITION BY company.id ORDER BY level.min_percent) AS upper
              FROM res_company company
              JOIN vsoko_achievement_level level
                ON level.kind = %(kind)s
               AND level.company_id IS NOT DISTINCT FROM (
                   SELECT max(own.company_id) FROM vsoko_achievement_level own
                    WHERE own.kind = %(kind)s AND own.company_id = company.id)
            """,
            kind=kind,
        )
