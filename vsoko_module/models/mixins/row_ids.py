from odoo.tools import SQL

# ids of the second and third record of a row stay below a million: periods, subjects, elements
BITS = 20


def row_id(first, *others):
    """Return, in SQL, the number of a row of a query that the ids of two or three records name.

    The limit is a bigint: each of ``others`` below 2²⁰ (1 048 576), ``first`` below 2⁴³ beside one
    other and below 2²³ (8 388 608) beside two. Past it two rows would have one number.

    :param first, others: SQL of the ids
    """
    numbers = SQL("(%s::bigint << %s)", first, len(others) * BITS)
    for place, other in enumerate(reversed(others)):
        number = SQL("(%s::bigint << %s)", other, place * BITS) if place else other
        numbers = SQL("%s + %s", numbers, number)
    return SQL("(%s)", numbers)


def first_id(row):
    """Return, in SQL, the first id of a `row_id` of two."""
    return SQL("(%s >> %s)", row, BITS)
