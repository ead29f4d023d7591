"""What is approved or sent has a signature, or the constraint of the database would not hold.

What lacks one got into its state past the buttons. Who changed it last and when is what can be
known; the log says which records these are.
"""

import logging

from odoo.tools import SQL

_logger = logging.getLogger(__name__)

_SIGNED = (
    ("vsoko_period", ("approved",), "approved_by_id", "approved_date"),
    ("vsoko_framework", ("approved",), "approved_by_id", "approved_date"),
    ("vsoko_test", ("approved",), "approved_by_id", "approved_date"),
    ("vsoko_report", ("approved", "published"), "approved_by_id", "approved_date"),
    ("vsoko_publication", ("approved", "withdrawn"), "approved_by_id", "approved_date"),
    ("vsoko_submission", ("sent",), "sent_by_id", "sent_date"),
)


def migrate(cr, _version):
    for table, states, by, on in _SIGNED:
        cr.execute(
            SQL(
                "UPDATE %(table)s SET %(by)s = COALESCE(%(by)s, write_uid, create_uid, 1),"
                " %(on)s = COALESCE(%(on)s, write_date, create_date, now() at time zone 'UTC')"
                " WHERE state = ANY(%(states)s) AND (%(by)s IS NULL OR %(on)s IS NULL)"
                " RETURNING id",
                table=SQL.identifier(table),
                by=SQL.identifier(by),
                on=SQL.identifier(on),
                states=list(states),
            )
        )
        ids = [row[0] for row in cr.fetchall()]
        if ids:
            _logger.warning("%s: signed by whoever changed them last: %s", table, ids)
