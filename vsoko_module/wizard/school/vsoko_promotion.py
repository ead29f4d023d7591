from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ...tools import school_calendar

# the grade after which pupils choose: to go on or to leave
CHOICE_GRADE = 9


class VsokoPromotion(models.TransientModel):
    """The step to the next school year: shows what it will do, then does it at once.

    Classes go up with their pupils, homeroom teachers and lessons; the last class leaves; the
    calendar of the new year has the same kinds of terms.
    """

    _name = "vsoko.promotion"
    _description = "Promotion to the next school year"

    year_id = fields.Many2one(
        "vsoko.year",
        string="From the year",
        required=True,
        default=lambda self: self._default_year_id(),
    )
    name = fields.Char(
        string="New school year",
        required=True,
        compute="_compute_new_year",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_start = fields.Date(
        string="First day",
        required=True,
        compute="_compute_new_year",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_end = fields.Date(
        string="Last day",
        required=True,
        compute="_compute_new_year",
        store=True,
        readonly=False,
        precompute=True,
    )
    line_ids = fields.One2many(
        "vsoko.promotion.line",
        "promotion_id",
        string="Classes",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    student_ids = fields.One2many(
        "vsoko.promotion.student",
        "promotion_id",
        string="Pupils who do not simply go up",
        compute="_compute_student_ids",
        store=True,
        readonly=False,
    )

    # the last day of lessons of the year is not over
    is_early = fields.Boolean(compute="_compute_is_early")
    # why there is nothing to promote; empty when there is
    obstacle = fields.Char(compute="_compute_obstacle")

    def _default_year_id(self):
        return self.env["vsoko.year"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "current")], limit=1
        )

    @api.depends("year_id")
    def _compute_is_early(self):
        today = fields.Date.context_today(self)
        for promotion in self:
            promotion.is_early = bool(promotion.year_id) and today <= promotion._get_last_day()

    @api.depends("year_id")
    def _compute_obstacle(self):
        for promotion in self:
            promotion.obstacle = promotion.year_id and promotion._find_obstacle()

    @api.depends("year_id")
    def _compute_new_year(self):
        for promotion in self:
            year = promotion.year_id
            promotion.name = school_calendar.next_year_name(year.name or "")
            promotion.date_start = year and school_calendar.year_later(year.date_start)
            promotion.date_end = year and school_calendar.year_later(year.date_end)

    @api.depends("year_id")
    def _compute_line_ids(self):
        Line = self.env["vsoko.promotion.line"]
        for promotion in self:
            classes = promotion.year_id.class_ids.sorted(lambda c: c.key)
            promotion.line_ids = [
                Command.clear(),
                *map(Command.create, Line._prepare_first_grade(classes)),
                *map(Command.create, Line._prepare_classes(classes)),
            ]

    @api.depends("year_id")
    def _compute_student_ids(self):
        for promotion in self:
            stays = promotion._get_open_enrolments().filtered(
                lambda stay: stay.class_id.grade == CHOICE_GRADE
            )
            promotion.student_ids = [
                Command.clear(),
                *[
                    Command.create({"student_id": stay.student_id.id, "class_id": stay.class_id.id})
                    for stay in stays.sorted(lambda s: (s.class_id.key, s.student_id.name))
                ],
            ]

    def _get_open_enrolments(self):
        """Return the enrolments of the old year that have not ended."""
        return self.env["vsoko.enrolment"].search(
            [("year_id", "=", self.year_id.id), ("date_to", "=", False)]
        )

    def action_apply(self):
        """Create the new year and move everybody there; all or nothing."""
        self.ensure_one()
        self.year_id._take_turn()
        self._check_first_time()
        self._check_targets()
        year = self._create_year()
        classes = self._create_classes(year)
        self._move_students(year, classes)
        self._copy_lessons(classes)
        return year._open_records()

    def _find_obstacle(self):
        """Return why nobody of the year can be promoted, or nothing: a promotion takes everybody
        or nobody."""
        later = self.env["vsoko.class"].search(
            [("previous_id.year_id", "=", self.year_id.id)], limit=1
        )
        if later:
            return self.env._(
                "The classes of %(year)s have been promoted already. The promotion can be taken"
                " back on the form of the year %(later)s.",
                year=self.year_id.name,
                later=later.year_id.name,
            )
        if not self._get_open_enrolments():
            return self.env._(
                "Nobody is to be promoted from %(year)s: no pupil is in a class any more.",
                year=self.year_id.name,
            )
        return None

    def _check_first_time(self):
        """Raise when there is nobody to promote or a year with these dates exists."""
        obstacle = self._find_obstacle()
        if obstacle:
            raise UserError(obstacle)
        other = self.env["vsoko.year"].search(
            [
                ("company_id", "=", self.year_id.company_id.id),
                ("date_start", "<=", self.date_end),
                ("date_end", ">=", self.date_start),
            ],
            limit=1,
        )
        if other:
            raise UserError(
                self.env._(
                    "The school year %(year)s has these dates already. Delete it if it is empty.",
                    year=other.name,
                )
            )

    def _check_targets(self):
        """Raise when somebody of the old year would be left without an answer."""
        forgotten = self._get_open_enrolments().class_id - self.line_ids.class_id
        if forgotten:
            raise UserError(
                self.env._(
                    "Say what happens to these classes: %(names)s.",
                    names=", ".join(forgotten.mapped("name")),
                )
            )
        grades = {line.grade for line in self.line_ids if line.outcome != "graduate"}
        lost = self.student_ids.filtered(
            lambda row: row.outcome == "repeated" and row.class_id.grade not in grades
        )
        if lost:
            raise UserError(
                self.env._(
                    "The new year has no class of the same grade for: %(names)s. Add the class.",
                    names=", ".join(lost.student_id.mapped("name")),
                )
            )

    def _create_year(self):
        year = self.env["vsoko.year"].create(
            {
                "name": self.name,
                "date_start": self.date_start,
                "date_end": self.date_end,
                "company_id": self.year_id.company_id.id,
            }
        )
        kinds = {period.kind for period in self.year_id.period_ids}
        for kind in ("quarter", "trimester", "half"):
            if kind in kinds:
                year._make_periods(kind)
        return year

    def _create_classes(self, year):
        """Create the classes of the new year; return {key: class}."""
        values = {}
        for line in self.line_ids.filtered(lambda line: line.outcome != "graduate"):
            # two classes may become one: the first line says how it is led
            values.setdefault(line._get_key(), line._prepare_class_values(year))
        classes = self.env["vsoko.class"].create(list(values.values()))
        return dict(zip(values, classes, strict=True))

    def _move_students(self, year, classes):
        """End the old stays on the first day of the new year and begin the new ones."""
        # The right on stays is checked here; which promotion it was only the program writes.
        self.env["vsoko.enrolment"].check_access("create")
        Enrolment = self.env["vsoko.enrolment"].sudo()
        outcomes = {row.student_id: row.outcome for row in self.student_ids}
        lines = {line.class_id: line for line in self.line_ids if line.class_id}
        stays_by_reason, values = {}, []
        for stay in self._get_open_enrolments():
            outcome = lines[stay.class_id]._get_outcome(outcomes.get(stay.student_id))
            stays_by_reason.setdefault(outcome, []).append(stay.id)
            target = self._get_target(stay, outcome, lines, classes)
            if target:
                values.append(
                    {
                        "student_id": stay.student_id.id,
                        "class_id": target.id,
                        "date_from": self.date_start,
                        "promotion_year_id": year.id,
                    }
                )
        for outcome, ids in stays_by_reason.items():
            stays = Enrolment.browse(ids)
            stays.write(
                {
                    "date_to": self.date_start,
                    "reason": outcome,
                    "promotion_year_id": year.id,
                }
            )
        Enrolment.create(values)

    def _get_target(self, stay, outcome, lines, classes):
        if outcome == "promoted":
            return classes[lines[stay.class_id]._get_key()]
        if outcome == "repeated":
            same_grade = [c for c in classes.values() if c.grade == stay.class_id.grade]
            same_letter = [c for c in same_grade if c.letter == stay.class_id.letter]
            return (same_letter or same_grade)[0]
        return None

    def _copy_lessons(self, classes):
        """Give the new classes the lessons that their lines say, each subject once."""
        values = {}
        available = self._get_last_lessons()
        for line in self.line_ids.filtered(lambda line: line.outcome != "graduate"):
            school_class = classes[line._get_key()]
            for lesson in line._get_lessons(available):
                key = (school_class, lesson.subject_id, lesson.group_name)
                values.setdefault(key, self._prepare_lesson_values(lesson, school_class))
        self.env["vsoko.teaching"].create(list(values.values()))

    def _prepare_lesson_values(self, lesson, school_class):
        own = school_class.previous_id == lesson.class_id
        present = school_class.enrolment_ids.student_id
        return {
            "class_id": school_class.id,
            "subject_id": lesson.subject_id.id,
            "teacher_id": lesson.teacher_id.id,
            "hours_per_week": lesson.hours_per_week,
            "group_name": lesson.group_name,
            "student_ids": [Command.set((lesson.student_ids & present).ids if own else [])],
            "date_from": self.date_start,
        }

    def _get_last_day(self):
        """Return the last day of lessons of the old year."""
        days = self.year_id.period_ids.filtered(lambda p: p.kind == "year").mapped("date_end")
        return max(days, default=self.year_id.date_end)

    def _get_last_lessons(self):
        """Return the load that holds on the last day of lessons, of teachers who stay."""
        Teaching = self.env["vsoko.teaching"]
        return Teaching.search(
            Domain("year_id", "=", self.year_id.id)
            & Teaching._get_active_domain(self._get_last_day())
            & (
                Domain("teacher_id", "=", False)
                | Domain("teacher_id.active", "=", True)
                & (
                    Domain("teacher_id.date_left", "=", False)
                    | Domain("teacher_id.date_left", ">", self.date_start)
                )
            )
        )
