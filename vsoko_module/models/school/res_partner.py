from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL


class ResPartner(models.Model):
    """Contacts of pupils and of their parents belong to the school and are closed to most of it.

    They are read by the administration, by teachers for own pupils and by the person. A colleague
    and a member of the governing council stay ordinary contacts even when they are parents.
    """

    _inherit = "res.partner"

    vsoko_is_readable = fields.Boolean(
        compute="_compute_vsoko_is_readable",
        search="_search_vsoko_is_readable",
    )

    @api.depends_context("uid", "allowed_company_ids")
    def _compute_vsoko_is_readable(self):
        # Asked by a record rule, before any right is granted.
        found = self.sudo().with_context(active_test=False)
        readable = found.search([("id", "in", self.ids), ("vsoko_is_readable", "=", True)])
        for partner in self:
            partner.vsoko_is_readable = not partner._origin or partner._origin in readable

    def _search_vsoko_is_readable(self, operator, value):
        if operator != "in" or True not in value:
            return NotImplemented
        return Domain.custom(
            to_sql=lambda model, alias, query: SQL(
                "(%(id)s NOT IN (%(closed)s) OR %(id)s IN (%(open)s))",
                id=SQL.identifier(alias, "id"),
                closed=self._get_families_sql(),
                open=self._get_own_families_sql(),
            )
        )

    def _get_families_sql(self, condition=SQL("TRUE")):  # noqa: B008
        """Return the SELECT of the contacts of pupils and parents but for colleagues and members
        of the governing council.

        :param condition: on `pupil`, a row of the pupils
        """
        return SQL(
            """SELECT family.id FROM (
                SELECT pupil.partner_id AS id FROM vsoko_student pupil
                 WHERE pupil.partner_id IS NOT NULL AND %(condition)s
                 UNION
                SELECT rel.res_partner_id FROM res_partner_vsoko_student_rel rel
                  JOIN vsoko_student pupil ON pupil.id = rel.vsoko_student_id
                 WHERE %(condition)s) family
                WHERE NOT EXISTS (
                    SELECT 1 FROM res_users account
                     WHERE account.partner_id = family.id AND account.active
                       AND (NOT account.share OR EXISTS (
                            SELECT 1 FROM res_groups_users_rel given
                             WHERE given.uid = account.id AND given.gid = %(council)s)))""",
            condition=condition,
            council=self.env.ref("vsoko_module.group_governing_council").id,
        )

    def _get_own_families_sql(self):
        """Return the SELECT of the contacts of families that the user reads."""
        user = self.env.user
        own = SQL("FALSE")
        if user.has_group("vsoko_module.group_administration"):
            own = SQL("TRUE")
        elif user.has_group("vsoko_module.group_teacher"):
            own = self.env["vsoko.student"]._get_own_condition("pupil")
        mine = SQL("pupil.company_id = ANY(%s) AND %s", self.env.companies.ids, own)
        return SQL("SELECT %s UNION ALL %s", user.partner_id.id, self._get_families_sql(mine))


class VsokoStudent(models.Model):
    _inherit = "vsoko.student"

    @api.model_create_multi
    def create(self, vals_list):
        students = super().create(vals_list)
        students._keep_family()
        return students

    def write(self, vals):
        result = super().write(vals)
        if {"guardian_ids", "partner_id"} & vals.keys():
            self._keep_family()
        return result

    def _keep_family(self):
        """The contacts of a family belong to the school of the pupil, those of employees do not."""
        for company, students in self.grouped("company_id").items():
            # The right to the card was checked; a contact that belongs to nobody gets its school.
            family = (students.guardian_ids | students.partner_id).sudo()
            family.filtered(
                lambda one: not one.company_id and all(one.user_ids.mapped("share"))
            ).company_id = company
