from odoo import fields, models
from odoo.tools import SQL

from ....tools import scopes
from ...mixins.row_ids import row_id
from .vsoko_document import PERMISSIONS


class VsokoFactDocument(models.Model):
    """One row per permission to teach that a school needs and period: is it in force on the last
    day.

    A register that has no permission yet, or none up to that day, tells nothing and gives no rows;
    once it is kept, what is not there is not in force. Cancelled ones held until their last day.
    """

    _name = "vsoko.fact.document"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Licence and accreditation"
    _order = "kind"
    _rec_name = "kind"
    _fact_dimensions = ()
    _fact_of_people = False
    _depends = {
        "vsoko.document": ["company_id", "kind", "approved_date", "date_from", "date_to"],
        "vsoko.period": ["date_end", "company_id", "year_id"],
    }

    kind = fields.Selection(
        [("licence", "Licence to teach"), ("accreditation", "State accreditation")], readonly=True
    )
    document_id = fields.Many2one("vsoko.document", string="Document", readonly=True)
    is_in_force = fields.Boolean(string="In force on the last day", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   period.company_id,
                   period.id AS period_id,
                   %(blank)s,
                   asked.kind,
                   paper.id AS document_id,
                   paper.id IS NOT NULL AS is_in_force
              FROM vsoko_period period
              CROSS JOIN unnest(%(kinds)s) WITH ORDINALITY AS asked(kind, place)
              LEFT JOIN LATERAL (
                SELECT document.id
                  FROM vsoko_document document
                 WHERE %(held)s
                   AND document.kind = asked.kind
                   AND COALESCE(document.date_to, period.date_end) >= period.date_end
                 ORDER BY document.date_from DESC, document.id DESC
                 LIMIT 1
              ) paper ON TRUE
             WHERE %(periods)s
               AND EXISTS (
                SELECT 1
                  FROM vsoko_document document
                 WHERE %(held)s AND document.kind = ANY(%(kinds)s))
            """,
            blank=self._get_blank_sql(*scopes.DIMENSIONS),
            id=row_id(SQL("asked.place"), SQL("period.id")),
            kinds=list(PERMISSIONS),
            held=SQL(
                "document.company_id = period.company_id"
                " AND document.approved_date IS NOT NULL"
                " AND document.date_from <= period.date_end"
            ),
            periods=narrowing.of("period.company_id", "period.id", "period.year_id"),
        )
