from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date


class VsokoMovement(models.TransientModel):
    """Pupils come, move to another class or leave, several at once on one day."""

    _name = "vsoko.movement"
    _description = "Movement of pupils"

    kind = fields.Selection(
        [
            ("admit", "Come to the school"),
            ("transfer", "Move to another class"),
            ("leave", "Leave the school"),
        ],
        required=True,
        default="admit",
    )
    date = fields.Date(required=True, default=fields.Date.context_today)
    class_id = fields.Many2one(
        "vsoko.class", string="To the class", domain=[("year_id.state", "!=", "closed")]
    )
    student_ids = fields.Many2many(
        "vsoko.student",
        string="Pupils",
        default=lambda self: self._default_student_ids(),
        # who is in a class on the day can move or leave, who is in none can come
        domain="[('enrolment_ids', 'any', [('date_from', '<=', date), '|',"
        " ('date_to', '=', False), ('date_to', '>', date)])] if kind != 'admit' else"
        " [('enrolment_ids', 'not any', ['|', ('reason', '=', 'graduated'),"
        " '&', ('date_from', '<=', date), '|', ('date_to', '=', False),"
        " ('date_to', '>', date)])]",
    )
    # somebody would go to a class of another grade
    is_other_grade = fields.Boolean(compute="_compute_is_other_grade")
    newcomer_ids = fields.One2many("vsoko.movement.newcomer", "movement_id", string="New pupils")
    order_number = fields.Char(string="Order number")
    destination = fields.Char(string="Where to")
    note = fields.Char()

    def _default_student_ids(self):
        if self.env.context.get("active_model") != "vsoko.student":
            return self.env["vsoko.student"]
        return self.env["vsoko.student"].browse(self.env.context.get("active_ids", []))

    @api.depends("kind", "date", "class_id", "student_ids")
    def _compute_is_other_grade(self):
        Enrolment = self.env["vsoko.enrolment"]
        for movement in self:
            present = Enrolment._get_present_domain(movement.date or fields.Date.today())
            stays = Enrolment.search(
                present & Domain("student_id", "in", movement.student_ids._origin.ids)
            )
            grades = set(stays.class_id.mapped("grade"))
            movement.is_other_grade = (
                movement.kind == "transfer"
                and bool(movement.class_id)
                and bool(grades - {movement.class_id.grade})
            )

    def action_apply(self):
        """Do the movement for all pupils or, with the reasons, for none."""
        self.ensure_one()
        self._take_turn()
        self._check_filled()
        students = getattr(self, f"_{self.kind}_students")()
        told = self.env._(
            "%(movement)s: %(count)s pupils on %(date)s.",
            movement=dict(self._fields["kind"]._description_selection(self.env))[self.kind],
            count=len(students),
            date=format_date(self.env, self.date),
        )
        return self._toast(told, reload=True)

    def _admit_students(self):
        self._take_in_newcomers()
        students = self.student_ids
        self._check_nobody(
            self._search_enrolments(
                students, Domain("date_to", "=", False) | Domain("date_to", ">", self.date)
            ),
            self.env._("These pupils are in a class on %(date)s or later already: %(names)s."),
        )
        self._create_enrolments(students)
        return students

    def _take_in_newcomers(self):
        """Make pupils of the new ones, once: a second press finds them among the chosen."""
        self.student_ids |= self.newcomer_ids._create_students()
        self.newcomer_ids.unlink()

    def _transfer_students(self):
        enrolments = self._get_open_enrolments()
        self._check_nobody(
            enrolments.filtered(lambda enrolment: enrolment.class_id == self.class_id),
            self.env._("These pupils are in this class already: %(names)s."),
        )
        self._close(enrolments, "transfer")
        self._create_enrolments(enrolments.student_id)
        return enrolments.student_id

    def _leave_students(self):
        enrolments = self._get_open_enrolments()
        self._close(enrolments, "left")
        return enrolments.student_id

    def _check_filled(self):
        """Raise unless the form says who moves where."""
        if not self.student_ids and not (self.kind == "admit" and self.newcomer_ids):
            raise UserError(self.env._("Choose at least one pupil."))
        if self.kind == "leave":
            return
        if not self.class_id:
            raise UserError(self.env._("Choose the class."))
        year = self.class_id.year_id
        if not year.date_start <= self.date <= year.date_end:
            raise UserError(
                self.env._(
                    "%(date)s is outside the school year %(year)s of the class %(class)s.",
                    date=format_date(self.env, self.date),
                    year=year.name,
                    **{"class": self.class_id.name},
                )
            )

    def _get_open_enrolments(self):
        """Return one enrolment per pupil that may be closed on the day, or raise for the rest."""
        Enrolment = self.env["vsoko.enrolment"]
        found = self._search_enrolments(
            self.student_ids, Domain("date_to", "=", False) | Domain("date_to", ">", self.date)
        )
        self._check_nobody(
            self.student_ids - found.student_id,
            self.env._("These pupils are in no class on %(date)s: %(names)s."),
        )
        late = found.filtered(lambda stay: stay.date_from >= self.date or stay.date_to)
        self._check_nobody(
            late,
            self.env._(
                "These pupils come to a class or leave it on %(date)s or later already: %(names)s."
                " Correct their classes first."
            ),
        )
        return Enrolment.browse(found.ids)

    def _search_enrolments(self, students, condition):
        return self.env["vsoko.enrolment"].search(
            Domain("student_id", "in", students.ids) & condition
        )

    def _check_nobody(self, records, message):
        """Raise the message with the names when there is somebody it speaks about."""
        if not records:
            return
        students = records if records._name == "vsoko.student" else records.student_id
        raise UserError(
            message
            % {
                "names": ", ".join(students.mapped("name")),
                "date": format_date(self.env, self.date),
            }
        )

    def _close(self, enrolments, reason):
        values = {
            "date_to": self.date,
            "reason": reason,
            "order_out": self.order_number,
            "destination": self.destination if reason == "left" else False,
        }
        enrolments.write({name: value for name, value in values.items() if value})

    def _create_enrolments(self, students):
        self.env["vsoko.enrolment"].create(
            [
                {
                    "student_id": student.id,
                    "class_id": self.class_id.id,
                    "date_from": self.date,
                    "order_in": self.order_number,
                    "note": self.note,
                }
                for student in students
            ]
        )
