from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ...mixins.signing import signed_in


class VsokoReportHearing(models.Model):
    """An approved report that is put before a council for a meeting.

    The administration proposes it, the director decides whether the council reads the sections
    that name people, too. What was proposed does not change: it is taken back and proposed anew.
    """

    _name = "vsoko.report.hearing"
    _inherit = ["vsoko.lock.mixin"]
    _description = "Report put before a council"
    _order = "date desc, id desc"
    _rec_names_search = ["report_id"]
    _name_parts = ("council", "date")
    _locked_states = ("discussed",)
    _moves = {"put": ("proposed",), "discussed": ("put",)}
    # it is the approved report that is put before a council
    _follows_lock = False

    report_id = fields.Many2one("vsoko.report", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="report_id.company_id", store=True, index=True)
    council = fields.Selection(
        [
            ("pedagogical_council", "Pedagogical council"),
            ("methodical_council", "Methodical council"),
        ],
        default="pedagogical_council",
        required=True,
    )
    date = fields.Date(string="Date of the meeting", required=True)
    state = fields.Selection(
        [("proposed", "Proposed"), ("put", "Put before"), ("discussed", "Discussed")],
        default="proposed",
        required=True,
        readonly=True,
    )
    # the record rules of the sections ask for it
    by_names = fields.Boolean(string="By names", readonly=True)
    has_names = fields.Boolean(compute="_compute_has_names", string="Has figures by names")
    decided_by_id = fields.Many2one(
        "res.users", string="Decided by", readonly=True, ondelete="restrict"
    )
    decided_date = fields.Date(string="Decided on", readonly=True)

    _signed = signed_in("put", "discussed", by="decided_by_id", on="decided_date")
    _one_for_a_council = models.UniqueIndex(
        "(report_id, council)", "The report is put before this council already."
    )

    @api.depends("report_id.section_ids.names_people")
    def _compute_has_names(self):
        for hearing in self:
            hearing.has_names = any(hearing.report_id.section_ids.mapped("names_people"))

    @api.depends("council", "date")
    @api.depends_context("lang")
    def _compute_display_name(self):
        for hearing in self:
            day = format_date(self.env, hearing.date) if hearing.date else ""
            hearing.display_name = f"{hearing._get_council_name()}, {day}"

    @api.constrains("report_id")
    def _check_report(self):
        for hearing in self:
            if not hearing.report_id._is_for_councils():
                raise ValidationError(
                    self.env._(
                        "“%(name)s” cannot be put before a council: councils read approved"
                        " reports about the school or a subject.",
                        name=hearing.report_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        hearings = super().create(vals_list)
        for hearing in hearings:
            hearing._log_change(self.env._("Proposed: put the report before a council"))
        return hearings

    def action_put_by_names(self):
        """Let the council read the whole report."""
        self._put(by_names=True)
        return self._toast(self.env._("Put before the council"))

    def action_put_without_names(self):
        """Put the report before the council as the council reads it anyway."""
        self._put(by_names=False)
        return self._toast(self.env._("Put before the council"))

    def action_discuss(self):
        """Note that the council has discussed the report: this cannot be taken back."""
        self._check_administration()
        self._take_turn()
        self._check_move("discussed")
        self._store({"state": "discussed"})
        for hearing in self:
            hearing._log_change(self.env._("The council has discussed the report"))
        return self._toast(self.env._("Noted as discussed"))

    def action_take_back(self):
        """Take back what has not been discussed yet; the council reads as before."""
        self._check_administration()
        self._take_turn()
        self._check_state("proposed", "put")
        if "put" in self.mapped("state"):
            self._check_director()
        for hearing in self:
            hearing._log_change(self.env._("Not put before a council any more"))
        reports = self.report_id
        # Nobody has the right to delete: what was discussed stays, the rest was checked above.
        self.sudo().unlink()
        return reports._toast(self.env._("Taken back from the council"))

    def _put(self, by_names):
        self._check_director()
        self._take_turn()
        self._check_move("put")
        self._store(
            {
                "state": "put",
                "by_names": by_names,
                "decided_by_id": self.env.uid,
                "decided_date": fields.Date.context_today(self),
            }
        )
        change = (
            self.env._("The report is put before a council by names")
            if by_names
            else self.env._("The report is put before a council without names")
        )
        for hearing in self:
            hearing._log_change(change)

    def _check_administration(self):
        """Raise AccessError unless the user may propose, and reads these records."""
        self.check_access("read")
        self.browse().check_access("create")

    def _check_director(self):
        self._check_administration()
        super()._check_director()

    def _get_director_text(self):
        return self.env._("The director alone decides what a council reads by names.")

    def _log_change(self, what):
        """Write a line into the discussion of the report."""
        self.report_id._message_log(body=f"{what}: {self.display_name}.")

    def _get_council_name(self):
        return dict(self._fields["council"]._description_selection(self.env)).get(self.council, "")
