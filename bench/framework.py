"""The system of indicators of the benchmarks: what can be written by hand as one statement."""

BASE = "[('status', 'in', ('graded', 'not_attested'))]"
PUPILS = "[('in_base', '=', True)]"
NO_LOW = "('threes', '=', 0), ('twos', '=', 0), ('not_attested', '=', 0)"

MARKS = {
    "quality": {"numerator_domain": "[('value', 'in', (4, 5))]"},
    "success": {"numerator_domain": "[('value', 'in', (3, 4, 5))]"},
    "sou": {"aggregate": "degree_of_learning"},
    "average_mark": {
        "aggregate": "average",
        "value_field": "value",
        "denominator_domain": "[('status', '=', 'graded')]",
    },
    "failing_share": {"numerator_domain": "[('value', 'in', (1, 2))]"},
    "not_attested": {"numerator_domain": "[('status', '=', 'not_attested')]"},
}
TERMS = {
    "pupils_excellent": {"numerator_domain": f"[('fours', '=', 0), {NO_LOW}]"},
    "pupils_good": {"numerator_domain": "[('is_good', '=', True)]"},
    "pupils_failing": {"numerator_domain": "[('is_failing', '=', True)]"},
}
CONTINGENT = {
    "contingent": {"numerator_domain": "[('at_end', '=', True)]"},
    "arrived": {"numerator_domain": "[('arrived', '=', True)]"},
    "departed": {"numerator_domain": "[('departed', '=', True)]"},
}
_WIDE = "school,level,grade,class"


def build(env, company):
    """Create and approve the system for one school; return it."""
    framework = env["vsoko.framework"].create(
        {"name": "Bench", "date_from": "2020-01-01", "company_id": company.id}
    )
    criterion = env["vsoko.criterion"].create(
        {"framework_id": framework.id, "code": "1", "name": "Bench"}
    )
    common = {"framework_id": framework.id, "criterion_id": criterion.id}
    indicators = env["vsoko.indicator"].create(
        [
            *_values(MARKS, common | {"source": "mark", "denominator_domain": BASE}),
            *_values(
                TERMS,
                common | {"source": "student_term", "denominator_domain": PUPILS, "scopes": _WIDE},
            ),
            *_values(
                CONTINGENT,
                common
                | {"source": "enrolment", "aggregate": "count", "factor": 1, "scopes": _WIDE},
            ),
        ]
    )
    env["vsoko.indicator.band"].create(
        [
            {"indicator_id": indicator.id, "lower": lower, "status": status, "origin": "bench"}
            for indicator in indicators.filtered(lambda i: i.source == "mark")
            for lower, status in ((0, "critical"), (35, "acceptable"), (50, "optimal"))
        ]
    )
    framework.action_approve()
    env.flush_all()
    env.cr.execute("ANALYZE vsoko_indicator, vsoko_indicator_band")
    return framework


def _values(indicators, common):
    return [
        {**common, "code": code, "name": code, **details} for code, details in indicators.items()
    ]
