"""What a search says of all its rows, for models over queries that add facts up.

PostgreSQL carries a condition neither through groupings nor from the number of a row to the
facts, and with hash joins it reads whole tables of facts to find a few rows. So such a model asks
here what every row of the searched domain has, and names it beside the facts themselves.
"""

from odoo.fields import Domain


def named_in_all_rows(model, domain, names):
    """Return ``{name: ids}`` of the fields that the domain fixes for every row.

    A condition on the records behind a field («of the current year») is asked first: they are few
    where the facts are many.

    A condition under «or» or «not» says nothing about a row alone, so nothing is returned then.

    :param names: fields to look for; ``id`` may be one of them
    """
    domain = Domain(domain).optimize(model)
    conditions = list(domain.iter_conditions())
    if Domain.AND(conditions).optimize(model) != domain:
        return {}
    found = {}
    for condition in conditions:
        name = condition.field_expr
        ids = _get_ids(model, condition) if name in names else None
        if ids is not None:
            known = set(ids)
            found[name] = tuple(one for one in found.get(name, ids) if one in known)
    return found


def _get_ids(model, condition):
    """Return the ids that a condition allows, None when it does not name them."""
    if condition.operator == "in" and all(type(one) is int for one in condition.value):
        return tuple(condition.value)
    if condition.operator == "any" and isinstance(condition.value, Domain):
        # Only which facts are read; the condition itself and the rules decide about the rows.
        return tuple(model[condition.field_expr].sudo().search(condition.value).ids)
    return None
