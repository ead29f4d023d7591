from odoo import api, fields, models
from odoo.fields import Domain


class VsokoReportSection(models.Model):
    """What stood in the same section a year, or a term, before: to go on from, not to copy."""

    _inherit = "vsoko.report.section"

    past_text = fields.Text(
        string="Text of the report before",
        compute="_compute_past_text",
        help="What the approved report of the period before says in this section",
    )

    @api.depends("report_id.period_id", "code")
    @api.depends_context("uid")
    def _compute_past_text(self):
        for report, sections in self.grouped("report_id").items():
            past = report._get_report_before().section_ids._filtered_access("read")
            texts = {section.code: section._get_whole_text() for section in past if section.code}
            for section in sections:
                section.past_text = texts.get(section.code, "")

    def action_take_past_text(self):
        """Put the text of the report before under the own text."""
        self.ensure_one()
        self.report_id._check_unlocked()
        own = self.conclusions if not self._is_automatic() else ""
        self.write({"conclusions": "\n".join(filter(None, [own, self.past_text]))})
        return self._toast(self.env._("The text of last time is added"))

    def _get_whole_text(self):
        return "\n".join(filter(None, [self.conclusions, self.recommendations]))


class VsokoReport(models.Model):
    _inherit = "vsoko.report"

    def _get_report_before(self):
        """Return the last approved report of the type about the same for the period before, as
        the user may read it; maybe empty."""
        before = self.period_id._get_previous()
        if not before:
            return self.browse()
        same = {name: key for name, key in self._prepare_about().items() if name != "period_id"}
        return self.search(
            Domain.AND(Domain(name, "=", key) for name, key in same.items())
            & Domain("period_id", "=", before.id)
            & Domain("state", "!=", "draft"),
            order="version desc, id desc",
            limit=1,
        )
