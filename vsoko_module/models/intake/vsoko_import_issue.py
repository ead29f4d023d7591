from xlsxwriter.utility import xl_col_to_name

from odoo import fields, models

from .loaders.issue import Issue
from .vsoko_import_match import KINDS

# so many remarks of one file are kept one by one, the rest is only counted
MAX_ISSUES = 1000


class VsokoImportIssue(models.Model):
    _name = "vsoko.import.issue"
    _description = "Remark on an imported file"
    _order = "import_id, severity_order, id"
    _rec_name = "message"

    import_id = fields.Many2one("vsoko.import", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="import_id.company_id", store=True, index=True)
    severity = fields.Selection(
        [("error", "Error"), ("warning", "Warning"), ("info", "Information")], required=True
    )
    severity_order = fields.Integer(aggregator=None)
    sheet = fields.Char()
    row = fields.Integer(aggregator=None)
    column = fields.Char()
    text = fields.Char(string="In the file")
    message = fields.Char(required=True)
    match_kind = fields.Selection(KINDS, string="To be matched")
    match_text = fields.Char()
    suggestion_id = fields.Integer(aggregator=None)
    candidates = fields.Json(help="Ids of all records that come into question")
    twin = fields.Integer(aggregator=None, help="Which of the rows of one name, from 1")
    place_id = fields.Many2one("vsoko.class", string="Of the class", ondelete="set null")
    may_be_new = fields.Boolean()
    before = fields.Char(string="Stored now", help="What loading the file would replace")
    after = fields.Char(string="Will be")

    def action_match(self):
        """Open the match of the unknown text; saving it checks the file again."""
        self.ensure_one()
        return self.env["vsoko.import.match"]._open_for(self)

    def _keep(self, record, issues):
        """Store the issues of an import; each is a ``loaders.issue.Issue``."""
        order = {"error": 0, "warning": 1, "info": 2}
        # what concerns the whole file comes before what concerns a row
        ordered = sorted(issues, key=lambda issue: (order[issue.severity], bool(issue.row)))
        if len(ordered) > MAX_ISSUES:
            rest = self.env._("%(count)s more remarks.", count=len(ordered) - MAX_ISSUES)
            ordered = [*ordered[:MAX_ISSUES], Issue("info", rest)]
        self.create(
            [
                {
                    "import_id": record.id,
                    "severity": issue.severity,
                    "severity_order": order[issue.severity],
                    "sheet": issue.sheet,
                    "row": issue.row,
                    "column": xl_col_to_name(issue.column - 1) if issue.column else False,
                    "text": issue.text[:200],
                    "message": issue.message,
                    "match_kind": issue.match_kind or False,
                    "match_text": issue.match_text or False,
                    "suggestion_id": issue.suggestion,
                    "candidates": list(issue.candidates),
                    "twin": issue.twin,
                    "place_id": issue.place or False,
                    "may_be_new": issue.may_be_new,
                    "before": issue.before or False,
                    "after": issue.after or False,
                }
                for issue in ordered
            ]
        )
