"""Points of the degree of learning as SQL, for every source of facts with marks."""

from odoo.tools import SQL

from ...school.res_company import WEIGHT_FIELDS


def learning_points_sql(mark, company):
    """Return the points that a mark brings by the settings of the school; NULL without a mark.

    :param mark: SQL of the mark
    :param company: alias of the joined school
    """
    cases = [
        SQL("WHEN %s THEN %s.%s", value, company, SQL.identifier(name))
        for value, name in WEIGHT_FIELDS.items()
    ]
    return SQL("CASE %s %s END", mark, SQL(" ").join(cases))
