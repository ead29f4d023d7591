"""Of the same pupils in two periods: how many have come into the counted part and left it."""

from collections import defaultdict

from odoo.fields import Domain

from ....tools import scopes

# of the pupils of each of the two periods, so many are those of the other one
SAME_SHARE = 0.8


def find_same(actions, cells, before, after):
    """Return {action: (risen, fallen)} where the pupils of a class can be followed one by one.

    That is a share of pupils each of whom has one row behind the figure in both periods; nearly
    all of them must be in both. Of all other figures there is no pair, and nothing is made up.

    :param cells: {action: its cell in `after`}
    """
    found = {}
    followed = actions.filtered(lambda action: "class_id" in scopes.keys(action.cell)).filtered(
        lambda action: _has_pupils(action.indicator_id)
    )
    kinds = followed.grouped(lambda action: (action.indicator_id, scopes.scope_of(action.cell)))
    for (indicator, scope), same in kinds.items():
        then = _read_pupils(indicator, scope, before, [action.cell for action in same])
        now = _read_pupils(indicator, scope, after, [cells[action] for action in same])
        for action in same:
            pair = _compare(then.get(action.cell), now.get(cells[action]), indicator.min_n)
            if pair:
                found[action] = pair
    return found


def _has_pupils(indicator):
    """Whether each row behind the indicator is of a pupil who is in its counted part or not."""
    if indicator.kind != "measure" or indicator.aggregate != "share":
        return False
    return indicator._get_fact_model()._get_person_field() == "student_id"


def _read_pupils(indicator, scope, period, cells):
    """Return {cell: {pupil: whether counted}}, None of a cell where a pupil has several rows."""
    # The caller is the program; only their number is kept.
    fact = indicator._get_fact_model().sudo()
    classes = [scopes.keys(cell)["class_id"] for cell in cells]
    base = (
        fact._get_period_domain(period)
        & indicator._get_counted_domain()
        & Domain("class_id", "in", classes)
    )
    names = scopes.SCOPES[scope]
    rows = fact._read_group(base, [*names, "student_id"], ["__count"])
    counted = base & indicator._get_domain("numerator_domain")
    inside = {row[:-1] for row in fact._read_group(counted, [*names, "student_id"], ["__count"])}
    found = defaultdict(dict)
    for *keys, pupil, count in rows:
        keyed = {name: getattr(key, "id", key) for name, key in zip(names, keys, strict=True)}
        cell = scopes.cell(scope, **keyed)
        found[cell][pupil.id] = (*keys, pupil) in inside if count == 1 else None
    return found


def _compare(before, after, least):
    """Return (risen, fallen) of the pupils of both periods, None when they cannot be followed."""
    if not before or not after or None in (*before.values(), *after.values()):
        return None
    common = before.keys() & after.keys()
    if len(common) < max(least, SAME_SHARE * max(len(before), len(after))):
        return None
    risen = sum(after[pupil] and not before[pupil] for pupil in common)
    fallen = sum(before[pupil] and not after[pupil] for pupil in common)
    return risen, fallen
