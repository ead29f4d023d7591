"""Facts find class and teacher anew; promotions made before can be taken back."""

from odoo import SUPERUSER_ID, api
from odoo.tools import SQL

_STAYS = SQL(
    """
    UPDATE vsoko_enrolment stay
       SET promotion_year_id = year.id
      FROM vsoko_year year
     WHERE year.company_id = stay.company_id
       AND EXISTS (SELECT 1 FROM vsoko_class class
                    WHERE class.year_id = year.id AND class.previous_id IS NOT NULL)
       AND (stay.date_to = year.date_start AND stay.year_id <> year.id
            AND stay.reason IN ('promoted', 'repeated', 'graduated')
         OR stay.date_from = year.date_start AND stay.year_id = year.id
            AND EXISTS (SELECT 1 FROM vsoko_enrolment before
                         WHERE before.student_id = stay.student_id
                           AND before.date_to = stay.date_from
                           AND before.reason IN ('promoted', 'repeated')))
    """
)


def migrate(cr, version):
    env = api.Environment(cr, SUPERUSER_ID, {})
    cr.execute(_STAYS)
    env["vsoko.enrolment"].invalidate_model()
    for name in ("vsoko.mark", "vsoko.result"):
        env[name]._assign_places(SQL("TRUE"))
