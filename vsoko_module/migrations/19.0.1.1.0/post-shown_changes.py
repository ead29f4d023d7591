"""A change of a figure is the difference of the two figures as they are shown.

Figures themselves stay as they are, those of approved periods too; the zones of open periods
follow with their next calculation.
"""


def migrate(cr, _version):
    cr.execute(
        """
        UPDATE vsoko_indicator_value value
           SET delta = (round(value.value::numeric, indicator.digits)
                        - round(value.previous_value::numeric, indicator.digits))::float8,
               last_year_delta = (round(value.value::numeric, indicator.digits)
                        - round(value.last_year_value::numeric, indicator.digits))::float8
          FROM vsoko_indicator indicator
         WHERE indicator.id = value.indicator_id
           AND value.value IS NOT NULL
           AND (value.previous_value IS NOT NULL OR value.last_year_value IS NOT NULL)
        """
    )
