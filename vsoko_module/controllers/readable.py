from odoo.http import request


def readable(record):
    """Return the record of an address when the user may read it.

    Odoo's converter lets the number 0 through as a record without any row.
    """
    if not record.exists():
        raise request.not_found()
    record.check_access("read")
    return record
