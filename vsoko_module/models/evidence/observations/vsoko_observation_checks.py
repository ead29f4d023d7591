from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ....tools.measures import rubric as rubrics
from .vsoko_rubric import ABOUTS

ALL_ABOUTS = frozenset(name for names in ABOUTS.values() for name in names)


class VsokoObservation(models.Model):
    """What a sheet has to say: answers of its rubric, and whom it is about."""

    _inherit = "vsoko.observation"

    @api.constrains("rubric_id", "answers")
    def _check_answers(self):
        for sheet in self:
            if sheet.rubric_id.state != "approved":
                raise ValidationError(
                    self.env._(
                        "“%(name)s” is not approved: sheets are filled by approved rubrics.",
                        name=sheet.rubric_id.name,
                    )
                )
            try:
                rubrics.check_answers(sheet.rubric_id._get_criteria(), sheet.answers)
            except rubrics.AnswerError as error:
                raise ValidationError(sheet._get_answer_text(error)) from error

    def _get_answer_text(self, error):
        if error.code == "points":
            return self.env._(
                "“%(criterion)s”: choose one of the described points.", criterion=error.name
            )
        return self.env._(
            "An answer does not belong to the rubric “%(name)s”. Choose the rubric again and"
            " answer its criteria.",
            name=self.rubric_id.name,
        )

    @api.constrains("rubric_id", "teacher_id", "class_id", "subject_id", "student_id", "date")
    def _check_about(self):
        for sheet in self:
            missing = [name for name in ABOUTS[sheet.rubric_id.about] if not sheet[name]]
            if missing:
                labels = self.fields_get(missing, ["string"])
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: say whom it is about: %(missing)s.",
                        name=sheet.rubric_id.name,
                        missing=", ".join(labels[name]["string"] for name in missing),
                    )
                )
            if sheet.class_id and sheet.class_id.year_id != sheet.year_id:
                raise ValidationError(
                    self.env._(
                        "%(class)s is not a class of the school year that holds this day.",
                        **{"class": sheet.class_id.display_name},
                    )
                )

    @api.onchange("rubric_id")
    def _onchange_rubric_id(self):
        """Another rubric asks other questions and may be about somebody else."""
        self.answers = False
        if self.rubric_id:
            for name in ALL_ABOUTS.difference(ABOUTS[self.rubric_id.about]):
                self[name] = False
            if self.rubric_id.about != "programme":
                self.programme_id = False

    @api.onchange("student_id", "date")
    def _onchange_student_id(self):
        """The class of a pupil is that of the day."""
        if self.student_id and self.date:
            stays = self.env["vsoko.enrolment"]
            present = stays._get_present_domain(self.date)
            own = Domain("student_id", "=", self.student_id._origin.id)
            stay = stays.search(own & present, limit=1)
            self.class_id = stay.class_id
