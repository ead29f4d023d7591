from odoo import fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalFloat
from ...mixins.view_link import ViewMany2one
from .vsoko_commission_sheet import BEFORE

# what the commission says of a criterion
SAID = frozenset({"final", "reason"})


class VsokoCommissionLine(models.Model):
    """A criterion of a sheet as the commission reads it; see `vsoko.commission.sheet`.

    Records are told by their names where the commission reads by name, and counted otherwise: the
    name of a diploma or of its file says whose it is.
    """

    _name = "vsoko.commission.line"
    _inherit = ["vsoko.body.mine.mixin"]
    _auto = False
    _log_access = False
    _description = "Criterion of a sheet before a commission"
    _order = "sequence, id"
    _body_column = "commission_id"
    _depends = {
        "vsoko.sheet": ["commission_id", "company_id", "is_numbered", "state"],
        "vsoko.sheet.line": [
            "sheet_id",
            "criterion_id",
            "value",
            "records",
            "program_points",
            "claimed",
            "checked",
            "final",
            "reason",
        ],
        "vsoko.sheet.evidence": ["line_id", "name", "date"],
        "vsoko.sheet.criterion": ["code", "name", "unit", "source", "maximum", "sequence"],
        "vsoko.sheet.group": ["name", "sequence"],
    }

    sheet_id = ViewMany2one("vsoko.commission.sheet", string="Sheet", readonly=True)
    company_id = fields.Many2one("res.company", string="School", readonly=True)
    commission_id = fields.Many2one("vsoko.body", string="Commission", readonly=True)
    state = fields.Selection(BEFORE, string="State of the sheet", readonly=True)
    sequence = fields.Integer(readonly=True, aggregator=None)
    group_name = fields.Char(string="Group", readonly=True)
    name = fields.Char(string="Criterion", readonly=True)
    unit = fields.Char(readonly=True)
    source = fields.Char(readonly=True)
    maximum = fields.Float(string="Points at most", readonly=True, aggregator=None)
    value = OptionalFloat(string="Figure", readonly=True, aggregator=None, digits=(12, 3))
    records = fields.Integer(string="Number of records", readonly=True, aggregator=None)
    records_text = fields.Text(
        string="Records", readonly=True, help="Named where the commission reads by name"
    )
    program_points = OptionalFloat(
        string="By the program", readonly=True, aggregator=None, digits=(6, 2)
    )
    claimed = OptionalFloat(string="Own assessment", readonly=True, aggregator=None, digits=(6, 2))
    checked = OptionalFloat(string="After the check", readonly=True, aggregator=None, digits=(6, 2))
    given = OptionalFloat(
        string="Before the commission", readonly=True, aggregator=None, digits=(6, 2)
    )
    final = OptionalFloat(string="By the commission", aggregator=None, digits=(6, 2))
    reason = fields.Char(string="Why", help="Why points were lowered or taken away")

    @property
    def _table_query(self):
        return SQL(
            """
            SELECT line.id, line.sheet_id, sheet.company_id, sheet.commission_id, sheet.state,
                   row_number() OVER (PARTITION BY sheet.id ORDER BY criteria.sequence,
                                      criteria.id, criterion.sequence, criterion.id)::int
                       AS sequence,
                   criteria.name AS group_name, concat_ws(' ', criterion.code, criterion.name)
                       AS name, criterion.unit, criterion.source, criterion.maximum,
                   line.value, line.records, line.program_points, line.claimed, line.checked,
                   COALESCE(line.checked, line.claimed, line.program_points) AS given,
                   line.final, line.reason, named.records_text,
                   NULL::int AS create_uid, NULL::int AS write_uid
              FROM vsoko_sheet_line line
              JOIN vsoko_sheet sheet ON sheet.id = line.sheet_id
              JOIN vsoko_sheet_criterion criterion ON criterion.id = line.criterion_id
              JOIN vsoko_sheet_group criteria ON criteria.id = criterion.group_id
              LEFT JOIN (
                   SELECT evidence.line_id,
                          string_agg(to_char(evidence.date, 'DD.MM.YYYY') || ' ' || evidence.name,
                                     E'\\n' ORDER BY evidence.date, evidence.id) AS records_text
                     FROM vsoko_sheet_evidence evidence
                    GROUP BY evidence.line_id
                   ) named ON named.line_id = line.id AND NOT sheet.is_numbered
             WHERE sheet.commission_id IS NOT NULL AND sheet.state = ANY(%s)
            """,
            [code for code, _label in BEFORE],
        )

    # a row of a view is no row to write
    def write(self, vals):  # pylint: disable=method-required-super
        """Say the points of the commission; the line itself keeps who said what."""
        self.check_access("read")
        self.sheet_id._check_kept()
        if vals.keys() - SAID:
            raise AccessError(self.env._("The commission says its points here, nothing else."))
        # As asked above: the chair or the secretary, and not of the own sheet.
        self.env["vsoko.sheet.line"].sudo().browse(self.ids).write(vals)
        self.env.invalidate_all()
        return True
