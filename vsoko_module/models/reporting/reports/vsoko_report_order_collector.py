from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

from ....tools.reports.assessment.order import Basis, make_order
from .vsoko_report_order import ORDER


class VsokoReportCollector(models.AbstractModel):
    _inherit = "vsoko.report.collector"

    def _collect(self, report):
        figures = super()._collect(report)
        if report.type == ORDER:
            # the order says what its note says, whoever writes it
            note = report.assessment_id._get_approved_note()
            figures["work"] = note.figures["work"]
            figures["about"] = report.assessment_id.display_name
        return figures

    def _collect_given(self, report, declared):
        if report.type != ORDER:
            return super()._collect_given(report, declared)
        if not self.env.user.has_group("vsoko_module.group_administration"):
            raise AccessError(self.env._("Orders are prepared by the administration."))
        note = report.assessment_id._get_approved_note()
        return make_order(self._get_basis(report, note), self.env._)

    def _get_basis(self, report, note):
        work = report.assessment_id
        associations = work.subject_id.association_ids.filtered("head_id")
        author = report.author_id
        return Basis(
            note=note.name,
            approved=format_date(self.env, note.approved_date),
            given=note.figures["given"],
            classes=tuple(note.figures["work"]["classes"]),
            heads=tuple((group.name, group.head_id.name) for group in associations),
            author=author.name,
            day=fields.Date.context_today(report),
        )
