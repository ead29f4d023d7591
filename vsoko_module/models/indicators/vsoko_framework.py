from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools import formula
from ..mixins.signing import signed_in
from ..school.vsoko_period import PERIOD_KINDS


class VsokoFramework(models.Model):
    """A version of the school's system of indicators.

    An approved version is not edited: a new one starts as its copy and holds from its own day, so
    whatever a figure meant and was judged by stays with the periods of its time.
    """

    _name = "vsoko.framework"
    _inherit = ["vsoko.signing.mixin", "mail.thread", "mail.activity.mixin"]
    _description = "System of indicators"
    _order = "date_from desc, id desc"
    _locked_states = ("approved", "archived")
    _locked_fields = frozenset({"name", "date_from", "company_id", "period_kind"})
    _check_company_auto = True

    name = fields.Char(required=True, tracking=True)
    company_id = fields.Many2one(
        "res.company", string="School", index=True, help="Empty: for all schools"
    )
    date_from = fields.Date(string="In force from", required=True, tracking=True)
    period_kind = fields.Selection(
        PERIOD_KINDS,
        string="Only for",
        help="Periods of this kind are counted by this system alone; empty: all other periods",
    )
    state = fields.Selection(
        [
            ("draft", "Draft"),
            ("discussed", "Under discussion"),
            ("approved", "Approved"),
            ("archived", "Archived"),
        ],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    parent_id = fields.Many2one("vsoko.framework", string="Made from", readonly=True, copy=False)
    criterion_ids = fields.One2many("vsoko.criterion", "framework_id", string="Criteria")
    indicator_ids = fields.One2many("vsoko.indicator", "framework_id", string="Indicators")
    indicator_count = fields.Integer(compute="_compute_indicator_count")
    approved_by_id = fields.Many2one(
        "res.users", string="Approved by", readonly=True, copy=False, ondelete="restrict"
    )
    approved_date = fields.Date(string="Approved on", readonly=True, copy=False)

    _signed = signed_in("approved")

    @api.depends("indicator_ids")
    def _compute_indicator_count(self):
        counts = dict(
            self.env["vsoko.indicator"]._read_group(
                [("framework_id", "in", self.ids)], ["framework_id"], ["__count"]
            )
        )
        for framework in self:
            framework.indicator_count = counts.get(framework._origin, 0)

    def action_discuss(self):
        self._check_unlocked()
        self._move("discussed")
        return self._toast(self.env._("Sent to discussion"))

    def action_back_to_draft(self):
        self._check_unlocked()
        self._move("draft")
        return self._toast(self.env._("Opened for changes"))

    def action_approve(self):
        """Put the version in force; only the director may."""
        self._check_director()
        self._begin_signing()
        self._check_counts()
        self._move(
            "approved",
            approved_by_id=self.env.uid,
            approved_date=fields.Date.context_today(self),
        )
        return self._toast(self.env._("Noted as approved"))

    def action_archive_version(self):
        """Take an approved version out of force; only the director may."""
        self._check_director()
        self._move("archived")
        return self._toast(self.env._("Taken out of force"))

    def action_new_version(self):
        """Open the draft made from this version; when there is none, make a copy of all of it."""
        self.ensure_one()
        self._take_turn()
        school = self.company_id or self.env.company
        draft = self._get_draft(school) or self._copy_version(
            name=self.env._("%(name)s (new version)", name=self.name),
            company_id=school.id,
            date_from=fields.Date.context_today(self),
            period_kind=self.period_kind,
        )
        return draft._open_records()

    def _get_draft(self, school):
        """Return the new version of this one that a school is working on, maybe empty."""
        return self.search(
            [
                ("parent_id", "=", self.id),
                ("company_id", "=", school.id),
                ("state", "in", ("draft", "discussed")),
            ],
            limit=1,
        )

    def _copy_version(self, **vals):
        """Return a new draft with copies of all criteria, indicators and bands."""
        self.ensure_one()
        draft = self.create(vals)
        # what another school has made of the regulation is closed to this one
        if self.company_id <= draft.company_id:
            # Which version a new one comes from only the program says; the user has just made it.
            draft.sudo().parent_id = self
        criteria = self.criterion_ids._copy_tree(draft)
        self.indicator_ids._copy_to(draft, criteria)
        return draft

    @api.model
    def _adopt_regulation(self, company):
        """Give a school its own approved copy of the shipped system of indicators.

        The shipped one belongs to the first school of the database, which tunes it for itself.
        """
        shipped = self.env.ref("vsoko_module.framework_regulation", raise_if_not_found=False)
        if not shipped:
            return self.browse()
        own = shipped._copy_version(
            name=shipped.name, company_id=company.id, date_from=shipped.date_from
        )
        own.action_approve()
        return own

    def _get_locked_text(self):
        return self.env._(
            "The system of indicators “%(name)s” is approved and cannot be changed. Make a new"
            " version of it.",
            name=self.name,
        )

    def _check_counts(self):
        """Raise when a version computes nothing: in force it would remove every figure."""
        for framework in self:
            if not any(framework.indicator_ids.mapped("has_source")):
                raise UserError(
                    self.env._(
                        "“%(name)s” has no indicator that can be computed: approved, it would leave"
                        " the school without figures. Add indicators or start from a new version of"
                        " the present system.",
                        name=framework.name,
                    )
                )

    def _get_director_text(self):
        return self.env._("Only the director approves or archives a system of indicators.")

    def _move(self, state, **signature):
        """Bring the versions into a state; the callers have checked who may and from where."""
        self.check_access("write")
        self._store({"state": state, **signature})

    def _get_measures(self):
        """Return {source: its measures}."""
        return self.indicator_ids.filtered(
            lambda indicator: indicator.kind == "measure" and indicator.source
        ).grouped("source")

    def _get_formula_trees(self):
        """Return {code: tree} of the formulas of the version.

        :raise FormulaError: for the first formula that is wrong, or for a circle of formulas
        """
        self.ensure_one()
        codes = {indicator.code: indicator.name for indicator in self.indicator_ids}
        trees = {
            indicator.code: formula.parse(indicator.formula, codes)
            for indicator in self.indicator_ids
            if indicator.kind == "formula" and indicator.formula
        }
        formula.order(trees)
        return trees

    def _get_operand_codes(self):
        """Return the set of the codes that formulas of the version name."""
        trees = self._get_formula_trees().values()
        return {ref.code for tree in trees for ref in formula.references(tree)}

    @api.model
    def _get_of_period(self, period):
        """Return the approved version by which a period is counted, maybe empty."""
        return self._get_in_force(period.date_end, period.company_id, period.kind)

    @api.model
    def _get_in_force(self, day, company, kind=False):
        """Return the approved version that holds for a school on a day, maybe empty.

        A version for the kind of the period comes before that for all periods, the school's own
        version before the one shipped for all schools.
        """
        return self.search(
            [
                ("state", "=", "approved"),
                ("date_from", "<=", day),
                ("company_id", "in", [company.id, False]),
                ("period_kind", "in", [kind, False]),
            ],
            order="period_kind NULLS LAST, company_id NULLS LAST, date_from desc, id desc",
            limit=1,
        )
