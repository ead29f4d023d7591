import logging

from odoo import api, fields, models
from odoo.exceptions import UserError

from ....tools.reports.types import REPORT_TYPES
from ..reports.about import ABOUT

_logger = logging.getLogger(__name__)

STATES = [
    ("waiting", "Waits"),
    ("made", "Made"),
    ("found", "Was there"),
    ("skipped", "No figures"),
    ("failed", "Not made"),
]
FORMAT = "pdf"


class VsokoReportSetLine(models.Model):
    """One report of a set: waited for, made, found ready, or why it is not there.

    Written by the program alone.
    """

    _name = "vsoko.report.set.line"
    _description = "Report of a set"
    _order = "sequence, name, id"
    _name_parts = ("type", "name")

    set_id = fields.Many2one(
        "vsoko.report.set", required=True, index=True, ondelete="cascade", readonly=True
    )
    company_id = fields.Many2one(related="set_id.company_id", store=True, index=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    type = fields.Selection(
        selection="_selection_type", string="Report", required=True, readonly=True
    )
    key = fields.Char(required=True, readonly=True, default="")
    name = fields.Char(string="About", readonly=True)
    state = fields.Selection(STATES, required=True, readonly=True, default="waiting", index=True)
    report_id = fields.Many2one(
        "vsoko.report",
        string="Made report",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
    )
    made_revision = fields.Integer(string="Revision", readonly=True, aggregator=None)
    is_changed = fields.Boolean(string="Changed since", compute="_compute_is_changed")
    message = fields.Char(string="Reason", readonly=True)

    _once = models.UniqueIndex("(set_id, type, key)", "A report stands in a set once.")

    @api.model
    def _selection_type(self):
        return self.env["vsoko.report"]._selection_type()

    @api.depends("type", "name")
    def _compute_display_name(self):
        types = dict(self._fields["type"]._description_selection(self.env))
        for line in self:
            line.display_name = ", ".join(filter(None, [types.get(line.type), line.name]))

    @api.depends("report_id.state", "report_id.revision", "made_revision")
    def _compute_is_changed(self):
        """A draft goes on after its file is made; what is approved has files of its own."""
        for line in self:
            report = line.report_id
            line.is_changed = report.state == "draft" and report.revision != line.made_revision

    def action_open_report(self):
        self.ensure_one()
        return self.report_id._open_records()

    def _is_ready(self):
        """Whether the report is there and its file tells what it says now."""
        return self._is_over() and bool(self.report_id) and not self.is_changed

    def _take(self):
        """Lock the line; return whether it still waits and nobody else makes it."""
        if not self.try_lock_for_update():
            return False
        self.invalidate_recordset()
        return self.state == "waiting"

    def _tell(self):
        """Say in words what has come of the report."""
        states = dict(self._fields["state"]._description_selection(self.env))
        if not self.report_id and self._is_over():
            return self.env._("The report was deleted.")
        if self.is_changed:
            return self.env._("the draft has changed since its file was made")
        return self.message or states[self.state].lower()

    def _is_over(self):
        return self.state in ("made", "found")

    def _make(self):
        """Find or make the report with its file, as the person for whom the set is made."""
        self.ensure_one()
        try:
            with self.env.cr.savepoint():
                self.write(self._produce())
        except Exception as error:
            self.write({"state": "failed", "message": self._tell_failure(error)})

    def _produce(self):
        """Return what the line keeps of its report."""
        author = self.set_id.user_id
        if not author.active:
            raise UserError(self.env._("%(name)s, who is responsible, has left.", name=author.name))
        reports = self.env["vsoko.report"].with_user(author).with_company(self.company_id)
        reports = reports.with_context(lang=author.lang, tz=author.tz)
        found = self._find(reports)
        report = found or reports.create(self._prepare_report())
        if report.state == "draft":
            report._attach_files([FORMAT])
        return {
            "state": "found" if found else "made",
            "report_id": report.id,
            "made_revision": report.revision,
            "message": False,
        }

    def _find(self, reports):
        """Return the approved report, else the draft that the author would go on with."""
        one = (self.type, self.set_id.period_id)
        about = self._get_about()
        return reports._find_signed(*one, **about) or reports._find_draft(*one, **about)

    def _prepare_report(self):
        return {
            "type": self.type,
            "period_id": self.set_id.period_id.id,
            "company_id": self.company_id.id,
            **self._get_about(),
        }

    def _get_about(self):
        """Return {field of a report: id} of what the report is about, empty for the school."""
        _code, _sign, number = self.key.partition(":")
        return {ABOUT[REPORT_TYPES[self.type].about].field: int(number)} if number else {}

    def _tell_failure(self, error):
        if isinstance(error, UserError):
            return str(error)
        _logger.exception("Report %s of the set %s is not made", self.id, self.set_id.id)
        return self.env._("A program error; details are in the log of the server.")
