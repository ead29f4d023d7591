from odoo import fields, models
from odoo.tools import SQL

from ...mixins.row_ids import row_id
from ...school import movement
from . import register_spans


class VsokoHappeningFactMixin(models.AbstractModel):
    """What happens to pupils, beside the pupils whom it might have happened to.

    A row is a pupil's stay in a class, with the pupil's part of the mean number of pupils
    (`presence`: a half for the start of the period, a half for its end), or one event of the
    register. So a school where nothing happened has a zero, and one without pupils or without the
    register has nothing.
    """

    _name = "vsoko.happening.fact.mixin"
    _inherit = ["vsoko.fact"]
    _description = "Source of events of pupils"
    _order = "happened_on desc, class_id, id"
    _rec_name = "class_id"
    _log_access = False
    _fact_dimensions = ("level", "grade", "class_id")
    _fact_universe = "pupils"
    _fact_stocks = ("is_pupil", "presence")
    _fact_events = ("cases",)
    _fact_aspects = (("cases", "happened_on", "kind", "place_kind"),)
    _fact_unnamed_person = "student_id"
    _fact_adds_up = True
    # the table of the register, and its columns that the source shows: {field: its empty value}
    _event_table = ""
    _event_columns = {}

    is_pupil = fields.Boolean(string="Pupil, not an event", readonly=True)
    happened_on = fields.Date(readonly=True)
    presence = fields.Float(string="Part of the mean number of pupils", readonly=True)
    cases = fields.Integer(string="Events", readonly=True, aggregator="sum")

    @property
    def _table_query(self):
        narrowing = self._get_narrowing()
        return SQL(
            """
            WITH span AS MATERIALIZED (%(spans)s), happening AS MATERIALIZED (%(happenings)s)
            SELECT row.id, row.company_id, row.period_id, class.level, class.grade, row.class_id,
                   %(blank)s, row.student_id,
                   row.is_pupil, row.happened_on, row.presence, row.cases %(columns)s
              FROM (%(pupils)s UNION ALL %(events)s) row
              LEFT JOIN vsoko_class class ON class.id = row.class_id
            """,
            blank=self._get_blank_sql("subject_id", "teacher_id"),
            spans=register_spans.spans(narrowing, {"is_kept": self._event_table}),
            happenings=self._get_happenings_sql(narrowing),
            columns=self._list_columns(lambda name, empty: SQL.identifier("row", name)),
            pupils=self._get_pupils_sql(narrowing),
            events=self._get_events_sql(),
        )

    def _list_columns(self, get_column):
        parts = [SQL(", %s", get_column(*item)) for item in self._event_columns.items()]
        return SQL().join(parts)

    def _get_happenings_sql(self, narrowing):
        """Return the SELECT of the lines of the register in each period, with their classes."""
        return SQL(
            """
            SELECT event.id, span.company_id, span.period_id, %(class)s AS class_id,
                   event.student_id, event.date %(columns)s
              FROM span
              JOIN %(register)s event
                ON event.company_id = span.company_id
               AND event.date BETWEEN span.first_day AND span.last_day AND %(near)s
              %(place)s
            """,
            register=SQL.identifier(self._event_table),
            columns=self._list_columns(lambda name, empty: SQL.identifier("event", name)),
            near=narrowing.near("event.year_id"),
            place=register_spans.stay_on(SQL("event.student_id"), SQL("event.date"), narrowing),
            **{"class": self._get_class_sql()},
        )

    def _get_class_sql(self):
        return SQL("place.class_id")

    def _get_kept_condition(self):
        """Return the condition on `span` and `stay` under which it is known what happened."""
        return SQL("span.is_kept")

    def _get_pupils_sql(self, narrowing):
        return SQL(
            """
            SELECT %(id)s AS id, there.company_id, there.period_id, there.class_id,
                   there.student_id, TRUE AS is_pupil, NULL::date AS happened_on,
                   (there.at_start::int + there.at_end::int) / 2.0::float8 AS presence, 0 AS cases
                   %(columns)s
              FROM (
                SELECT stay.id, span.company_id, span.period_id, stay.class_id, stay.student_id,
                       %(movement)s
                  FROM span %(joins)s
                 WHERE %(condition)s AND %(stays)s AND %(kept)s
              ) there
             WHERE there.at_start OR there.at_end
            """,
            id=row_id(SQL("(2 * there.id)"), SQL("there.period_id")),
            columns=self._list_columns(
                lambda name, empty: SQL("%s AS %s", empty, SQL.identifier(name))
            ),
            movement=movement.COLUMNS,
            joins=movement.joins(narrowing.near("before.year_id"), narrowing.near("after.year_id")),
            condition=movement.CONDITION,
            stays=narrowing.near("stay.year_id"),
            kept=self._get_kept_condition(),
        )

    def _get_events_sql(self):
        return SQL(
            """
            SELECT %(id)s AS id, happening.company_id, happening.period_id, happening.class_id,
                   happening.student_id, FALSE AS is_pupil, happening.date AS happened_on,
                   0::float8 AS presence, 1 AS cases %(columns)s
              FROM happening
            """,
            id=row_id(SQL("(2 * happening.id + 1)"), SQL("happening.period_id")),
            columns=self._list_columns(lambda name, empty: SQL.identifier("happening", name)),
        )
