from odoo import api, fields, models
from odoo.fields import Domain

# what rubrics of visits are about
_VISITS = ("lesson", "class")


class VsokoObservation(models.Model):
    """What the page of visits takes along into a lesson, where there may be no connection."""

    _inherit = "vsoko.observation"

    @api.model
    def get_visit_page(self):
        """Return what a phone needs for the visits of its user.

        :returns: ``rubrics``, ``classes`` of today and their ``lessons``, open ``visits`` of the
            user as `_read_visit` gives them, and ``today``
        """
        self.check_access("create")
        today = fields.Date.context_today(self)
        visits = self._get_open_visits()
        classes = self.env["vsoko.class"].search(
            Domain("company_id", "=", self.env.company.id)
            & Domain("year_id.date_start", "<=", today)
            & Domain("year_id.date_end", ">=", today)
        )
        rubrics = self._get_visit_rubrics() | visits.rubric_id
        return {
            "today": fields.Date.to_string(today),
            "rubrics": [rubric._read_for_phone() for rubric in rubrics],
            "classes": classes.read(["name"]),
            "lessons": self._read_lessons(classes, today),
            "visits": [visit._read_visit() for visit in visits],
        }

    def _get_open_visits(self):
        return self.search(
            Domain("company_id", "=", self.env.company.id)
            & Domain("expert_id", "=", self.env.uid)
            & Domain("state", "in", ("planned", "draft"))
            & Domain("about", "in", _VISITS),
            order="date, id",
        )

    def _get_visit_rubrics(self):
        return self.env["vsoko.rubric"].search(
            Domain("company_id", "in", (self.env.company.id, False))
            & Domain("about", "in", _VISITS)
            & Domain("state", "=", "approved")
        )

    def _read_lessons(self, classes, today):
        """Return who leads which subject in these classes on a day, once for a group."""
        lessons = self.env["vsoko.teaching"].search(
            Domain("class_id", "in", classes.ids)
            & Domain("date_from", "<=", today)
            & (Domain("date_to", "=", False) | Domain("date_to", ">=", today))
        )
        # a class may be divided: the same teacher leads the subject once
        led = dict.fromkeys(
            (lesson.class_id, lesson.subject_id, lesson.teacher_id)
            for lesson in lessons
            if lesson.teacher_id
        )
        return [
            {
                "class_id": school_class.id,
                "subject_id": subject.id,
                "subject": subject.name,
                "teacher_id": teacher.id,
                "teacher": teacher.name,
            }
            for school_class, subject, teacher in led
        ]
