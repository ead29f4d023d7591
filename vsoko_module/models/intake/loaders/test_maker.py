from odoo.fields import Command

from .codifier_lines import CodifierLines


class TestMaker:
    """Makes the draft of a test from the tasks that a file of results gives."""

    def __init__(self, loader):
        self.loader = loader
        self.env = loader.env
        self.details = loader.extract.details

    def make(self, work):
        """Create the test of an assessment with its elements, skills and scale."""
        elements = self._lines("vsoko.content.element", "content", work)
        skills = self._lines("vsoko.skill", "skill", work)
        return self.loader.make("vsoko.test", [self._prepare(work, elements, skills)])

    def _prepare(self, work, elements, skills):
        return {
            "name": self._name(work),
            "subject_id": work.subject_id.id,
            "grade": work.class_ids[:1].grade,
            "company_id": work.company_id.id,
            "task_ids": [
                Command.create(
                    {
                        "sequence": place * 10,
                        "number": task.number,
                        "max_score": task.maximum,
                        "difficulty": task.level or False,
                        "answer_kind": task.answer or False,
                        "content_ids": elements.get(task.content, self._none()).ids,
                        "skill_ids": skills.get(task.skill, self._none()).ids,
                    }
                )
                for place, task in enumerate(self.details.tasks, start=1)
            ],
            "band_ids": [
                Command.create(vals)
                for vals in self._bands(work, sum(task.maximum for task in self.details.tasks))
            ],
            "step": f"{self.details.step:g}",
        }

    def add_scale(self, test, work):
        """Give a draft without a scale that of the file or of the authority."""
        self.loader.make(
            "vsoko.test.band",
            [vals | {"test_id": test.id} for vals in self._bands(work, test.max_score)],
        )

    def _none(self):
        return self.env["vsoko.skill"]

    def _name(self, work):
        parts = (
            self.details.title or work.type_id.short_name,
            self.details.subject,
            f"{work.date:%d.%m.%Y}",
        )
        return ". ".join(filter(None, parts))

    def _bands(self, work, maximum):
        if self.details.scale:
            return [{"min_score": low, "mark": mark} for low, mark in self.details.scale]
        scale = self.env["vsoko.scale"].search(
            [
                ("procedure", "=", work.procedure),
                ("subject_id", "=", work.subject_id.id),
                ("grade", "in", work.class_ids.mapped("grade")),
                ("max_score", "=", maximum),
                ("year", "<=", work.date.year),
            ],
            order="year desc",
            limit=1,
        )
        # a condition on a part of the tasks cannot be checked: the file does not name the parts
        return [
            line._get_band_values() | {"part": False, "part_score": 0} for line in scale.line_ids
        ]

    def _lines(self, model, field, work):
        """``{(code, text): line of the codifier}``; lines that are not there yet are made."""
        wanted = dict.fromkeys(
            value for task in self.details.tasks if len(value := getattr(task, field)) == 2
        )
        lines = CodifierLines(self.loader, work.subject_id.id, work.class_ids[:1].grade)
        lines.want(model, [code for code, _text in wanted], dict(wanted))
        lines.make()
        return {value: self.env[model].browse(lines.ids(model, [value[0]])) for value in wanted}
