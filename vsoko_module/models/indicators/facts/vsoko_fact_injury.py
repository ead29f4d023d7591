from odoo import fields, models
from odoo.tools import SQL

from ...evidence.pupils.vsoko_injury import PLACES

DEPENDS_ON_STAYS = {
    "vsoko.enrolment": ["student_id", "class_id", "year_id", "date_from", "date_to", "reason"],
    "vsoko.class": ["grade", "level"],
    "vsoko.period": ["date_start", "date_end", "kind", "year_id", "company_id"],
    "vsoko.year": ["date_start", "date_end"],
}


class VsokoFactInjury(models.Model):
    """One row per accident in a period, and one per pupil who might have had one."""

    _name = "vsoko.fact.injury"
    _inherit = ["vsoko.happening.fact.mixin"]
    _auto = False
    _description = "Accidents of pupils"
    _event_table = "vsoko_injury"
    _event_columns = {"place_kind": SQL("NULL::varchar")}
    _depends = {
        "vsoko.injury": ["company_id", "year_id", "date", "student_id", "place_kind"],
        **DEPENDS_ON_STAYS,
    }

    place_kind = fields.Selection(PLACES, string="Kind of place", readonly=True)
