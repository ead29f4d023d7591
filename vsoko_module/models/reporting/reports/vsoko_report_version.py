from odoo import api, fields, models

from ....tools.reports.changes import compare
from ....tools.reports.formatting import shown_table


class VsokoReport(models.Model):
    """Versions of a report: a correction is a new report that says what it changed.

    Both versions are frozen, so what changed is computed whenever it is shown.
    """

    _inherit = "vsoko.report"

    version = fields.Integer(default=1, readonly=True, copy=False, aggregator=None)
    parent_id = fields.Many2one(
        "vsoko.report",
        string="Corrects",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    correction_ids = fields.One2many("vsoko.report", "parent_id", string="Corrections")
    correction_id = fields.Many2one(
        "vsoko.report", string="Corrected by", compute="_compute_correction_id"
    )
    changes_html = fields.Html(
        string="What has changed", compute="_compute_changes_html", sanitize=False
    )

    _one_correction = models.UniqueIndex(
        "(parent_id) WHERE parent_id IS NOT NULL", "This version has been corrected already."
    )

    @api.depends("correction_ids")
    def _compute_correction_id(self):
        for report in self:
            report.correction_id = report.correction_ids[:1]

    @api.depends("parent_id", "section_ids.conclusions", "section_ids.recommendations")
    @api.depends_context("uid")
    def _compute_changes_html(self):
        for report in self:
            changes = report._get_changes()
            report.changes_html = changes and self.env["ir.qweb"]._render(
                "vsoko_module.report_vsoko_changes",
                {"changes": changes, "blocks": report._prepare_changes(changes)},
            )

    def action_new_version(self):
        """Open a draft that corrects this report: same texts, figures as they are now.

        A version is corrected once: from an old one this leads to its latest correction.
        """
        self.ensure_one()
        if self.correction_id.state == "draft":
            return self.correction_id._open_records()
        if self.correction_id:
            return self.correction_id.action_new_version()
        self._take_turn()
        report = self.create({"name": self.name, **self._prepare_about()})
        report._store({"version": self.version + 1, "parent_id": self.id})
        report.section_ids._take_texts(self.section_ids)
        return report._open_records()

    def _get_changes(self):
        """Return what differs from the version that this one corrects, None for a first one."""
        if not self.parent_id:
            return None
        old = self.parent_id._get_content()
        return compare(old, self._get_content(), self.parent_id.version, self.env._)

    def _prepare_changes(self, changes):
        """Return the tables of the changes for the templates."""
        return [shown_table(table, self.env._("no data")) for table in changes.tables]
