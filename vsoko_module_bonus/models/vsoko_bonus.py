from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL

from odoo.addons.vsoko_module.models.governance.sheets.vsoko_sheet_criterion import COUNTED
from odoo.addons.vsoko_module.models.mixins.signing import signed_in

from .roles import KEEPERS

STATES = [
    ("draft", "Draft"),
    ("computed", "Computed"),
    ("agreed", "Agreed by the commission"),
    ("ordered", "Order is prepared"),
    ("locked", "Ordered"),
]
AGREED = ("agreed", "ordered", "locked")
# what is said when it is returned, whatever its state
_BESIDE = frozenset({"return_reason"})


class VsokoBonus(models.Model):
    """The money of a bonus for a period: funds among people by the points of their final sheets.

    It is computed, agreed by the commission in signed minutes, ordered and so locked for good;
    what turns out to be wrong afterwards is a correction with an order of its own. Only the
    director, the bookkeeper and the chair of the commission read it; everybody else reads the own
    line.
    """

    _name = "vsoko.bonus"
    _inherit = ["vsoko.signing.mixin", "vsoko.company.mixin", "vsoko.mine.mixin"]
    _description = "Bonus"
    _order = "period_id, id desc"
    _locked_states = ("computed", *AGREED)
    _signed_states = AGREED
    _signature = ("agreed_by_id", "agreed_date")
    _free_fields = _BESIDE
    _unsigned_fields = _BESIDE

    period_id = fields.Many2one(
        "vsoko.period",
        string="Period",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
    )
    scheme_id = fields.Many2one(
        "vsoko.sheet.scheme",
        string="Scheme of sheets",
        required=True,
        index=True,
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'approved'), ('company_id', '=', company_id)]",
    )
    fund_ids = fields.One2many("vsoko.bonus.fund", "bonus_id", string="Funds", copy=True)
    line_ids = fields.One2many("vsoko.bonus.line", "bonus_id", string="People")
    look_ids = fields.One2many(
        "vsoko.bonus.look",
        "bonus_id",
        string="Who looked",
        groups="vsoko_module.group_director",
    )
    reserve_percent = fields.Float(
        string="Reserve, %",
        digits=(5, 2),
        aggregator=None,
        help="What of each fund stays back; it is rounded down to the kopeck",
    )
    minimum_points = fields.Float(
        string="Points at least",
        digits=(8, 2),
        aggregator=None,
        help="Who has fewer gets nothing and is not in the sum of weights",
    )
    cap = fields.Float(
        string="One person at most, roubles",
        digits=(14, 2),
        aggregator=None,
        help="What is above goes to the others; 0: without a limit",
    )
    uses_rate = fields.Boolean(
        string="A part of a rate gets a part",
        default=True,
        help="Points of criteria that grow with the load are not lessened a second time",
    )
    growing_criterion_ids = fields.Many2many(
        "vsoko.sheet.criterion",
        string="Criteria that grow with the load",
        compute="_compute_growing_criterion_ids",
        store=True,
        readonly=False,
        domain="[('scheme_id', '=', scheme_id)]",
        help="For example the number of lessons shown or of diplomas: half a rate has fewer of them"
        " already",
    )
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    commission_id = fields.Many2one(
        "vsoko.body",
        string="Commission",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    meeting_id = fields.Many2one(
        "vsoko.meeting",
        string="Minutes of the commission",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        readonly=True,
    )
    minutes_text = fields.Char(string="Agreed by the minutes", readonly=True, copy=False)
    agreed_by_id = fields.Many2one(
        "res.users", string="Agreed by", readonly=True, copy=False, ondelete="restrict"
    )
    agreed_date = fields.Datetime(string="Agreed on", readonly=True, copy=False)
    order_id = fields.Many2one(
        "vsoko.document",
        string="Order",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        groups="vsoko_module.group_administration",
    )
    order_text = fields.Char(string="By the order", readonly=True, copy=False)
    return_reason = fields.Char(
        string="Why it is returned", copy=False, help="Is asked before what is agreed is opened"
    )
    parent_id = fields.Many2one(
        "vsoko.bonus",
        string="Corrects",
        readonly=True,
        copy=False,
        ondelete="restrict",
        index="btree_not_null",
    )
    is_chaired = fields.Boolean(
        compute="_compute_is_chaired",
        search="_search_is_chaired",
    )

    _signed = signed_in(*AGREED, by="agreed_by_id", on="agreed_date")
    _first_uniq = models.UniqueIndex(
        "(period_id, scheme_id) WHERE parent_id IS NULL",
        "There is a bonus for this period and scheme already; what is ordered is corrected there.",
    )
    _correction_uniq = models.UniqueIndex(
        "(parent_id) WHERE parent_id IS NOT NULL", "This bonus has a correction already."
    )
    _reserve_is_a_share = models.Constraint(
        "CHECK(reserve_percent >= 0 AND reserve_percent <= 100)",
        "A reserve is from 0 to 100 per cent of a fund.",
    )
    _limits_not_negative = models.Constraint(
        "CHECK(COALESCE(minimum_points, 0) >= 0 AND COALESCE(cap, 0) >= 0)",
        "Points and sums of a bonus are not below zero.",
    )

    @api.depends("scheme_id")
    def _compute_growing_criterion_ids(self):
        for bonus in self:
            counted = bonus.scheme_id.criterion_ids.filtered(lambda one: one.source in COUNTED)
            bonus.growing_criterion_ids = counted

    @api.depends("period_id", "parent_id")
    def _compute_display_name(self):
        for bonus in self:
            name = self.env._("Bonus, %(period)s", period=bonus.period_id.display_name or "")
            correction = self.env._("correction")
            bonus.display_name = f"{name}, {correction}" if bonus.parent_id else name

    @api.depends_context("uid")
    def _compute_is_chaired(self):
        self._compute_mine("is_chaired")

    def _search_is_chaired(self, operator, value):
        return self._search_mine(operator, value, self._get_chaired_condition)

    def _get_chaired_condition(self, alias):
        return SQL(
            "%s IN (%s AND my_member.id = my_body.chair_id)",
            SQL.identifier(alias, "commission_id", to_flush=self._fields["commission_id"]),
            self.env["vsoko.body.mine.mixin"]._get_my_bodies_sql(),
        )

    @api.constrains("scheme_id", "period_id")
    def _check_scheme(self):
        for bonus in self:
            scheme = bonus.scheme_id
            if scheme.state != "approved" or scheme.period_kind != bonus.period_id.kind:
                raise ValidationError(
                    self.env._(
                        "“%(scheme)s” is no approved scheme for periods like “%(period)s”.",
                        scheme=scheme.name,
                        period=bonus.period_id.name,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_correction(self):
        if any(bonus.state != "draft" for bonus in self):
            raise ValidationError(self.env._("Only a draft of a bonus is deleted."))

    def _get_locked_text(self):
        if self.state == "computed":
            return self.env._(
                "“%(name)s” is computed: return it to the draft to change what it is computed of.",
                name=self.display_name,
            )
        if self.state == "locked":
            return self.env._(
                "“%(name)s” is ordered and does not change any more: make a correction of it.",
                name=self.display_name,
            )
        return self.env._(
            "“%(name)s” is agreed by the commission. The director returns it with a reason.",
            name=self.display_name,
        )

    def _check_keepers(self):
        """Raise AccessError unless the bookkeeper or the director acts."""
        self.check_access("write")
        if not self.env.su and not self.env.user.has_groups(KEEPERS):
            self._refuse_others()
