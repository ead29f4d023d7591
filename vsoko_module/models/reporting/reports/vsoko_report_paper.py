from dataclasses import replace

from odoo import api, fields, models
from odoo.tools import format_date

from ....tools.reports.numbering import Numbering
from ....tools.reports.types import REPORT_TYPES


class VsokoReport(models.Model):
    """A document of the school: its page of title says where it was considered."""

    _inherit = "vsoko.report"

    is_document = fields.Boolean(compute="_compute_is_document")
    for_outside = fields.Boolean(compute="_compute_is_document")
    considered_id = fields.Many2one(
        "vsoko.meeting",
        string="Considered at the meeting",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        check_company=True,
        domain="[('state', '=', 'signed'), ('company_id', '=', company_id)]",
        groups="vsoko_module.group_administration",
        help="Stands on the page of title: the council, the number and the day of its minutes",
    )

    @api.depends("type")
    def _compute_is_document(self):
        for report in self:
            declared = REPORT_TYPES.get(report.type)
            report.is_document = bool(declared) and declared.is_document
            report.for_outside = bool(declared) and declared.for_outside

    def _get_form(self):
        form = replace(super()._get_form(), requisites=self.figures.get("requisites", ""))
        if not self.is_document:
            return form
        return replace(form, considered=self._get_considered(), town=self._get_town())

    def _get_numbering(self):
        """Return what names the tables and charts of the printed page one after another."""
        return Numbering(self.is_document, self.env._)

    def _get_considered(self):
        """Return (council, number and day of its minutes), both empty before that."""
        # The paper says where it was considered, whoever reads it.
        meeting = self.sudo().considered_id
        if not meeting:
            return "", ""
        minutes = self.env._(
            "minutes No. %(number)s of %(day)s",
            number=meeting.number,
            day=format_date(self.env, meeting._get_day()),
        )
        return meeting.body_id.name, minutes

    def _get_town(self):
        """Return the town of the school and the year in which the figures were taken."""
        town, year = self.company_id.city or "", str(self.taken_date.year)
        return ", ".join(filter(None, [town, year]))
