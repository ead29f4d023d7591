from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class VsokoMineMixin(models.AbstractModel):
    """What record rules ask about a row and the user, as searchable fields.

    A path of fields over several steps is asked for each row: on a table of figures that is half
    a minute. So what is the user's is always said one way: columns of the row are among those
    that a SELECT without any reference to the row gives, which PostgreSQL runs once.
    """

    _name = "vsoko.mine.mixin"
    _description = "Record that may concern the user"

    def _compute_mine(self, name):
        # The question "is it mine" is asked by record rules, before any right is granted.
        mine = self.sudo().search(Domain("id", "in", self.ids) & Domain(name, "=", True))
        for record in self:
            record[name] = record._origin in mine

    def _search_mine(self, operator, value, get_condition):
        """Return the domain of a field; `get_condition` gives SQL from the alias of the table."""
        if operator != "in" or True not in value:
            return NotImplemented
        return Domain.custom(to_sql=lambda model, alias, query: get_condition(alias))

    @api.model
    def _get_own_teachers_sql(self):
        """Return the SELECT of the ids of the teachers that the user is, at work today.

        Who has left, or is archived, is nobody here: nothing is such a user's own.
        """
        return SQL(
            """SELECT own_teacher.id FROM vsoko_teacher own_teacher
                WHERE own_teacher.user_id = %s AND own_teacher.active
                  AND (own_teacher.date_left IS NULL OR own_teacher.date_left > %s)""",
            self.env.uid,
            fields.Date.context_today(self),
        )


class VsokoLedMixin(models.AbstractModel):
    """A searchable `is_led` for the record rules of heads of methodical associations."""

    _name = "vsoko.led.mixin"
    _inherit = ["vsoko.mine.mixin"]
    _description = "Record that may be of an association that the user heads"

    is_led = fields.Boolean(
        compute="_compute_is_led",
        search="_search_is_led",
    )

    def _get_led_condition(self, alias):
        """Return the SQL condition on `alias` under which a row is of an association led."""
        return SQL("%s IN (%s)", SQL.identifier(alias, "subject_id"), self._get_led_subjects_sql())

    @api.model
    def _get_led_associations_sql(self):
        """Return the SELECT of the ids of the associations that the user heads.

        Who has left the school heads nothing, though the association may still name the person.
        """
        return SQL(
            """SELECT led_association.id FROM vsoko_association led_association
                WHERE led_association.head_id IN (%s)""",
            self._get_own_teachers_sql(),
        )

    @api.model
    def _get_led_subjects_sql(self):
        """Return the SELECT of the ids of the subjects of these associations."""
        return self._get_led_parts_sql("subject")

    @api.model
    def _get_led_teachers_sql(self):
        """Return the SELECT of the ids of the teachers in these associations."""
        return self._get_led_parts_sql("teacher")

    @api.model
    def _get_led_parts_sql(self, part):
        return SQL(
            """SELECT led_rel.%(id)s FROM %(table)s led_rel
                WHERE led_rel.vsoko_association_id IN (%(associations)s)""",
            id=SQL.identifier(f"vsoko_{part}_id"),
            table=SQL.identifier(f"vsoko_association_vsoko_{part}_rel"),
            associations=self._get_led_associations_sql(),
        )

    @api.depends_context("uid")
    def _compute_is_led(self):
        self._compute_mine("is_led")

    def _search_is_led(self, operator, value):
        return self._search_mine(operator, value, self._get_led_condition)
