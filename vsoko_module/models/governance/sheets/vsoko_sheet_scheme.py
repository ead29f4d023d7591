from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain

from ....tools.sheets.positions import applies, positions_of
from ...mixins.locking import NOTES
from ...mixins.signing import signed_in
from ...school.vsoko_period import PERIOD_KINDS

KEEPERS = "vsoko_module.group_administration"


class VsokoSheetScheme(models.Model):
    """By which criteria the work of people in some positions is judged: a local act.

    It is discussed by those whom it judges, approved by an order and so locked; another criterion
    is a new version. A scheme without a school comes with the program as an example: a school
    makes a version of its own from it.
    """

    _name = "vsoko.sheet.scheme"
    _inherit = ["vsoko.signing.mixin", "mail.thread"]
    _description = "Scheme of teachers' sheets"
    _order = "name, version desc"
    _check_company_auto = True
    _locked_states = ("discussed", "approved")
    _signed_states = ("approved",)
    _moves = {"discussed": ("draft",), "draft": ("discussed",), "approved": ("discussed",)}
    # the order is named when the discussed scheme comes before the director
    _free_fields = NOTES | {"active", "order_id"}

    name = fields.Char(required=True, tracking=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company",
        string="School",
        index=True,
        default=lambda self: self.env.company,
        help="Empty for the example that comes with the program",
    )
    positions = fields.Char(
        help="Separated by commas, as in the cards of staff; empty: all pedagogic workers"
    )
    period_kind = fields.Selection(
        PERIOD_KINDS,
        string="For a",
        required=True,
        default="year",
        help="How often sheets are made",
    )
    appeal_days = fields.Integer(
        string="Appeal within, working days", default=5, required=True, aggregator=None
    )
    is_numbered = fields.Boolean(
        string="The commission reads by number",
        help="The commission sees no names and no files, only what the program and the check have"
        " counted; the administration has seen them at the check. Otherwise it reads by name",
    )
    leaves_unclaimed = fields.Boolean(
        string="What is not claimed is left out of the maximum",
        help="The share of points is then of what the teacher was judged by. Otherwise a criterion"
        " that nobody knows anything of lessens it",
    )
    group_ids = fields.One2many("vsoko.sheet.group", "scheme_id", string="Groups", copy=True)
    criterion_ids = fields.One2many(
        "vsoko.sheet.criterion", "scheme_id", string="Criteria", readonly=True
    )
    discussion = fields.Text(
        string="Discussed by",
        copy=False,
        tracking=True,
        help="Which associations have discussed it, and when: numbers and dates of their minutes",
    )
    order_id = fields.Many2one(
        "vsoko.document",
        string="Approved by the order",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        copy=False,
        groups=KEEPERS,
        domain="[('kind', '=', 'order'), ('state', '=', 'approved'),"
        " ('company_id', '=', company_id)]",
    )
    order_text = fields.Char(string="Order", readonly=True, copy=False)
    state = fields.Selection(
        [("draft", "Draft"), ("discussed", "Discussed"), ("approved", "Approved")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.sheet.scheme",
        string="Corrects the version",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Datetime(string="Approved on", readonly=True, copy=False)

    _signed = signed_in("approved")
    _appeal_has_days = models.Constraint(
        "CHECK(appeal_days >= 1)", "An appeal has at least one working day."
    )

    @api.depends("name", "version")
    def _compute_display_name(self):
        for scheme in self:
            version = self.env._("version %(number)s", number=scheme.version)
            several = scheme.version > 1
            scheme.display_name = f"{scheme.name}, {version}" if several else scheme.name

    def write(self, vals):
        if "order_id" in vals:
            self.filtered(lambda scheme: scheme.state == "approved")._check_unlocked()
        return super().write(vals)

    @api.constrains("order_id")
    def _check_order(self):
        for scheme in self:
            # Only the kind and the state of the order that the administration has chosen.
            order = scheme.sudo().order_id
            if order and (order.kind, order.state) != ("order", "approved"):
                raise ValidationError(self.env._("A scheme is approved by a signed order."))

    def action_discuss(self):
        """Say that those whom the scheme judges have discussed it; it waits for the order."""
        self.check_access("write")
        self._check_move("discussed")
        self._check_complete()
        for scheme in self:
            if not (scheme.discussion or "").strip():
                raise UserError(
                    self.env._(
                        "“%(name)s”: write in “Discussed by” which associations have discussed it.",
                        name=scheme.name,
                    )
                )
        self._store({"state": "discussed"})
        return self._toast(self.env._("Noted as discussed"))

    def action_return(self):
        """Open a discussed scheme for changes."""
        self.check_access("write")
        self._check_move("draft")
        self._store({"state": "draft"})
        return self._toast(self.env._("Opened for changes"))

    def action_approve(self):
        """Lock the schemes by their orders; the director does so."""
        self._check_director()
        self._begin_signing()
        self.check_access("write")
        self._check_move("approved")
        self._check_complete()
        for scheme in self:
            if not scheme.order_id:
                raise UserError(
                    self.env._("“%(name)s” is approved by an order: name it.", name=scheme.name)
                )
            scheme._store(
                {
                    "state": "approved",
                    "order_text": scheme.order_id.display_name,
                    "approved_by_id": self.env.uid,
                    "approved_date": fields.Datetime.now(),
                }
            )
        return self._toast(self.env._("Noted as approved"))

    def action_new_version(self):
        """Open the draft of the school that corrects the scheme; copy the scheme without one."""
        self.ensure_one()
        self._take_turn()
        school = self.company_id or self.env.company
        own = [("parent_id", "=", self.id), ("company_id", "=", school.id)]
        draft = self.search([*own, ("state", "=", "draft")], limit=1)
        if not draft:
            draft = self.copy({"name": self.name, "company_id": school.id})
            number = self.version + 1 if self.company_id else 1
            # Which version a new one comes from only the program says; the user has just made it.
            draft.sudo().write({"parent_id": self.id, "version": number})
        return draft._open_records()

    def _check_complete(self):
        """Raise UserError where nobody could be judged by one of these schemes."""
        for scheme in self:
            if not scheme.company_id:
                raise UserError(
                    self.env._(
                        "“%(name)s” is an example: make a version of your school from it.",
                        name=scheme.name,
                    )
                )
            if not scheme.criterion_ids:
                raise UserError(self.env._("“%(name)s” has no criteria.", name=scheme.name))
            scheme.criterion_ids._check_source_known()

    def _get_locked_text(self):
        if self.state == "approved":
            return self.env._(
                "“%(name)s” is approved and does not change. Make a new version of it.",
                name=self.display_name,
            )
        return self.env._(
            "“%(name)s” has been discussed: return it to the draft to change it.",
            name=self.display_name,
        )

    def _get_teachers(self):
        """Return the people at work whom the scheme judges."""
        self.ensure_one()
        people = Domain("company_id", "=", self.company_id.id) & Domain("date_left", "=", False)
        positions = positions_of(self.positions)
        if not positions:
            return self.env["vsoko.teacher"].search(people & Domain("is_pedagogic", "=", True))
        found = self.env["vsoko.teacher"].search(people)
        return found.filtered(lambda one: applies(positions, one.position))
