"""Numbers that may be empty: no points are not 0 points.

An empty value is NULL in the database and False in Python, JSON and domains; 0 is 0. Only the
filters of Odoo in memory (`filtered_domain`) take 0 for False, as Python does.
"""

from odoo import fields
from odoo.exceptions import ValidationError


def _is_empty(value):
    return value is None or value is False or value == ""


class OptionalInteger(fields.Integer):
    """A whole number that may be empty."""

    falsy_value = None

    def convert_to_column(self, value, record, values=None, validate=True):
        return self.convert_to_cache(value, record, validate)

    def convert_to_cache(self, value, record, validate=True):
        if _is_empty(value):
            return None
        number = int(value)
        if number != float(value):
            raise ValidationError(record.env._("%(value)s is not a whole number.", value=value))
        return number

    def convert_to_record(self, value, record):
        return False if value is None else value

    def convert_to_read(self, value, record, use_display_name=True):
        return value

    def convert_to_export(self, value, record):
        return "" if value is False else value


class OptionalFloat(fields.Float):
    """A number that may be empty, rounded to its digits as every other."""

    falsy_value = None

    def convert_to_column(self, value, record, values=None, validate=True):
        if _is_empty(value):
            return None
        return super().convert_to_column(value, record, values, validate)

    def convert_to_cache(self, value, record, validate=True):
        return None if _is_empty(value) else super().convert_to_cache(value, record, validate)

    def convert_to_record(self, value, record):
        return False if value is None else value

    def convert_to_export(self, value, record):
        return "" if value is False else value
