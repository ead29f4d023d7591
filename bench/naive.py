"""The usual Odoo way: one `_read_group` and one batched `create` per indicator and scope."""

from odoo.addons.vsoko_module.tools import scopes


def calculate(env, period, framework):
    """Store the same figures through the ORM alone."""
    Value = env["vsoko.indicator.value"]
    previous = period._get_previous()
    for indicator in framework.indicator_ids:
        for scope in indicator._get_scopes():
            before = Value.search_read(
                [
                    ("period_id", "=", previous.id),
                    ("indicator_id", "=", indicator.id),
                    ("scope", "=", scope),
                ],
                ["cell", "value"],
                load=None,
            )
            known = {figure["cell"]: figure["value"] for figure in before}
            figures = _figures(env, period, indicator, scope)
            Value.create([_judged(indicator, vals, known) for vals in figures])
    env.flush_all()


def _judged(indicator, vals, known):
    """Add the status by the bands and the change against the previous period."""
    bands = [band for band in indicator.band_ids if band.lower <= vals["value"]]
    status = max(bands, key=lambda band: band.lower).status if bands else False
    vals["status"] = "grey" if status and vals["n"] < indicator.min_n else status
    if vals["cell"] in known:
        vals["previous_value"] = known[vals["cell"]]
        vals["delta"] = vals["value"] - known[vals["cell"]]
        vals["has_previous"] = True
    return vals


def _figures(env, period, indicator, scope):
    fact = indicator._get_fact_model()
    keys = list(scopes.SCOPES[scope])
    domain = fact._get_period_domain(period) & indicator._get_domain("denominator_domain")
    counted = domain & indicator._get_domain("numerator_domain")
    if indicator.aggregate in ("share", "count"):
        base = _read(fact, domain, keys, "__count")
        found = _read(fact, counted, keys, "__count")
        if indicator.aggregate == "count":
            return [_vals(period, indicator, scope, key, n, None, n, n) for key, n in found.items()]
        return [
            _vals(period, indicator, scope, key, found.get(key, 0), n,
                  100.0 * found.get(key, 0) / n, n)
            for key, n in base.items()
        ]  # fmt: skip
    name = indicator._get_value_field()
    total, n = (_read(fact, domain, keys, f"{name}:{how}") for how in ("sum", "count"))
    return [
        _vals(period, indicator, scope, key, total[key], n[key], total[key] / n[key], n[key])
        for key in total
        if n[key]
    ]


def _read(fact, domain, keys, aggregate):
    groups = fact._read_group(domain, keys, [aggregate])
    return {tuple(getattr(key, "id", key) for key in row[:-1]): row[-1] for row in groups}


def _vals(period, indicator, scope, key, numerator, denominator, value, n):
    named = dict(zip(scopes.SCOPES[scope], key, strict=True))
    return {
        "period_id": period.id,
        "company_id": period.company_id.id,
        "indicator_id": indicator.id,
        "scope": scope,
        "cell": scopes.cell(scope, **named),
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "n": n,
        **named,
    }
