from odoo import api, fields, models

from ....tools.statistics import cells
from .vsoko_validation_rule import IMPORTANCE

STATES = [
    ("open", "Unanswered"),
    ("explained", "Explained"),
    ("fixed", "Corrected"),
    ("obsolete", "No longer asked"),
]
ACTIVE = ("open", "explained")


class VsokoValidationFinding(models.Model):
    """A rule that did not hold in a cell of a period, or a value unlike its own past.

    The next check brings the same record up to date. What is unusual and right is explained once;
    the explanation is offered again when the same is found in the next period.
    """

    _name = "vsoko.validation.finding"
    _description = "Finding of a check"
    _order = "state, importance, period_id, id"
    _rec_name = "rule_id"
    # what is found out about a closed form or an approved period may still be explained
    _follows_lock = False

    rule_id = fields.Many2one(
        "vsoko.validation.rule", string="Rule", readonly=True, index=True, ondelete="cascade"
    )
    element_id = fields.Many2one(
        "vsoko.data.element",
        string="Element",
        readonly=True,
        index=True,
        ondelete="cascade",
        help="Of a value that is unlike its own past",
    )
    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    company_id = fields.Many2one(related="period_id.company_id", store=True, index=True)
    form_id = fields.Many2one(
        "vsoko.data.form",
        string="Form",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    filler_id = fields.Many2one(related="form_id.filler_id", store=True, index=True)
    checker_id = fields.Many2one(related="form_id.checker_id", store=True, index=True)
    cell = fields.Char(required=True, readonly=True, default=cells.WHOLE)
    member = fields.Char(string="Of what", compute="_compute_member")
    left_value = fields.Char(string="Found", readonly=True)
    right_value = fields.Char(string="Compared with", readonly=True)
    importance = fields.Selection(IMPORTANCE, required=True, readonly=True, default="warning")
    state = fields.Selection(STATES, required=True, readonly=True, default="open", index=True)
    explanation = fields.Text(string="Why it is right", help="It is right, because …")
    explained_by_id = fields.Many2one(
        "res.users", string="Explained by", readonly=True, index="btree_not_null"
    )
    earlier_explanation = fields.Text(
        string="Explained before", compute="_compute_earlier_explanation"
    )
    instruction = fields.Text(string="What to do", compute="_compute_instruction")
    responsible_id = fields.Many2one(
        "res.users", string="Responsible", readonly=True, index="btree_not_null"
    )
    deadline = fields.Date(readonly=True)

    _place_uniq = models.UniqueIndex(
        "(COALESCE(rule_id, 0), COALESCE(element_id, 0), period_id, cell)",
        "The finding is there already.",
    )
    _rule_or_element = models.Constraint(
        "CHECK((rule_id IS NULL) <> (element_id IS NULL))",
        "A finding is of a rule or of an element.",
    )

    @api.depends("rule_id.name", "element_id.name")
    def _compute_display_name(self):
        for finding in self:
            finding.display_name = finding.rule_id.name or self.env._(
                "%(element)s: unlike its own past", element=finding.element_id.name
            )

    @api.depends("cell")
    def _compute_member(self):
        for finding in self:
            finding.member = finding.form_id._get_member_name(finding.cell)

    @api.depends("rule_id.instruction", "element_id")
    def _compute_instruction(self):
        for finding in self:
            finding.instruction = finding.rule_id.instruction or self.env._(
                "Look at the value once more. If it is right, say why."
            )

    @api.depends("rule_id", "element_id", "period_id", "cell")
    def _compute_earlier_explanation(self):
        """The last explanation of the same in an earlier period; of a class, of those before it."""
        explained = self.search(
            [
                ("company_id", "in", self.company_id.ids),
                ("explanation", "!=", False),
                "|",
                ("rule_id", "in", self.rule_id.ids),
                ("element_id", "in", self.element_id.ids),
            ]
        ).sorted(lambda finding: finding.period_id.date_end)
        for finding in self:
            cells_before = finding._get_cells_before()
            same = explained.filtered(
                lambda one, finding=finding, known=cells_before: (
                    one.cell in known
                    and one._get_asked() == finding._get_asked()
                    and one.period_id.date_end < finding.period_id.date_start
                )
            )
            finding.earlier_explanation = same[-1:].explanation

    def _get_asked(self):
        """Return what a finding is of, wherever and whenever it was found."""
        return self.rule_id, self.element_id, self.company_id

    def _get_cells_before(self):
        breakdown, member = cells.split_key(self.cell)
        found = [self.cell]
        if breakdown == "class":
            school_class = self.env["vsoko.class"].browse(int(member)).previous_id
            while school_class:
                found.append(cells.member_key("class", school_class.id))
                school_class = school_class.previous_id
        return found

    def write(self, vals):
        """An explanation explains, its removal opens again."""
        result = super().write(vals)
        if "explanation" in vals:
            for finding in self.filtered(lambda finding: finding.state in ACTIVE):
                is_said = bool((finding.explanation or "").strip())
                # The state follows the explanation, whose right was checked by this very write.
                finding.sudo().write(
                    {
                        "state": "explained" if is_said else "open",
                        "explained_by_id": self.env.uid if is_said else False,
                    }
                )
        return result

    def action_take_earlier_explanation(self):
        """Explain by what was said of the same in an earlier period."""
        known = self.filtered("earlier_explanation")
        for finding in known:
            finding.explanation = finding.earlier_explanation
        return known._toast(self.env._("Explained as before"))

    def action_open_form(self):
        self.ensure_one()
        return self.form_id.action_open_entry()

    def _describe_for_sheet(self, element_ids):
        """What the page of the form shows of a finding.

        :param element_ids: ``{code: id}`` of the elements of the form
        """
        codes = self.rule_id._get_named_codes() if self.rule_id else {self.element_id.code}
        return {
            "id": self.id,
            "name": self.display_name,
            "member": self.member,
            "cell": self.cell,
            "elements": [element_ids[code] for code in codes if code in element_ids],
            "left": self.left_value,
            "operator": self.rule_id._get_operator_text() if self.rule_id else "",
            "right": self.right_value,
            "importance": self.importance,
            "instruction": self.instruction,
            "explanation": self.explanation or "",
            "earlier_explanation": self.earlier_explanation or "",
        }
