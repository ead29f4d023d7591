from markupsafe import Markup

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class VsokoOwnMixin(models.AbstractModel):
    """A searchable `is_own` for the record rules of teachers.

    What a teacher leads is a pair (class, subject), which no path of fields can express, so each
    model says in SQL when a row belongs to the current user.
    """

    _name = "vsoko.own.mixin"
    _inherit = ["vsoko.mine.mixin"]
    _description = "Record that may be the user's own"

    is_own = fields.Boolean(
        compute="_compute_is_own",
        search="_search_is_own",
    )

    def _get_own_condition(self, alias):
        """Return the SQL condition on `alias` under which a row is the current user's own."""
        raise NotImplementedError

    @api.model
    def get_empty_list_help(self, help_message):
        """Tell who is bound to no card why the list is empty, instead of “nothing is loaded”."""
        help_message = super().get_empty_list_help(help_message)
        unbound = self._get_unbound_lines()
        if not unbound:
            return help_message
        return Markup('<p class="o_view_nocontent_smiling_face">%s</p><p>%s</p>') % unbound

    @api.model
    def _get_unbound_lines(self):
        """Return (what is wrong, what to do) where nothing can be the user's own; else ()."""
        if not self._reads_the_own() or self._has_card():
            return ()
        return (
            self.env._("Your account is not bound to the card of an employee at work"),
            self.env._(
                "So no classes and lessons are known to be yours, and what is loaded is not shown."
                " Ask the administration: Settings → Users and roles → your account → Change the"
                " roles → Card of the employee."
            ),
        )

    @api.model
    def _get_unbound_text(self):
        """Return the same as one text for a page that is no list; empty when all is well."""
        return ". ".join(self._get_unbound_lines())

    @api.model
    def _reads_the_own(self):
        """Whether what the user reads follows from the own lessons, class or association."""
        return self.env.user.has_groups(
            "vsoko_module.group_teacher,vsoko_module.group_association_head,"
            "!vsoko_module.group_administration"
        )

    @api.model
    def _has_card(self):
        """Whether the user is bound to a card of staff at work; without it nothing is the own."""
        today = fields.Date.context_today(self)
        working = Domain("date_left", "=", False) | Domain("date_left", ">", today)
        # the own card alone is asked for, whatever the user reads of cards
        cards = self.env["vsoko.teacher"].sudo()
        return bool(cards.search_count(Domain("user_id", "=", self.env.uid) & working, limit=1))

    @api.model
    def _get_homeroom_sql(self):
        """Return the SELECT of the ids of the classes, present or past, of the class teacher."""
        return SQL(
            """SELECT own_class.id FROM vsoko_class own_class
                WHERE own_class.homeroom_teacher_id IN (%s)""",
            self._get_own_teachers_sql(),
        )

    @api.model
    def _get_led_lessons_sql(self, columns):
        """Return the SELECT of the lessons that the user leads and has not given away.

        In a year that is over it is who led them on its last day of lessons.

        :param columns: what to select of `own_lesson`, a row of the teaching load
        """
        return SQL(
            """SELECT %(columns)s FROM vsoko_teaching own_lesson
                 JOIN vsoko_year own_year ON own_year.id = own_lesson.year_id
                WHERE own_lesson.teacher_id IN (%(teachers)s)
                  AND (own_lesson.date_to IS NULL OR own_lesson.date_to >= LEAST(
                       %(today)s, COALESCE(
                           (SELECT min(date_end) FROM vsoko_period
                             WHERE year_id = own_year.id AND kind = 'year'),
                           own_year.date_end)))""",
            columns=columns,
            teachers=self._get_own_teachers_sql(),
            today=fields.Date.context_today(self),
        )

    @api.depends_context("uid")
    def _compute_is_own(self):
        self._compute_mine("is_own")

    def _search_is_own(self, operator, value):
        return self._search_mine(operator, value, self._get_own_condition)
