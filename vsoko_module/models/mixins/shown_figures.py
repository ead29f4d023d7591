"""A figure as people see it (`tools.numbers`), for statements and in the language of the user."""

from odoo.tools import SQL, formatLang

from ...tools.numbers import rounded


def shown_sql(value, digits):
    """Return the SQL of a value as it is shown: a numeric that zones and changes are judged by."""
    return SQL("round(%s::numeric, %s)", value, digits)


def shown_text(env, value, digits):
    """Write a number with so many decimals in the language of the user."""
    return formatLang(env, float(rounded(value, digits)), digits=digits)
