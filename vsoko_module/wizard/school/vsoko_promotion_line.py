import re

from odoo import api, fields, models

from ...tools.readers.class_names import LAST_GRADE, class_key, class_text

# the school ends here; classes of grade 12 are those of evening schools
USUAL_LAST_GRADE = 11
# classes of a new level have the lessons of that level, not those they had before
BORDER_GRADES = (1, 5, 10)


class VsokoPromotionLine(models.TransientModel):
    _name = "vsoko.promotion.line"
    _description = "Class in the promotion to the next year"
    _order = "id"

    promotion_id = fields.Many2one("vsoko.promotion", required=True, ondelete="cascade")
    class_id = fields.Many2one("vsoko.class", string="Now")
    outcome = fields.Selection(
        [
            ("promote", "Goes on"),
            ("graduate", "Leaves"),
            ("new", "New class"),
        ],
        string="What happens",
        required=True,
        default="new",
    )
    grade = fields.Integer(aggregator=None)
    letter = fields.Char()
    target = fields.Char(string="Becomes", compute="_compute_target")
    homeroom_teacher_id = fields.Many2one("vsoko.teacher", string="Homeroom teacher")
    load_source = fields.Selection(
        [
            ("own", "Of the class"),
            ("grade", "Of the grade"),
            ("none", "None"),
        ],
        string="Lessons",
        required=True,
        default="grade",
    )
    student_count = fields.Integer(string="Pupils now", compute="_compute_students")
    going_count = fields.Integer(string="Go up", compute="_compute_students")
    staying_count = fields.Integer(string="Stay", compute="_compute_students")
    leaving_count = fields.Integer(string="Leave", compute="_compute_students")
    lesson_count = fields.Integer(string="Lessons copied", compute="_compute_lessons")
    hours = fields.Float(string="Hours a week", compute="_compute_lessons", digits=(5, 1))

    @api.model
    def _prepare_classes(self, classes):
        """Return the values of the lines of the classes of the old year."""
        return [self._prepare_class(school_class, classes) for school_class in classes]

    @api.model
    def _prepare_class(self, school_class, classes):
        grade = school_class.grade + 1
        last = max(classes.mapped("grade"))
        graduates = school_class.grade >= min(LAST_GRADE, max(last, USUAL_LAST_GRADE)) or (
            # a primary or basic school ends with its last level
            grade in BORDER_GRADES and grade > last
        )
        return {
            "class_id": school_class.id,
            "outcome": "graduate" if graduates else "promote",
            "grade": 0 if graduates else grade,
            "letter": school_class.letter,
            "homeroom_teacher_id": False if graduates else school_class.homeroom_teacher_id.id,
            "load_source": "grade" if grade in BORDER_GRADES else "own",
        }

    @api.model
    def _prepare_first_grade(self, classes):
        """Return the values of the lines of the new first classes: as many as there are now."""
        return [
            {"outcome": "new", "grade": 1, "letter": first.letter, "load_source": "grade"}
            for first in classes
            if first.grade == 1
        ]

    @api.depends("outcome", "grade", "letter", "class_id")
    def _compute_target(self):
        for line in self:
            graduates = line.outcome == "graduate"
            line.target = "" if graduates else line._get_class_name()

    @api.depends(
        "class_id",
        "outcome",
        "promotion_id.student_ids.outcome",
        "promotion_id.student_ids.student_id",
    )
    def _compute_students(self):
        for promotion, lines in self.grouped("promotion_id").items():
            chosen = {row.student_id._origin: row.outcome for row in promotion.student_ids}
            by_class = promotion._get_open_enrolments().grouped("class_id")
            for line in lines:
                outcomes = [
                    line._get_outcome(chosen.get(stay.student_id))
                    for stay in by_class.get(line.class_id._origin, ())
                ]
                line.student_count = len(outcomes)
                line.going_count = outcomes.count("promoted")
                line.staying_count = outcomes.count("repeated")
                line.leaving_count = len(outcomes) - line.going_count - line.staying_count

    @api.depends("class_id", "outcome", "grade", "letter", "load_source")
    def _compute_lessons(self):
        for promotion, lines in self.grouped("promotion_id").items():
            available = promotion._get_last_lessons()
            for line in lines:
                lessons = line._get_lessons(available)
                line.lesson_count = len(lessons)
                line.hours = sum(lessons.mapped("hours_per_week"))

    def _get_outcome(self, chosen):
        """Return what happens to a pupil of the class for whom `chosen` was chosen, maybe None."""
        if chosen in ("repeated", "left"):
            return chosen
        if self.outcome == "graduate":
            return "graduated"
        return chosen or "promoted"

    def _get_key(self):
        return class_key(self.grade, self._get_class_name())

    def _get_class_name(self):
        """Return the name of the class in the new year, written as the old one is."""
        old = self.class_id
        if old and (old.letter or "") == (self.letter or ""):
            return re.sub(r"^\d+", str(self.grade or ""), old.name)
        return class_text(self.grade or "", self.letter or "")

    def _get_lessons(self, available):
        """Return those of the `available` lessons that the class of the new year takes over."""
        if self.outcome == "graduate" or self.load_source == "none":
            return available.browse()
        if self.load_source == "own":
            return available.filtered(lambda lesson: lesson.class_id == self.class_id._origin)
        of_grade = available.filtered(lambda lesson: lesson.class_id.grade == self.grade)
        by_class = of_grade.grouped("class_id")
        same_letter = [lessons for c, lessons in by_class.items() if c.letter == self.letter]
        return next(iter(same_letter or by_class.values()), available.browse())

    def _prepare_class_values(self, year):
        old = self.class_id
        return {
            "year_id": year.id,
            "grade": self.grade,
            "letter": self.letter,
            "name": self._get_class_name(),
            "homeroom_teacher_id": self.homeroom_teacher_id.id,
            "previous_id": old.id,
            "profile": old.profile,
            **({"term_kind": old.term_kind} if old else {}),
        }
