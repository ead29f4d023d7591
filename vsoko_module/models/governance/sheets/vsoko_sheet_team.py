from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ....tools.sheets.parts import WHOLE
from .vsoko_sheet import ADMINISTRATION
from .vsoko_sheet_evidence import event_key


class VsokoSheetTeam(models.Model):
    """How several teachers share the points of what they have done together.

    The parts add up to the whole; they hold from the moment they are agreed, and change only
    while all their sheets are being filled in. Who takes part sees them, and the administration.
    """

    _name = "vsoko.sheet.team"
    _inherit = ["vsoko.lock.mixin", "vsoko.company.mixin", "vsoko.own.mixin"]
    _description = "Event of several teachers"
    _order = "date desc, id desc"
    _locked_states = ("agreed",)
    _moves = {"agreed": ("draft",), "draft": ("agreed",)}

    achievement_id = fields.Many2one(
        "vsoko.achievement",
        string="Achievement of pupils",
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        help="Where the points are for pupils who were prepared together",
    )
    name = fields.Char(
        string="What it was",
        compute="_compute_what_it_was",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="As in the register or in the sheets: by the name and the day it is known",
    )
    date = fields.Date(
        string="Date",
        compute="_compute_what_it_was",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
    )
    once_key = fields.Char(compute="_compute_once_key", store=True)
    basis = fields.Char(
        string="How the parts were agreed",
        help="For example the minutes of the association, or the words of all who took part",
    )
    part_ids = fields.One2many("vsoko.sheet.team.part", "team_id", string="Parts")
    whole = fields.Integer(string="Together, %", compute="_compute_whole")
    state = fields.Selection(
        [("draft", "Draft"), ("agreed", "Agreed")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
    )

    _event_uniq = models.Constraint(
        "UNIQUE(company_id, once_key)", "The parts of this event are stated already."
    )

    @api.depends("achievement_id")
    def _compute_what_it_was(self):
        for team in self.filtered("achievement_id"):
            team.name = team.achievement_id.event
            team.date = team.achievement_id.date

    @api.depends("name", "date", "achievement_id")
    def _compute_once_key(self):
        for team in self:
            number = team.achievement_id.id
            known = number and f"achievement:{number}"
            team.once_key = known or event_key(team.name, team.date)

    @api.depends("part_ids.percent")
    def _compute_whole(self):
        for team in self:
            team.whole = sum(team.part_ids.mapped("percent"))

    def action_agree(self):
        """The parts are agreed: from now on they say what each of the sheets gets."""
        self._check_speaker()
        self._take_turn()
        self._check_move("agreed")
        for team in self:
            team._check_parts()
        self._put({"state": "agreed"})
        return self._toast(self.env._("Noted as agreed"))

    def action_return(self):
        """Open the parts for changes, while all sheets are still being filled in."""
        self._check_speaker()
        self._take_turn()
        self._check_move("draft")
        self._put({"state": "draft"})
        return self._toast(self.env._("Opened for changes"))

    def _put(self, vals):
        """Change the state and count the open sheets of those who take part anew."""
        # Whose sheets they are stays with the program; who speaks for the team was checked.
        records = self.env["vsoko.sheet.evidence"].sudo()
        records = records.search(
            [("company_id", "in", self.company_id.ids), ("once_key", "in", self.mapped("once_key"))]
        )
        if any(record.state != "self" for record in records):
            raise UserError(
                self.env._(
                    "A sheet with this event has been handed in: its parts do not change any more."
                )
            )
        self._store(vals)
        self.env.add_to_compute(records._fields["is_alone"], records)
        records.line_id._count()

    def _check_parts(self):
        if not (self.basis or "").strip():
            raise UserError(
                self.env._("“%(name)s”: write how the parts were agreed.", name=self.name)
            )
        if len(self.part_ids) < 2 or self.whole != WHOLE:
            raise UserError(
                self.env._(
                    "“%(name)s”: the parts of two or more people are 100 %% together, not"
                    " %(whole)s %%.",
                    name=self.name,
                    whole=self.whole,
                )
            )

    def _check_speaker(self):
        """Raise AccessError unless the user takes part, or is of the administration."""
        self.check_access("write")
        if self.env.su or self.env.user.has_group(ADMINISTRATION):
            return
        if not all(team.is_own for team in self):
            raise AccessError(
                self.env._("Who has taken part in it says so, or the administration.")
            )

    def _get_own_condition(self, alias):
        return SQL(
            "%s IN (SELECT own_part.team_id FROM vsoko_sheet_team_part own_part"
            " WHERE own_part.teacher_id IN (%s))",
            SQL.identifier(alias, "id"),
            self._get_own_teachers_sql(),
        )

    def _get_locked_text(self):
        return self.env._(
            "“%(name)s”: the parts are agreed. Open them for changes first.", name=self.name
        )
