from odoo import api, fields, models
from odoo.tools import SQL

from ....tools.reports.formatting import number
from ...evidence.optional_numbers import OptionalFloat


class VsokoRiskReason(models.Model):
    """One reason why a pupil is in the list, from its first to its last day.

    Only the program writes. A reason that comes again is another line.
    """

    _name = "vsoko.risk.reason"
    _inherit = ["vsoko.own.mixin"]
    _description = "Reason to help a pupil"
    _order = "date_to desc, date_from desc, id"
    # the name is made of these, beside numbers
    _rec_names_search = ["student_id", "rule_id", "subject_id"]

    risk_id = fields.Many2one(
        "vsoko.risk",
        string="Pupil in the list",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one("res.company", string="School", required=True, readonly=True)
    student_id = fields.Many2one(
        "vsoko.student",
        string="Pupil",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    class_id = fields.Many2one(
        "vsoko.class",
        string="Class",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Term",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    rule_id = fields.Many2one(
        "vsoko.risk.rule",
        string="Rule",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    list = fields.Selection(related="rule_id.list")
    advice = fields.Text(related="rule_id.advice", string="What to do")
    subject_id = fields.Many2one(
        "vsoko.subject",
        string="Subject",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    content_id = fields.Many2one(
        "vsoko.content.element",
        string="Element of content",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    value = OptionalFloat(readonly=True, aggregator=None)
    compared = OptionalFloat(readonly=True, aggregator=None)
    date_from = fields.Date(string="Since", required=True, readonly=True)
    date_to = fields.Date(string="Until", readonly=True, help="Empty: it still stands")
    is_settled = fields.Boolean(string="Looked into", readonly=True)
    name = fields.Char(string="Reason", compute="_compute_name")

    _standing_uniq = models.UniqueIndex(
        "(risk_id, rule_id, COALESCE(subject_id, 0), COALESCE(content_id, 0))"
        " WHERE date_to IS NULL",
        "The reason is there already.",
    )

    @api.depends("rule_id.name", "subject_id.name", "content_id.display_name", "value", "compared")
    def _compute_name(self):
        for reason in self:
            (reason.name,) = reason._get_lines()

    def _get_lines(self):
        """Return what the reasons say, one line a rule: «rule: what it found; what else»."""
        return [
            ": ".join(filter(None, [rule.name, "; ".join(filter(None, found._get_details()))]))
            for rule, found in self.grouped("rule_id").items()
        ]

    def _get_details(self):
        """Return of each reason what the rule has found: the subject, the topic, the numbers."""
        return [
            ", ".join(
                filter(
                    None,
                    (
                        reason.subject_id.name,
                        reason.content_id.display_name,
                        reason._get_numbers(),
                    ),
                )
            )
            for reason in self
        ]

    @api.depends("name", "student_id.name")
    def _compute_display_name(self):
        for reason in self:
            reason.display_name = f"{reason.student_id.name or ''}: {reason.name or ''}"

    def _get_numbers(self):
        """Return the two numbers of the reason in words."""
        if self.value is False or self.compared is False:
            return ""
        values = {"value": _whole(self.value), "compared": _whole(self.compared)}
        texts = {
            "fall": self.env._("%(compared)s → %(value)s", **values),
            "absence": self.env._("%(value)s of %(compared)s school days", **values),
            "border": self.env._("%(value)s points, %(compared)s are needed", **values),
            "facts": self.env._("the work %(value)s, the journal %(compared)s", **values),
        }
        return texts.get(self.rule_id.kind, "")

    def _get_own_condition(self, alias):
        """Reasons of the own lessons, and all of the own class."""
        return SQL(
            "(%(class)s IN (%(homeroom)s) OR (%(class)s, %(subject)s) IN (%(led)s))",
            **{
                "class": SQL.identifier(alias, "class_id"),
                "subject": SQL.identifier(alias, "subject_id"),
                "homeroom": self._get_homeroom_sql(),
                "led": self._get_led_lessons_sql(SQL("own_lesson.class_id, own_lesson.subject_id")),
            },
        )


def _whole(value):
    return number(value, 0 if value == int(value) else 1)
