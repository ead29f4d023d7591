from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date

from ....tools.reports.assessment.order import Basis, make_order


class VsokoReportOrderCollector(models.AbstractModel):
    """Takes what an order says from the approved note of its work, whoever writes it."""

    _name = "vsoko.report.order.collector"
    _inherit = ["vsoko.report.work.collector"]
    _description = "Taking the figures of an order from its note"

    def _collect(self, report):
        figures = super()._collect(report)
        figures["work"] = report.assessment_id._get_approved_note().figures["work"]
        figures["about"] = report.assessment_id.display_name
        return figures

    def _collect_given(self, report, declared):
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
