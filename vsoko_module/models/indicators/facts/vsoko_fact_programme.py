from odoo import fields, models
from odoo.tools import SQL

from ....tools import scopes
from ...evidence.pupils.vsoko_programme import DIRECTIONS, KINDS
from ...mixins.row_ids import row_id
from . import register_spans
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactProgramme(models.Model):
    """One row per programme and period with a day of it.

    The first programme of a direction opens it, so directions are counted as rows.
    """

    _name = "vsoko.fact.programme"
    _inherit = ["vsoko.fact"]
    _auto = False
    _log_access = False
    _description = "Programmes"
    _order = "period_id, direction, id"
    _rec_name = "programme_id"
    _fact_dimensions = ()
    _fact_of_people = False
    _depends = {
        "vsoko.programme": [
            "company_id",
            "year_id",
            "kind",
            "direction",
            "complies",
            "date_from",
            "date_to",
        ],
        "vsoko.period": DEPENDS_ON_STAYS["vsoko.period"],
        "vsoko.year": DEPENDS_ON_STAYS["vsoko.year"],
    }

    programme_id = fields.Many2one("vsoko.programme", string="Programme", readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    direction = fields.Selection(DIRECTIONS, readonly=True)
    complies = fields.Boolean(string="Complies with the requirements", readonly=True)
    opens_direction = fields.Boolean(string="First of its direction", readonly=True)

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            SELECT %(id)s AS id,
                   span.company_id,
                   span.period_id,
                   %(blank)s,
                   programme.id AS programme_id,
                   programme.kind,
                   programme.direction,
                   COALESCE(programme.complies, FALSE) AS complies,
                   programme.kind = 'extra' AND row_number() OVER (
                       PARTITION BY span.period_id, programme.kind, programme.direction
                       ORDER BY programme.id) = 1 AS opens_direction
              FROM (%(spans)s) span
              JOIN vsoko_programme programme
                ON programme.company_id = span.company_id
               AND programme.date_from <= span.last_day
               AND (programme.date_to IS NULL OR programme.date_to >= span.first_day) AND %(near)s
            """,
            blank=self._get_blank_sql(*scopes.DIMENSIONS),
            id=row_id(SQL("programme.id"), SQL("span.period_id")),
            spans=register_spans.spans(narrowing),
            near=narrowing.near("programme.year_id"),
        )
