from odoo import api, fields, models
from odoo.tools import SQL


class VsokoReportFile(models.Model):
    """A file that the program made of a report, with what people look for files by.

    Read by the rules of the report itself, so nobody finds here a file of a report that is
    closed to him.
    """

    _name = "vsoko.report.file"
    _auto = False
    _log_access = False
    _description = "File of a report"
    _order = "date desc, id desc"
    _depends = {
        "ir.attachment": ["name", "file_size", "create_date"],
        "vsoko.report": [
            "type", "period_id", "year_id", "class_id", "teacher_id", "subject_id", "author_id",
            "version", "state", "company_id", "file_ids",
        ],
    }  # fmt: skip

    name = fields.Char(string="File name", readonly=True)
    extension = fields.Char(string="Format", readonly=True)
    size = fields.Integer(string="Size, KB", readonly=True, aggregator="sum")
    date = fields.Datetime(string="Made on", readonly=True)
    report_id = fields.Many2one("vsoko.report", string="Report", readonly=True)
    type = fields.Selection(selection="_selection_type", readonly=True)
    period_id = fields.Many2one("vsoko.period", string="Period", readonly=True)
    year_id = fields.Many2one("vsoko.year", string="School year", readonly=True)
    class_id = fields.Many2one("vsoko.class", string="Class", readonly=True)
    teacher_id = fields.Many2one("vsoko.teacher", string="Teacher", readonly=True)
    subject_id = fields.Many2one("vsoko.subject", string="Subject", readonly=True)
    author_id = fields.Many2one("res.users", string="Author", readonly=True)
    version = fields.Integer(readonly=True, aggregator=None)
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved"), ("published", "Published")], readonly=True
    )
    company_id = fields.Many2one("res.company", string="School", readonly=True)

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT file.id,
                   file.name,
                   lower(substring(file.name from '\\.([^.]+)$')) AS extension,
                   ceil(file.file_size / 1024.0)::int AS size,
                   file.create_date AS date,
                   report.id AS report_id,
                   report.type,
                   report.period_id,
                   report.year_id,
                   report.class_id,
                   report.teacher_id,
                   report.subject_id,
                   report.author_id,
                   report.version,
                   report.state,
                   report.company_id
              FROM vsoko_report_attachment_rel own
              JOIN ir_attachment file ON file.id = own.attachment_id
              JOIN vsoko_report report ON report.id = own.report_id
            """
        )

    @api.model
    def _selection_type(self):
        return self.env["vsoko.report"]._selection_type()

    def action_download(self):
        """Send the file; the attachment asks once more whether the report may be read.

        Who may not read all sections gets the file that the report makes for him.
        """
        self.ensure_one()
        if self.report_id._get_closed_sections():
            return self.report_id._open_file(self.extension, "download")
        return self._open_address(f"/web/content/{self.id}?download=true", "download")

    def action_open_report(self):
        self.ensure_one()
        return self.report_id._open_records()
