from odoo import fields
from odoo.exceptions import ValidationError

from ...tools.readers.works import HALF, whole


class Points(fields.Float):
    """Points for a task or a work: whole, or halves where the test says so.

    Stored with one decimal; whole points are whole numbers in Python and, by the widget
    `vsoko_number`, on the screen.
    """

    def __init__(self, **kwargs):
        super().__init__(**({"digits": (6, 1)} | kwargs))

    def convert_to_column(self, value, record, values=None, validate=True):
        return self.convert_to_cache(value, record, validate)

    def convert_to_cache(self, value, record, validate=True):
        return _points(value or 0, record)

    def convert_to_record(self, value, record):
        return whole(value or 0)

    def convert_to_read(self, value, record, use_display_name=True):
        return value


class OptionalPoints(Points):
    """Points that may be empty: no points are not 0 points.

    An empty value is NULL in the database and False in Python, JSON and domains; 0 is 0.
    """

    falsy_value = None

    def convert_to_cache(self, value, record, validate=True):
        empty = value is None or value is False or value == ""
        return None if empty else _points(value, record)

    def convert_to_record(self, value, record):
        return False if value is None else whole(value)

    def convert_to_export(self, value, record):
        return "" if value is False else value


def _points(value, record):
    number = float(value)
    if number % HALF:
        raise ValidationError(record.env._("%(value)s is not a number of points.", value=value))
    return whole(number)
