"""What a search says of all its rows, for models over queries that add facts up.

PostgreSQL carries a condition neither through groupings nor from the number of a row to the
facts, and with hash joins it reads whole tables of facts to find a few rows. So such a model asks
here what every row of the searched domain has, and names it beside the facts themselves.
"""

from odoo.fields import Domain


def named_in_all_rows(model, domain, names):
    """Return ``{name: ids}`` of the fields that the domain fixes for every row by «in».

    A condition under «or» or «not» says nothing about a row alone, so nothing is returned then.

    :param names: fields to look for; ``id`` may be one of them
    """
    domain = Domain(domain).optimize(model)
    conditions = list(domain.iter_conditions())
    if Domain.AND(conditions).optimize(model) != domain:
        return {}
    found = {}
    for condition in conditions:
        name, ids = condition.field_expr, condition.value
        if name in names and condition.operator == "in" and all(type(one) is int for one in ids):
            found[name] = tuple(one for one in found.get(name, ids) if one in set(ids))
    return found
