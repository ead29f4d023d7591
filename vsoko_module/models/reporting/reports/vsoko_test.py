from odoo import models
from odoo.tools import format_date

from ....tools.reports.file_names import file_name
from ....tools.reports.points import points_text
from ....tools.reports.specification import (
    Element,
    PlannedTask,
    Specification,
    specification,
)


class VsokoTest(models.Model):
    _inherit = "vsoko.test"

    def action_open_specification_pdf(self):
        return self._open_specification("pdf", "new")

    def action_open_specification_docx(self):
        return self._open_specification("docx", "download")

    def _open_specification(self, extension, target):
        return self._open_address(f"/vsoko/test/{self.id}/{extension}", target)

    def _get_specification(self, extension):
        """Return (name, bytes) of the printable specification and codifier."""
        self.ensure_one()
        paper = specification(self._prepare_specification(), self.env._)
        state = "" if self.state == "approved" else self.env._("draft")
        parts = [self.env._("Specification"), self.subject_id.name, self.display_name, state]
        name = file_name(parts, extension)
        return name, self.env["vsoko.paper"]._make(paper, extension, self.company_id)

    def _prepare_specification(self):
        levels = dict(self.task_ids._fields["difficulty"]._description_selection(self.env))
        answers = dict(self.task_ids._fields["answer_kind"]._description_selection(self.env))
        return Specification(
            school=self.company_id.name,
            name=self.display_name,
            purpose=self.purpose or "",
            facts=self._get_specification_facts(),
            tasks=tuple(
                PlannedTask(
                    task.number,
                    task.max_score,
                    levels.get(task.difficulty, ""),
                    answers.get(task.answer_kind, ""),
                    self._prepare_elements(task.content_ids),
                    self._prepare_elements(task.skill_ids),
                )
                for task in self.task_ids
            ),
            bands=tuple(
                (band.mark, band.min_score, self._get_condition(band))
                for band in self.band_ids.sorted("min_score")
            ),
            origin=self.origin or "",
            step=float(self.step or 1),
            **self._prepare_approval(),
        )

    def _prepare_elements(self, lines):
        return tuple(
            Element(
                line.code,
                line.name,
                (line.parent_id.code, line.parent_id.name) if line.parent_id else None,
            )
            for line in lines
        )

    def _get_condition(self, band):
        """Return the condition of a mark in words with the tasks that it names, or nothing."""
        if not band.part:
            return ""
        tasks = self.task_ids.filtered(lambda task: task.part == band.part)
        return self.env._(
            "%(part)s: at least %(score)s points (tasks %(tasks)s)",
            part=band.part,
            score=points_text(band.part_score),
            tasks=", ".join(tasks.mapped("number")),
        )

    def _prepare_approval(self):
        if self.state != "approved":
            return {}
        day = format_date(self.env, self.approved_date)
        return {"approved_by": self.approved_by_id.name, "approved_on": day}

    def _get_specification_facts(self):
        facts = [
            (self.env._("Subject"), self.subject_id.name),
            (self.env._("Grade"), str(self.grade)),
            (self.env._("Duration, minutes"), str(self.duration or "")),
            (self.env._("Variants"), str(self.variant_count)),
            (self.env._("Number of tasks"), str(len(self.task_ids))),
            (self.env._("Greatest points"), points_text(self.max_score)),
            (self.env._("Version"), str(self.version)),
        ]
        return tuple((heading, text) for heading, text in facts if text)
