from odoo import api, fields, models
from odoo.tools import SQL

# somebody has promised it and it is going on: a proposal helps nobody yet
HELPING = ("accepted", "in_work")


class VsokoActionPupil(models.Model):
    """A pupil whom an action is to help, said by a person: a class is not helped as a whole.

    Who reads the action does not read its pupils: these are known to the responsible, to those who
    have a measure, to the class teacher and to the administration.
    """

    _name = "vsoko.action.pupil"
    _inherit = ["vsoko.pupil.mixin", "vsoko.own.mixin"]
    _description = "Pupil whom an action is to help"
    _order = "id"
    _rec_name = "student_id"

    action_id = fields.Many2one(
        "vsoko.action", string="Action", required=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="action_id.company_id", store=True)
    date = fields.Date(
        string="Since", required=True, readonly=True, default=fields.Date.context_today
    )

    _student_uniq = models.Constraint(
        "UNIQUE(action_id, student_id)", "The pupil is in the action already."
    )

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        # nobody is put into an action by who may not read the pupil
        lines.student_id.check_access("read")
        self.env["vsoko.risk"]._follow_students(lines.student_id)
        return lines

    def write(self, vals):
        before = self.student_id
        done = super().write(vals)
        self.student_id.check_access("read")
        self.env["vsoko.risk"]._follow_students(before | self.student_id)
        return done

    def unlink(self):
        students = self.student_id
        done = super().unlink()
        self.env["vsoko.risk"]._follow_students(students)
        return done

    def _get_own_condition(self, alias):
        """Of actions that one is responsible for or has a measure of, and of the own class."""
        return SQL(
            """(%(action)s IN (SELECT led.id FROM vsoko_action led WHERE led.owner_id = %(uid)s)
                OR %(action)s IN (SELECT shared.action_id FROM vsoko_action_measure shared
                                   WHERE shared.owner_id = %(uid)s)
                OR %(student)s IN (SELECT stay.student_id FROM vsoko_enrolment stay
                                    WHERE stay.class_id IN (%(homeroom)s)))""",
            action=SQL.identifier(alias, "action_id"),
            student=SQL.identifier(alias, "student_id"),
            uid=self.env.uid,
            homeroom=self._get_homeroom_sql(),
        )


class VsokoAction(models.Model):
    _inherit = "vsoko.action"

    def write(self, vals):
        done = super().write(vals)
        if "state" in vals:
            # Whoever moves the action on, its pupils are found anew in the list; asked by a search,
            # so that nothing of it stays in the cache of who does not read them.
            lines = self.env["vsoko.action.pupil"].sudo().search([("action_id", "in", self.ids)])
            self.env["vsoko.risk"]._follow_students(lines.student_id)
        return done
