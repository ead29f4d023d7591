from odoo import models
from odoo.fields import Domain

from ....tools.scopes import DIMENSIONS

PARTS = ("value", "numerator", "denominator", "n", "status", "missing_reason")


class VsokoSubmissionCollector(models.AbstractModel):
    """Takes figures of a period for files that leave the school.

    Figures of single pupils and teachers are never among them, whoever asks.
    """

    _name = "vsoko.submission.collector"
    _description = "Taking the figures of a file for a higher body"

    SCOPES = ("school", "level", "grade", "class", "subject", "class_subject")

    def _read(self, period, indicators, domain=Domain.TRUE):
        """Return the figures as dicts of plain columns, in one query.

        A number that does not exist is None here and not zero, as a read of records would say.
        """
        Value = self.env["vsoko.indicator.value"]
        query = Value._search(
            Domain("period_id", "=", period.id)
            & Domain("indicator_id", "in", indicators.ids)
            & Domain("scope", "in", self.SCOPES)
            & domain
        )
        names = ["indicator_id", "scope", "cell", *DIMENSIONS, *PARTS]
        columns = [Value._field_to_sql(Value._table, name, query) for name in names]
        rows = self.env.execute_query(query.select(*columns))
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _get_framework(self, period):
        return self.env["vsoko.framework"]._get_in_force(period.date_end, period.company_id)
