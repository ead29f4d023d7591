from odoo import fields, models
from odoo.tools import SQL

from ...evidence.optional_numbers import OptionalInteger
from ...evidence.pupils.vsoko_absence import REASONS
from .vsoko_fact_injury import DEPENDS_ON_STAYS


class VsokoFactAbsence(models.Model):
    """One row per line of absences in a period, and one per pupil of the classes that have any.

    A class without a line is not one without illness: nobody has entered it.
    """

    _name = "vsoko.fact.absence"
    _inherit = ["vsoko.happening.fact.mixin", "vsoko.own.mixin"]
    _auto = False
    _description = "Absences of pupils"
    # a line may be of a class and name nobody, and not all classes have lines: whose absences a
    # number tells of is not known, so it is hidden like that of a single person
    _fact_universe = ""
    _fact_stocks = ()
    _fact_events = ()
    _fact_aspects = ()
    _fact_unnamed_person = None
    _fact_names_people = False
    _fact_adds_up = False
    _event_table = "vsoko_absence"
    _event_columns = {
        "reason": SQL("NULL::varchar"),
        "days": SQL("NULL::int4"),
        "lessons": SQL("NULL::int4"),
    }
    _depends = {
        "vsoko.absence": [
            "company_id",
            "year_id",
            "date",
            "student_id",
            "class_id",
            "reason",
            "days",
            "lessons",
        ],
        **DEPENDS_ON_STAYS,
    }

    reason = fields.Selection(REASONS, readonly=True)
    days = fields.Integer(readonly=True, aggregator="sum")
    lessons = OptionalInteger(readonly=True, aggregator="sum")

    def _get_class_sql(self):
        return SQL("COALESCE(event.class_id, place.class_id)")

    def _get_kept_condition(self):
        return SQL(
            "(span.period_id, stay.class_id) IN"
            " (SELECT happening.period_id, happening.class_id FROM happening)"
        )

    def _get_own_condition(self, alias):
        return SQL("%s IN (%s)", SQL.identifier(alias, "class_id"), self._get_homeroom_sql())
