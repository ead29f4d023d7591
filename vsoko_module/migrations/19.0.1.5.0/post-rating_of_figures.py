"""Figures say whether they may enter ratings and by which rule they were counted.

Those of open periods were counted by the system as it is. Of approved ones nobody knows any more:
they stay without a rule, and where the facts do not give them today they may not enter ratings, as
a definition may have been changed in between.
"""

_CURRENT = """
    UPDATE vsoko_indicator_value figure
       SET rating_allowed = indicator.rating_allowed,
           rule = indicator.rule
      FROM vsoko_indicator indicator, vsoko_period period
     WHERE indicator.id = figure.indicator_id AND period.id = figure.period_id
       AND period.state <> 'approved'
"""
_APPROVED = """
    UPDATE vsoko_indicator_value figure
       SET rating_allowed = indicator.rating_allowed AND COALESCE(period.drift_count, 0) = 0
      FROM vsoko_indicator indicator, vsoko_period period
     WHERE indicator.id = figure.indicator_id AND period.id = figure.period_id
       AND period.state = 'approved'
"""


def migrate(cr, version):
    if not version:
        return
    cr.execute(_CURRENT)
    cr.execute(_APPROVED)
