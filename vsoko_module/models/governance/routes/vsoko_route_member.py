from odoo import api, fields, models
from odoo.tools import SQL


class VsokoRouteMember(models.Model):
    """A pupil of a route, with the consent of the family."""

    _name = "vsoko.route.member"
    _inherit = ["vsoko.pupil.mixin", "vsoko.own.mixin"]
    _description = "Pupil of a route"
    _order = "id"
    _rec_name = "student_id"

    route_id = fields.Many2one(
        "vsoko.route", string="Route", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="route_id.company_id", store=True)
    consent_id = fields.Many2one(
        "vsoko.consent",
        string="Consent of the family",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('student_id', '=', student_id), ('kind', 'in', ('route', 'other'))]",
        check_company=True,
    )

    _student_uniq = models.Constraint(
        "UNIQUE(route_id, student_id)", "The pupil is in the route already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        # nobody is put into a route by who may not read the pupil
        members.student_id.check_access("read")
        members.route_id._follow_members(members.student_id)
        return members

    def unlink(self):
        routes, students = self.route_id, self.student_id
        # The rows of progress are the program's and go with the pupil.
        routes.sudo().goal_ids.progress_ids.filtered(
            lambda row: row.student_id in students
        ).unlink()
        done = super().unlink()
        routes._follow_works()
        self.env["vsoko.risk"]._follow_students(students)
        return done

    def _get_own_condition(self, alias):
        """Pupils of routes that one is responsible for, and those whom one reads anyway."""
        return SQL(
            """(%(route)s IN (SELECT led_route.id FROM vsoko_route led_route
                               WHERE led_route.owner_id = %(uid)s)
                OR %(student)s IN (%(pupils)s) AND %(route)s IN (%(concerned)s))""",
            route=SQL.identifier(alias, "route_id"),
            student=SQL.identifier(alias, "student_id"),
            uid=self.env.uid,
            pupils=self.env["vsoko.student"]._get_own_pupils_sql(),
            concerned=self.env["vsoko.route"]._get_concerned_sql(),
        )
