from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from . import movement
from .deferred import deferred


class VsokoEnrolment(models.Model):
    """A pupil in a class from `date_from` up to, but not including, `date_to`.

    Somebody who leaves on a day is not counted on that day; a pupil who moves to another class on
    a day is counted there from the same day.
    """

    _name = "vsoko.enrolment"
    _inherit = ["vsoko.class.pupil.mixin", "vsoko.own.mixin"]
    _description = "Enrolment of a pupil in a class"
    _order = "date_from desc, id desc"
    _rec_names_search = ["student_id", "class_id"]

    year_id = fields.Many2one(related="class_id.year_id", store=True, index=True)
    company_id = fields.Many2one(related="class_id.company_id", store=True, index=True)
    date_from = fields.Date(string="In the class from", required=True)
    date_to = fields.Date(string="Left on", help="The first day on which the pupil is not there")
    reason = fields.Selection(
        [
            ("transfer", "Moved to another class"),
            ("left", "Left the school"),
            ("promoted", "Promoted to the next grade"),
            ("repeated", "Stays in the same grade"),
            ("graduated", "Finished the school"),
        ],
        string="Reason for leaving",
    )
    promotion_year_id = fields.Many2one(
        "vsoko.year",
        string="By the promotion to",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        help="The promotion to this year has ended or begun the stay",
    )
    order_in = fields.Char(string="Order of admission")
    order_out = fields.Char(string="Order of leaving")
    destination = fields.Char(string="Where to")
    note = fields.Char()
    is_movement = fields.Boolean(
        compute="_compute_is_movement",
        search="_search_is_movement",
        help="Came after the first day of the year, or left the class during the year",
    )

    _dates_order = models.Constraint(
        "CHECK(date_to IS NULL OR date_to >= date_from)",
        "A pupil cannot leave a class before coming to it.",
    )
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(student_id, student_id, '[]') WITH =,"
        " daterange(date_from, date_to) WITH &&) DEFERRABLE",
        "A pupil cannot be in two classes on one day.",
    )

    @api.depends("student_id.name", "class_id.display_name")
    def _compute_display_name(self):
        for stay in self:
            stay.display_name = ", ".join(
                filter(None, [stay.student_id.name, stay.class_id.display_name])
            )

    @api.depends("date_from", "date_to", "reason", "year_id.date_start")
    def _compute_is_movement(self):
        for stay in self:
            came = stay.date_from and stay.year_id and stay.date_from > stay.year_id.date_start
            stay.is_movement = came or stay.reason in ("left", "transfer")

    def _search_is_movement(self, operator, value):
        if operator != "in":
            return NotImplemented
        # no domain compares two fields
        moved = Domain("reason", "in", ("left", "transfer")) | Domain.custom(
            to_sql=lambda model, alias, query: SQL(
                "%s > (SELECT year.date_start FROM vsoko_year year WHERE year.id = %s)",
                model._field_to_sql(alias, "date_from", query),
                model._field_to_sql(alias, "year_id", query),
            )
        )
        return moved if True in value else ~moved

    def _get_own_condition(self, alias):
        """Stays in the classes whose pupils are the teacher's own."""
        return SQL(
            "%s IN (SELECT own_class.id FROM vsoko_class own_class WHERE %s)",
            SQL.identifier(alias, "class_id"),
            self.env["vsoko.class"]._get_own_condition("own_class"),
        )

    @api.model_create_multi
    def create(self, vals_list):
        # the database checks for overlaps: what this transaction closed has to be there first
        self.flush_model(["date_from", "date_to"])
        return super().create(vals_list)

    def _overlapping_on_the_way(self):
        """Return a context: of many stays what holds at the end counts, not the order."""
        return deferred(self.env, "vsoko_enrolment_no_overlap")

    def _get_present_domain(self, day):
        """Return the domain of the enrolments that hold on `day`."""
        return Domain("date_from", "<=", day) & (
            Domain("date_to", "=", False) | Domain("date_to", ">", day)
        )

    @api.model
    def _get_movement(self, company, day_from, day_to):
        """Return how the classes changed between two days, one dict per class, by grade and name.

        Whoever comes on `day_from` has come, except on the first day of a school year, when the
        pupils of that day are the start; see `movement`.

        :return: ``[{'class_id', **movement.NUMBERS}]``
        """
        self.flush_model()
        return self.env.execute_query_dict(
            SQL(
                """
                SELECT stay.class_id, %(numbers)s
                  FROM (
                    SELECT stay.class_id, %(columns)s
                      FROM (
                        SELECT %(company)s AS company_id, %(day_to)s::date AS last,
                               %(day_from)s::date - (NOT first.is_start)::int AS opening,
                               first.is_start
                          FROM (SELECT EXISTS (
                                    SELECT 1 FROM vsoko_year
                                     WHERE company_id = %(company)s
                                       AND date_start = %(day_from)s) AS is_start) first
                      ) span %(joins)s
                     WHERE %(condition)s
                  ) stay
                  JOIN vsoko_class class ON class.id = stay.class_id
                 GROUP BY class.id, stay.class_id
                 ORDER BY class.key, class.id
                """,
                numbers=SQL(", ").join(
                    SQL("count(*) FILTER (WHERE %s) AS %s", column, column)
                    for column in map(SQL.identifier, movement.NUMBERS)
                ),
                columns=movement.COLUMNS,
                joins=movement.joins(),
                condition=movement.CONDITION,
                company=company.id,
                day_from=day_from,
                day_to=day_to,
            )
        )
