from odoo import models
from odoo.tools import format_date

from ....tools.measures.rubric import NOT_APPLICABLE
from ....tools.reports.file_names import file_name
from ....tools.reports.visit_card import Judged, VisitCard, visit_card


class VsokoObservation(models.Model):
    _inherit = "vsoko.observation"

    def action_open_card_pdf(self):
        return self._open_card("pdf", "new")

    def action_open_card_docx(self):
        return self._open_card("docx", "download")

    def _open_card(self, extension, target):
        return self._open_address(f"/vsoko/visit/{self.id}/{extension}", target)

    def _get_card(self, extension):
        """Return (name, bytes) of the printed card of the visit."""
        self.ensure_one()
        paper = visit_card(self._prepare_card(), self.env._)
        name = file_name([self.env._("Card of a visit"), self.display_name], extension)
        return name, self.env["vsoko.paper"]._make(paper, extension, self.company_id)

    def _prepare_card(self):
        signers = [(self.env._("Visitor"), self.expert_id.name)]
        if self.teacher_id:
            signers.append((self.env._("Teacher"), self.teacher_id.name))
        return VisitCard(
            school=self.company_id.name,
            title=self.rubric_id.name,
            facts=self._get_card_facts(),
            criteria=tuple(self._prepare_judged()),
            result=self.total_text,
            notes=self.notes or "",
            conclusions=self.conclusions or "",
            recommendations=self.recommendations or "",
            opinion=self._get_card_opinion(),
            signers=tuple(signers),
            is_draft=not self.is_locked,
        )

    def _prepare_judged(self):
        points = self._get_points()
        for criterion in self.rubric_id._get_criteria():
            answer = (self.answers or {}).get(criterion.key) or {}
            given = points.get(criterion.key)
            if answer.get("points") == NOT_APPLICABLE:
                seen = self.env._("not applicable")
            else:
                seen = "" if given is None else criterion.levels[given]
            note = answer.get("note", "")
            yield Judged(criterion.name, given, criterion.maximum, seen, note)

    def _get_card_facts(self):
        facts = [
            (self.env._("Date"), format_date(self.env, self.date)),
            (self.env._("Class"), self.class_id.name),
            (self.env._("Subject"), self.subject_id.name),
            (self.env._("Teacher"), self.teacher_id.name),
            (self.env._("Pupil"), self.student_id.name),
            (self.env._("Programme"), self.programme_name),
            (self.env._("Topic"), self.topic),
            (self.env._("Visitor"), self.expert_id.name),
            (
                self.env._("Visit again by"),
                self.next_date and format_date(self.env, self.next_date),
            ),
        ]
        return tuple((heading, text) for heading, text in facts if text)

    def _get_card_opinion(self):
        if not self.teacher_answer:
            return ""
        answers = dict(self._fields["teacher_answer"]._description_selection(self.env))
        return ". ".join(filter(None, (answers[self.teacher_answer], self.teacher_opinion)))
