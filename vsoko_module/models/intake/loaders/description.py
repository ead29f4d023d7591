from odoo.fields import Command

from .codifier_lines import CodifierLines
from .loader import differing
from .work_finder import WorkFinder

FIELDS = {
    "difficulty": "level",
    "activity": "activity",
    "planned_result": "planned",
    "minutes": "minutes",
}


class DescriptionLoader(WorkFinder):
    """The description of a work: a draft of its test. Counts are numbers of tasks.

    A description that was loaded before completes the tasks of its test.
    """

    key = "description"

    def plan(self):
        self._test = self.env["vsoko.test"]
        self._changes = []
        self._subject_id = self.find_subject()
        if self.extract.details.subject and not self._subject_id:
            return
        if not self.extract.rows or not self.report_missing(day=False):
            return
        self._lines = CodifierLines(self, self._subject_id, self.extract.details.grade)
        for field, name in (("content", "vsoko.content.element"), ("skills", "vsoko.skill")):
            self._lines.want(
                name, [code for row in self.extract.rows for code in getattr(row, field)]
            )
        self._lines.report_missing()
        self._test = self._find_test()
        if not self._test:
            self.new = len(self.extract.rows)
            return
        for task, row in zip(self._test.task_ids, self.extract.rows, strict=True):
            self._plan_task(task, row)

    def apply(self):
        """Write the test; no indicator depends on it."""
        self._lines.make()
        if not self._test:
            self.make("vsoko.test", [self._prepare_test()])
        self.alter([(task, values | self._links(row)) for task, row, values in self._changes])
        return self.env["vsoko.period"]

    def targets(self):
        return {"test_id": self._test.id}

    def _find_test(self):
        """The draft of these tasks: chosen, else the newest of the subject and the grade."""
        tasks = [(row.number, row.maximum) for row in self.extract.rows]
        tests = self.record.test_id or self.env["vsoko.test"].search(
            [
                ("company_id", "=", self.record.company_id.id),
                ("subject_id", "=", self._subject_id),
                ("grade", "=", self.extract.details.grade),
                ("state", "=", "draft"),
            ],
            order="id desc",
        )
        fits = tests.filtered(
            lambda test: [(task.number, task.max_score) for task in test.task_ids] == tasks
        )
        if self.record.test_id and not fits:
            self.warn(
                self.env._(
                    "The tasks of «%(test)s» are others. A new test will be made.",
                    test=self.record.test_id.display_name,
                )
            )
        open_ = fits.filtered(lambda test: not any(test.assessment_ids.mapped("is_locked")))
        return open_[:1]

    def _plan_task(self, task, row):
        values = differing(task, self._values(row))
        codes = {*task.content_ids.mapped("code")}, {*task.skill_ids.mapped("code")}
        if values or codes != ({*row.content}, {*row.skills}):
            self._changes.append((task, row, values))
            self.changed += 1
        else:
            self.skipped += 1

    def _values(self, row):
        return {name: getattr(row, field) or None for name, field in FIELDS.items()}

    def _links(self, row):
        """The elements and skills of a task, which are records by now."""
        return {
            "content_ids": [Command.set(self._lines.ids("vsoko.content.element", row.content))],
            "skill_ids": [Command.set(self._lines.ids("vsoko.skill", row.skills))],
        }

    def _prepare_test(self):
        subject = self.env["vsoko.subject"].browse(self._subject_id)
        grade = self.extract.details.grade
        minutes = sum(row.minutes or 0 for row in self.extract.rows)
        halves = any(row.maximum % 1 for row in self.extract.rows)
        return {
            "name": self.env._(
                "VPR. %(subject)s, grade %(grade)s", subject=subject.name, grade=grade
            ),
            "subject_id": subject.id,
            "grade": grade,
            "company_id": self.record.company_id.id,
            "origin": self.record.name,
            "step": "0.5" if halves else "1",
            **({"duration": int(minutes)} if minutes else {}),
            "task_ids": [
                Command.create(
                    {
                        "sequence": place * 10,
                        "number": row.number,
                        "max_score": row.maximum,
                        **{name: value for name, value in self._values(row).items() if value},
                        **self._links(row),
                    }
                )
                for place, row in enumerate(self.extract.rows, start=1)
            ],
        }
