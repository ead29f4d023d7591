from odoo import fields, models
from odoo.tools import SQL

from ...evidence.pupils.vsoko_offence import KINDS
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactOffence(models.Model):
    """One row per offence in a period, and one per pupil; figures of the school and its levels.

    A class is too few people for a number of offences.
    """

    _name = "vsoko.fact.offence"
    _inherit = ["vsoko.happening.fact.mixin"]
    _auto = False
    _description = "Offences of pupils"
    _fact_dimensions = ("level",)
    _event_table = "vsoko_offence"
    _event_columns = {"kind": SQL("NULL::varchar")}
    _depends = {
        "vsoko.offence": ["company_id", "year_id", "date", "student_id", "kind"],
        **DEPENDS_ON_STAYS,
    }

    kind = fields.Selection(KINDS, readonly=True)

    def _get_comparable(self):
        """A condition names no pupil and no class, so a figure tells of nobody."""
        return {
            path: kind
            for path, kind in super()._get_comparable().items()
            if path in ("level", "kind", "is_pupil", "cases")
        }
