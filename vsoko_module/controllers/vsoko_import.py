from odoo import http
from odoo.http import content_disposition, request

from ..tools.writers.register_files import REGISTERS
from .readable import readable

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES = ("marks", "contingent", "staff", "load", "codifier", *REGISTERS)


class VsokoImportController(http.Controller):
    @http.route(
        "/vsoko/import/<model('vsoko.import'):record>/remarks",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def remarks(self, record):
        """Send the file with a column of remarks."""
        record = readable(record)
        stem = record.name.rpartition(".")[0] or record.name
        name = request.env._("%(name)s with remarks.xlsx", name=stem)
        return _file(name, record._get_remarks_file())

    @http.route(
        f"/vsoko/import/template/<any({','.join(TEMPLATES)}):kind>",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def template(self, kind, year_id="", class_id="", period_id=""):
        """Send a template filled with what the user may read."""
        found = [
            request.env[model].search([("id", "=", int(id_) if id_.isdecimal() else 0)])
            for model, id_ in (
                ("vsoko.year", year_id),
                ("vsoko.class", class_id),
                ("vsoko.period", period_id),
            )
        ]
        return _file(*request.env["vsoko.import.template"]._build(kind, *found))

    @http.route(
        "/vsoko/assessment/<model('vsoko.assessment'):work>/sheet",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def assessment_sheet(self, work):
        """Send the sheet of an assessment with the results that the user may read."""
        return _file(*readable(work)._build_sheet())

    @http.route(
        "/vsoko/form/<model('vsoko.data.form'):form>/table",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def data_form(self, form):
        """Send the table of a statistical form with what is filled in already."""
        return _file(*readable(form)._build_template())

    @http.route(
        "/vsoko/rubric/<model('vsoko.rubric'):rubric>/table",
        type="http",
        auth="user",
        methods=["GET"],
        readonly=True,
    )
    def observations(self, rubric):
        """Send an empty table for sheets by the criteria."""
        return _file(*readable(rubric)._build_table())


def _file(name, content):
    return request.make_response(
        content,
        [
            ("Content-Type", XLSX),
            ("Content-Length", len(content)),
            ("Content-Disposition", content_disposition(name)),
            ("X-Content-Type-Options", "nosniff"),
        ],
    )
