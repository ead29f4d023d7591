from odoo import api, fields, models, tools
from odoo.exceptions import AccessError, UserError

from ..mixins.signing import signed_in


class VsokoRegisterMixin(models.AbstractModel):
    """A line of a register: what there was on a day, with its papers, and who has checked it.

    A line counts from the moment it is entered. A checked one is locked with its papers for
    everybody; the administration opens it again. Nobody checks a line about himself.

    A model says which of its fields holds the day (`_day_field`; None: a line of no school year),
    whom a line is about (`_get_owners`) and who checks it (`_checking_groups`).
    """

    _name = "vsoko.register.mixin"
    _inherit = ["vsoko.company.mixin", "vsoko.papers.mixin"]
    _description = "Line of a register"

    _locked_states = ("checked",)
    _papers = "document_ids"
    _day_field = "date"
    _checking_groups = "vsoko_module.group_administration"

    year_id = fields.Many2one(
        "vsoko.year",
        string="School year",
        compute="_compute_year_id",
        store=True,
        index=True,
        help="The school year of the date; empty where the school has no such year here",
    )
    document_ids = fields.Many2many("ir.attachment", string="Papers", copy=False)
    state = fields.Selection(
        [("entered", "Entered"), ("checked", "Verified")],
        default="entered",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    checked_by_id = fields.Many2one("res.users", string="Verified by", readonly=True, copy=False)
    checked_at = fields.Datetime(string="Verified on", readonly=True, copy=False)

    _checked_has_signature = signed_in("checked", by="checked_by_id", on="checked_at")

    @api.depends(lambda self: ("company_id", *filter(None, [self._day_field])))
    def _compute_year_id(self):
        years = self.env["vsoko.year"].search([("company_id", "in", self.company_id.ids)])
        for line in self:
            day = line._day_field and line[line._day_field]
            line.year_id = day and years.filtered(
                lambda year, line=line, day=day: (
                    year.company_id == line.company_id and year.date_start <= day <= year.date_end
                )
            )

    def action_check(self):
        """Say that these lines agree with their papers; they are locked from now on."""
        self._check_checker()
        for line in self:
            if self.env.user in line._get_owners():
                raise UserError(
                    self.env._(
                        "“%(name)s” is about you: somebody else of the administration checks it.",
                        name=line.display_name,
                    )
                )
        entered = self.filtered(lambda line: line.state == "entered")
        entered._store(
            {
                "state": "checked",
                "checked_by_id": self.env.uid,
                "checked_at": fields.Datetime.now(),
            }
        )
        return self._toast(self.env._("Lines checked"), len(entered))

    def action_reopen(self):
        """Open checked lines for changes; they wait for another check."""
        self._check_checker()
        self._store({"state": "entered", "checked_by_id": False, "checked_at": False})
        return self._toast(self.env._("Opened for changes"))

    def _get_owners(self):
        """Return the users whom a line is about."""
        return self.env["res.users"]

    def _check_checker(self):
        """Raise AccessError unless the user may read the lines and check them."""
        self.check_access("read")
        if not self.env.su and not self.env.user.has_groups(self._checking_groups):
            raise AccessError(self.env._("Lines of registers are checked by the administration."))

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s” is checked and does not change. The administration opens it again.",
            name=self.display_name,
        )

    @api.model
    @tools.ormcache()
    def _get_registers(self):
        """Return the names of all registers."""
        kind = self.env.registry["vsoko.register.mixin"]
        return tuple(
            name
            for name in sorted(self.env.registry)
            if issubclass(self.env.registry[name], kind) and not self.env[name]._abstract
        )

    @api.model
    def _follow_years(self, companies):
        """Find the school years of the lines of these schools anew: years were made or moved."""
        for name in self._get_registers():
            # The school year follows from the date alone, whoever may read the line.
            register = self.env[name].sudo().with_context(active_test=False)
            lines = register.search([("company_id", "in", companies.ids)])
            self.env.add_to_compute(register._fields["year_id"], lines)
